import { t } from '@vscode/l10n';
import { perSeason } from '../../season/per-season.ts';
import type { CharacterStory, Season, TextTarget } from '../../season/season.ts';
import type { ItemRange } from '../../structure/file-structure.ts';
import type { Span } from '../../text/span.ts';
import type { Card, CardPlace } from '../answers.ts';
import type { Measure } from '../context.ts';
import { counts } from '../counts.ts';
import { sceneTitle, whereLabel } from '../labels.ts';
import { craftFor, disputesOn } from '../notes.ts';
import { partsAt } from '../places.ts';
import { card } from './card.ts';

/** The card of somebody in the story: who they are, other names, first and last scene, how often they speak. */
export function personCard(season: Season, person: CharacterStory, span: Span, measure: Measure | undefined): Card {
  const { declared, cues } = person;
  const refs = [`character:${person.id}`];
  const lines = [
    declared?.note,
    declared?.actor && t('Played by {0}.', declared.actor),
    declared && declared.aliases.length > 0 && t('Also: {0}.', declared.aliases.map(({ name }) => name).join(', ')),
    cues.length > 0 && t('{0} in {1}.', counts.speeches(cues.length), counts.scenes(scenesOf(season, person))),
  ];
  return card(span, person.name, t('Character'), {
    lines: lines.filter((line): line is string => typeof line === 'string' && line !== ''),
    places: [
      sceneLine(season, t('First scene'), cues[0], measure),
      sceneLine(season, t('Last scene'), cues.at(-1), measure),
    ].flatMap((line) => line ?? []),
    craft: craftFor(season.study, refs, 'character'),
    disputes: disputesOn(season.study, refs),
  });
}

interface SceneOfFile {
  readonly uri: string;
  readonly scene: ItemRange;
}

/** In how many scenes somebody speaks. */
const scenesOf = perSeason((season, { cues }: CharacterStory): number => {
  const scenes = new Set<unknown>();
  let last: SceneOfFile | undefined;
  for (const { uri, item } of cues) {
    // Mostly one speaks again in the same scene.
    if (last?.uri === uri && item >= last.scene.first && item < last.scene.end) continue;
    const file = season.files.get(uri);
    const scene = file && partsAt(file, item)?.scene;
    last = scene && { uri, scene };
    if (scene) scenes.add(scene);
  }
  return scenes.size;
});

function sceneLine(
  season: Season,
  role: string,
  cue: TextTarget | undefined,
  measure: Measure | undefined,
): CardPlace | undefined {
  const file = cue && season.files.get(cue.uri);
  const scene = file && partsAt(file, cue.item)?.scene;
  if (!cue || !scene) return undefined;
  const target = { uri: cue.uri, item: scene.heading ?? cue.item };
  const where = whereLabel(season, { moment: season.moment(cue) }, measure?.page(target));
  return { role, where, text: sceneTitle(scene), target, here: false, reading: false };
}
