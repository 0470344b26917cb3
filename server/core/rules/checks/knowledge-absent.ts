import { t } from '@vscode/l10n';
import type { Mark } from '../../annotations/annotation.ts';
import { slugOf } from '../../annotations/slug.ts';
import { Script } from '../../fountain/script.ts';
import { type NamesIn, namesIn, speaksOfGroup } from '../../knowledge/names.ts';
import { sceneSpan, textsIn } from '../../knowledge/presence.ts';
import { digestOf, type MarkInFile } from '../../season/digest.ts';
import { perSeason } from '../../season/per-season.ts';
import type { FactStory, Season, SeasonFile } from '../../season/season.ts';
import { idsIn } from '../../season/words.ts';
import type { BareScene } from '../../structure/file-structure.ts';
import { factsIn, type Problem, type TextContext, type TextRule } from '../rule.ts';

/**
 * In a script, a reveal to somebody who neither speaks in the scene nor is named in its action, without a `via`. Nothing is
 * said where they may be there all the same: see `mayBeThere`.
 */
export const knowledgeAbsent: TextRule = {
  code: 'knowledge.absent',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    const { season, file, manuscript } = context;
    if (!(manuscript instanceof Script)) return;
    for (const telling of silentTellings(season, file)) {
      const { fact, place } = telling;
      for (const [who, word] of absentees(context, manuscript, telling)) {
        const name = season.characters.get(who)?.name ?? word;
        yield {
          item: place.item,
          id: word,
          message: t('“{0}” is told to {1}, who is not in this scene. Say how: “via=…”.', fact.title, name),
          data: { fact: fact.id, character: who },
        };
      }
    }
  },
};

/** A reveal that names people who do not speak in its scene. */
interface SilentTelling {
  readonly fact: FactStory;
  readonly place: MarkInFile;
  /** The people, and by which words the annotation names them. */
  readonly silent: readonly (readonly [who: string, word: string])[];
}

/** Those of a file. What its words say only takes from them; so a key in prose need not find them again. */
const silentTellings = perSeason((season, { uri, facts }: SeasonFile): readonly SilentTelling[] => {
  const digest = digestOf(facts);
  return factsIn({ season, digest }).flatMap((fact) =>
    fact.points.flatMap((reveal): SilentTelling[] => {
      if (reveal.role !== 'reveal' || reveal.text?.uri !== uri || reveal.via !== undefined || !reveal.mark) return [];
      const { item } = reveal.text;
      const place = digest.facts.get(fact.id)?.find((one) => one.item === item);
      if (!place || place.scene.heading === undefined) return [];
      const silent = peopleTold(season, reveal.mark, place).filter(([who]) => !speaks(season, place.scene, who));
      return silent.length > 0 ? [{ fact, place, silent }] : [];
    }),
  );
});

function peopleTold(season: Season, mark: Mark, { scene }: MarkInFile): [who: string, word: string][] {
  return idsIn(mark, 'to').flatMap((word): [string, string][] => {
    const who = word === 'audience' ? undefined : (season.person(word) ?? (isNobodyOf(scene, word) ? word : undefined));
    return who === undefined ? [] : [[who, word]];
  });
}

/** Those of them of whom the words of the script do not say either that they are there. */
function absentees(
  { season, file }: TextContext,
  script: Script,
  { place: { item, part, scene }, silent }: SilentTelling,
): (readonly [who: string, word: string])[] {
  const names = namesOfScene(season, script, item);
  if (!names) return [];
  const scenes = file.structure.episodes[part]!.acts.flatMap((act) => act.scenes);
  const before = scenes[scenes.findIndex(({ first }) => first === scene.first) - 1];
  return silent.filter(([who]) => !mayBeThere(season, script, { who, scene, before, names }));
}

/**
 * Whether somebody whom nothing else in the season knows is surely none of those who speak in a scene. An OLD WOMAN there, or
 * a MRS. IRVINE, may be she; `everyone` may be all of them; a scene in which nobody speaks does not tell.
 */
function isNobodyOf({ speakers }: BareScene, word: string): boolean {
  if (speaksOfGroup(word)) return false;
  const isName = (speaker: string) => !/[\s.#]/.test(speaker.trim());
  return speakers.length > 0 && speakers.every((speaker) => isName(speaker) && !isPartOf(word, speaker));
}

/** Whether an id and a text have a word in common. */
function isPartOf(id: string, text: string): boolean {
  const words = slugOf(text).split('-');
  return id.split('-').some((part) => part.length > 1 && words.includes(part));
}

interface Candidate {
  readonly who: string;
  readonly scene: BareScene;
  readonly before: BareScene | undefined;
  readonly names: SceneNames;
}

/**
 * Named in the action, for sure or by a word that may mean them; addressed in a speech or its direction; on the other side of
 * an intercut; or there in the scene before, which goes on in the same place.
 */
function mayBeThere(season: Season, script: Script, { who, scene, before, names }: Candidate): boolean {
  if (names.intercut || names.action.named(who) !== 'no' || names.addressed.named(who) !== 'no') return true;
  if (!season.characters.has(who) && names.texts.some((text) => isPartOf(who, text))) return true;
  if (!before || before.heading === undefined || !goesOn(before, scene)) return false;
  return speaks(season, before, who) || namesOfScene(season, script, before.heading)?.action.named(who) !== 'no';
}

function speaks(season: Season, scene: BareScene, who: string): boolean {
  return scene.speakers.some((name) => season.person(name) === who);
}

function goesOn(before: BareScene, { setting }: BareScene): boolean {
  const sameBuilding = setting?.rooms[0] !== undefined && setting.rooms[0] === before.setting?.rooms[0];
  return sameBuilding || /\b(?:CONTINUOUS|CONTINUING|SAME|MOMENTS)\b/.test(setting?.time ?? '');
}

interface SceneNames {
  readonly action: NamesIn;
  readonly addressed: NamesIn;
  readonly intercut: boolean;
  /** What is told and said in it. */
  readonly texts: readonly string[];
}

function namesOfScene(season: Season, script: Script, item: number): SceneNames | undefined {
  const span = sceneSpan(script, item);
  if (!span) return undefined;
  const action = textsIn(script, span, ['action']);
  const addressed = [
    ...textsIn(script, span, ['parenthetical']),
    ...textsIn(script, span, ['dialogue']).flatMap(addresses),
  ];
  const all = [...action, ...textsIn(script, span, ['scene_heading', 'transition'])];
  return {
    action: namesIn(season, action),
    addressed: namesIn(season, addressed, 'names only'),
    intercut: all.some((text) => /\bintercut/i.test(text)),
    texts: textsIn(script, span, ['action', 'parenthetical', 'dialogue']),
  };
}

/** What stands where one calls somebody by name: between commas or the ends of sentences, in a word or two. */
function addresses(speech: string): string[] {
  return speech.split(/[.,;:!?—…"“”()]|\s[-–]+\s|--/).filter((part) => part.trim().split(/\s+/).length <= 2);
}
