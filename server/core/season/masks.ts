import { slugOf } from '../annotations/slug.ts';
import { samePlain } from '../facts/same.ts';
import { CueSet } from '../mentions/cue-set.ts';
import type { Mask, Study, StudyCharacter, StudyEvent } from '../study/study.ts';
import { digestOf } from './digest.ts';
import { itemsOf } from './items.ts';
import { peopleOf } from './people.ts';
import type { CharacterStory, Moment, Season, TextTarget } from './season.ts';
import { peopleOf as peopleNamed } from './words.ts';

/**
 * The people of a season as far as the reader has got. An alias whose secret lies ahead is a mask: somebody of their own, of
 * whom is known what is told under that name and nothing else. Two masks of one person are two people.
 */

/** Says whether a reveal of the study has been told. */
type IsRevealed = (reveal: string) => boolean;
/** Says whether what lies at a moment has been told. */
type IsTold = (moment: Moment | undefined) => boolean;

/** The masks of a season, in the order of the study. */
export function masksOf(season: Season, revealed: IsRevealed): readonly Mask[] {
  const { study } = season;
  if (!study) return [];
  const people = peopleOf(study);
  const masks = new Map<string, Mask>();
  for (const character of study.characters) {
    const { aliases } = withoutSecrets(character, revealed);
    if (aliases === character.aliases) continue;
    const open = new Set([character, ...aliases].map(({ name }) => slugOf(name)));
    for (const alias of character.aliases) {
      const slug = slugOf(alias.name);
      // What means somebody else all along is no name of theirs.
      if (!isSecret(alias, revealed) || slug === '' || open.has(slug) || people.ofWord(slug) !== character.id) continue;
      if (!masks.has(slug)) masks.set(slug, { id: freeId(season, slug), name: alias.name });
    }
  }
  return [...masks.values()];
}

/** The slug of the name, as of all who have no entry; another one where that is the id of whoever wears the mask. */
function freeId({ characters }: Season, slug: string): string {
  let id = slug;
  for (let n = 2; characters.has(id); n++) id = `${slug}-${n}`;
  return id;
}

/** A character without the aliases of which nothing may tell yet whose they are; the same object where there are none. */
export function withoutSecrets(character: StudyCharacter, revealed: IsRevealed): StudyCharacter {
  const aliases = character.aliases.filter((alias) => !isSecret(alias, revealed));
  return aliases.length === character.aliases.length ? character : { ...character, aliases };
}

function isSecret({ until }: StudyCharacter['aliases'][number], revealed: IsRevealed): boolean {
  return until !== undefined && !revealed(until);
}

/** Whom a name means to somebody who takes masks for people; undefined where that is nobody known. */
export function personBehind(season: Season, masks: readonly Mask[]): (name: string) => string | undefined {
  if (masks.length === 0) return season.person;
  const ids = new Map(masks.flatMap(({ id, name }) => [[id, id] as const, [slugOf(name), id] as const]));
  return (name) => ids.get(slugOf(name)) ?? season.person(name);
}

/**
 * Events as they look to somebody who takes masks for people. A study says who was there by the ids of its characters, and has
 * none for a mask: where the words of the event name the mask and not who wears it, the mask was there.
 */
export function eventsBehind(
  events: readonly StudyEvent[],
  { characters }: Study,
  masks: readonly Mask[],
  revealed: IsRevealed,
): StudyEvent[] {
  const idOf = new Map(masks.map(({ id, name }) => [slugOf(name), id]));
  const namesOf = new Map<string, CueSet>();
  for (const character of masks.length === 0 ? [] : characters) {
    const { id, name, aliases } = character;
    if (!aliases.some((alias) => isSecret(alias, revealed))) continue;
    const names = aliases.flatMap((alias) => {
      const of = isSecret(alias, revealed) ? idOf.get(slugOf(alias.name)) : id;
      return of === undefined ? [] : { text: alias.name, referent: { kind: 'character', id: of } as const };
    });
    namesOf.set(id, CueSet.of([{ text: name, referent: { kind: 'character', id } }, ...names]));
  }
  return events.map((event) => {
    const who = event.who.flatMap((id) => {
      const named = namesOf.get(id)?.find(event.text) ?? [];
      const ids = new Set(named.flatMap(({ referents }) => referents.map((one) => one.id)));
      return ids.size === 0 || ids.has(id) ? id : [...ids];
    });
    return samePlain(who, event.who) ? event : { ...event, who };
  });
}

/** The cast with each mask as somebody of their own; of everybody what has been told. */
export function castBehind(
  season: Season,
  masks: readonly Mask[],
  told: IsTold,
  revealed: IsRevealed,
): Map<string, CharacterStory> {
  const cast = new Map<string, CharacterStory>();
  const maskOf = new Map(masks.map((mask) => [slugOf(mask.name), { ...mask, spokenAs: [], cues: [] } as SpokenMask]));
  for (const character of season.characters.values()) {
    const { id, name, declared, spokenAs } = character;
    const cues = character.cues.filter((cue) => told(season.moment(cue)));
    const ownNames = spokenAs.filter((one) => !maskOf.has(slugOf(one)));
    const own = ownNames.length === spokenAs.length ? cues : cues.filter((cue) => !takenByMask(season, maskOf, cue));
    if (!declared && own.length === 0) continue;
    cast.set(id, { id, name, cues: own, declared: declared && withoutSecrets(declared, revealed), spokenAs: ownNames });
  }
  for (const mask of maskOf.values()) cast.set(mask.id, mask);
  return cast;
}

interface SpokenMask extends CharacterStory {
  readonly spokenAs: string[];
  readonly cues: TextTarget[];
}

/** Whether a cue is a mask's. It is given to it. */
function takenByMask(season: Season, maskOf: ReadonlyMap<string, SpokenMask>, cue: TextTarget): boolean {
  const facts = season.files.get(cue.uri)?.facts;
  const item = facts && itemsOf(facts)[cue.item];
  const mask = item?.type === 'cue' ? maskOf.get(slugOf(item.name)) : undefined;
  if (!mask || item?.type !== 'cue') return false;
  mask.cues.push(cue);
  if (!mask.spokenAs.includes(item.name)) mask.spokenAs.push(item.name);
  return true;
}

/**
 * The masks under which nobody speaks, and which no annotation nor the study's own words name, as far as the reader has got.
 *
 * @param study as far as the reader has got
 */
export function unheard(
  { season, cast, told }: { season: Season; cast: ReadonlyMap<string, CharacterStory>; told: IsTold },
  study: Study | undefined,
): Mask[] {
  const silent = (study?.masks ?? []).filter(({ id }) => cast.get(id)?.cues.length === 0);
  if (!study || silent.length === 0) return [];
  const annotated = new Set<string>();
  for (const { uri, facts } of season.files.values()) {
    for (const { item, mark } of digestOf(facts).marks) {
      const people = peopleNamed(mark);
      if (people.length > 0 && told(season.moment({ uri, item }))) for (const word of people) annotated.add(word);
    }
  }
  const names = CueSet.of(silent.map(({ id, name }) => ({ text: name, referent: { kind: 'character', id } })));
  const written = new Set(wordsOf(study).flatMap((text) => names.find(text).flatMap((one) => one.referents[0]!.id)));
  return silent.filter(({ id, name }) => !annotated.has(slugOf(name)) && !written.has(id));
}

/** What a study says of people and events where cards show it. */
function wordsOf({ characters, episodes, events, facts, threads, turns, craftNotes }: Study): string[] {
  return [
    ...[...characters, ...episodes].flatMap(({ note }) => note ?? []),
    ...[...events, ...facts, ...turns, ...craftNotes].map(({ text }) => text),
    ...threads.map(({ title }) => title),
  ];
}
