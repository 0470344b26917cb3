import { digestOf } from '../season/digest.ts';
import { type Horizon, isTold, within } from '../season/horizon.ts';
import { byMoment } from '../season/moments.ts';
import type { Moment, Season, SeasonFile, Target, TextTarget } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import { namesOf } from '../season/words.ts';
import { wholeTarget } from './call-hierarchy/call-hierarchy.ts';
import { episodeLabel, episodeTitle } from './labels.ts';
import { firstSeen } from './locate.ts';

/** Something of a season that can be looked for by its name. It holds nothing of the season, which need not be kept for it. */
export interface SeasonSymbol {
  readonly name: string;
  /** Where it belongs: the season, and within it the episode. */
  readonly container: string;
  readonly kind: SymbolKindName;
  /** Undefined where it has no place after all. */
  readonly target: Target | undefined;
}

/** In the order in which those that fit equally well are listed. */
export const symbolKinds = ['character', 'thread', 'fact', 'reveal', 'place', 'episode', 'act', 'scene'] as const;
export type SymbolKindName = (typeof symbolKinds)[number];

/** Everything of a season that has a name and a place to go to, as far as the horizon goes. */
export function seasonSymbols(whole: Season, horizon: Horizon | undefined): SeasonSymbol[] {
  const season = within(whole, horizon);
  const firsts = firstsIn(season, horizon);
  const { facts } = entriesOf(season.study);
  const nameOf = (id: string) => oneLine(facts.get(id)?.text ?? firsts.titles.get(`fact ${id}`) ?? id);
  const files = [...season.files.values()].flatMap((file) => ofFile(season, file, nameOf, horizon));
  return [...ofSeason(season, firsts), ...files];
}

function ofSeason(season: Season, { marks, titles }: Firsts): SeasonSymbol[] {
  const { study, title: container } = season;
  const symbols: SeasonSymbol[] = [];
  const add = (kind: SymbolKindName, name: string, target: Target | undefined) => {
    if (target && name.trim() !== '') symbols.push({ name: oneLine(name), container, kind, target });
  };
  const entry = (declared: { readonly span: { start: number; end: number } } | undefined) =>
    study && declared && { uri: study.uri, span: declared.span };
  for (const person of season.characters.values())
    add('character', person.name, entry(person.declared) ?? firstSeen(season, person));
  const { threads, facts } = entriesOf(study);
  for (const id of season.threads.keys()) {
    const declared = threads.get(id);
    const name = declared?.title ?? titles.get(`thread ${id}`) ?? id;
    add('thread', name, entry(declared) ?? marks.get(`thread ${id}`)?.target);
  }
  for (const id of season.facts.keys()) {
    const declared = facts.get(id);
    // Where one that only a reveal of the study names has its place, its story tells.
    const target = entry(declared) ?? marks.get(`fact ${id}`)?.target ?? wholeTarget(season, season.facts.get(id)!);
    add('fact', declared?.text ?? titles.get(`fact ${id}`) ?? id, target);
  }
  for (const place of study?.places ?? []) add('place', place.name, entry(place));
  for (const episode of season.episodes) {
    const { told, declared, number } = episode;
    const text = told && { uri: told.uri, item: told.part.heading ?? told.part.first };
    const isThere = told !== undefined && told.part.first < told.part.end;
    if (number !== undefined) add('episode', episodeTitle(season, episode), isThere ? text : entry(declared));
  }
  return symbols;
}

interface FirstMark {
  readonly target: TextTarget;
  readonly moment: Moment;
}

interface Firsts {
  readonly marks: ReadonlyMap<string, FirstMark>;
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Where each thread and fact is annotated first, and the title that it is given first. Not asked of their stories: to tell all
 * of these takes far longer than to name them.
 */
function firstsIn(season: Season, horizon: Horizon | undefined): Firsts {
  const marks = new Map<string, FirstMark>();
  const titled = new Map<string, FirstMark & { readonly title: string }>();
  for (const { uri, facts } of season.files.values()) {
    for (const { item, mark } of digestOf(facts).marks) {
      const names = namesOf(mark.kind);
      if (names !== 'threads' && names !== 'facts') continue;
      const target = { uri, item };
      const moment = season.moment(target);
      if (!moment || !isTold(season, moment, horizon)) continue;
      const one = { target, moment };
      for (const id of mark.ids) {
        const key = `${names === 'threads' ? 'thread' : 'fact'} ${id}`;
        keepFirst(marks, key, one);
        if (mark.title) keepFirst(titled, key, { ...one, title: mark.title });
      }
    }
  }
  return { marks, titles: new Map([...titled].map(([key, { title }]) => [key, title])) };
}

function keepFirst<T extends FirstMark>(firsts: Map<string, T>, key: string, one: T): void {
  const known = firsts.get(key);
  if (!known || byMoment(one, known) < 0) firsts.set(key, one);
}

/** The acts, scenes and reveals of a file, as far as they are told. */
function ofFile(
  season: Season,
  { uri, structure }: SeasonFile,
  nameOf: (fact: string) => string,
  horizon: Horizon | undefined,
): SeasonSymbol[] {
  return structure.episodes.flatMap((part) => {
    const moment = season.moment({ uri, item: part.first });
    if (moment && !isTold(season, moment, horizon)) return [];
    const episode = moment && season.episodes[moment.episode];
    const label = episode && episode.number !== undefined ? ` ${episodeLabel(season, episode)}` : '';
    const container = `${season.title}${label}`;
    const parts = part.acts.flatMap((act) => {
      return [act, ...act.scenes].flatMap(({ heading, title }): SeasonSymbol[] => {
        if (heading === undefined || title.trim() === '') return [];
        const kind = heading === act.heading ? 'act' : 'scene';
        return [{ name: oneLine(title), container, kind, target: { uri, item: heading } }];
      });
    });
    const scenes = part.acts.flatMap((act) => act.scenes);
    const reveals = scenes.flatMap(({ marks }) =>
      marks.flatMap(({ item, mark }): SeasonSymbol[] => {
        if (mark.kind !== 'reveal') return [];
        const known = mark.ids.filter((id) => season.facts.has(id));
        return known.map((id) => ({ name: nameOf(id), container, kind: 'reveal', target: { uri, item } }));
      }),
    );
    return [...parts, ...reveals];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
