import fuzzysort from 'fuzzysort';
import { digestOf } from '../season/digest.ts';
import { type Horizon, isTold, within } from '../season/horizon.ts';
import type { Season, SeasonFile, Target } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import { namesOf } from '../season/words.ts';
import { wholeTarget } from './call-hierarchy/call-hierarchy.ts';
import { episodeLabel, episodeTitle } from './labels.ts';

/** Something of a season that can be looked for by its name. */
export interface SeasonSymbol {
  readonly name: string;
  /** Where it belongs: the season, and within it the episode. */
  readonly container: string;
  readonly kind: SymbolKindName;
  /** Undefined where it has no place after all. Of who speaks it is looked for when it is asked. */
  readonly target: Target | undefined;
}

/** In the order in which those that fit equally well are listed. */
const kinds = ['character', 'thread', 'fact', 'reveal', 'place', 'episode', 'act', 'scene'] as const;
export type SymbolKindName = (typeof kinds)[number];

const made = new WeakMap<Season, readonly SeasonSymbol[]>();

/** Everything of a season that has a name and a place to go to, as far as the horizon goes. Made once for a season. */
export function seasonSymbols(whole: Season, horizon: Horizon | undefined): readonly SeasonSymbol[] {
  const season = within(whole, horizon);
  let symbols = made.get(season);
  if (!symbols) {
    const titles = titlesIn(season);
    const { facts } = entriesOf(season.study);
    const nameOf = (id: string) => oneLine(facts.get(id)?.text ?? titles.get(`fact ${id}`) ?? id);
    const files = [...season.files.values()].flatMap((file) => ofFile(season, file, nameOf, horizon));
    symbols = [...ofStudy(season, titles), ...files];
    made.set(season, symbols);
  }
  return symbols;
}

/**
 * The best of the symbols for what somebody types, at most `limit`: its letters have to stand in the name in that order,
 * whatever lies between. Of several words, the first may be of the name and the others of where it belongs: editors that
 * look through the answer once more do the same. All, by kind, where nothing is typed yet.
 */
export function matchingSymbols(symbols: readonly SeasonSymbol[], query: string, limit: number): SeasonSymbol[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const [first, ...others] = words;
  if (first === undefined) return [...symbols].sort(byKind).slice(0, limit);
  const found = best(symbols, words.join(''), ({ name }) => name, limit);
  if (others.length === 0 || found.length >= limit) return found;
  const inName = best(symbols, first, ({ name }) => name, 0);
  const known = new Set(found);
  const inBoth = best(inName, others.join(''), ({ container }) => container, limit).filter((one) => !known.has(one));
  return [...found, ...inBoth].slice(0, limit);
}

/** `limit` 0 is all. Of those that fit equally well, people and threads come first. */
function best(
  symbols: readonly SeasonSymbol[],
  word: string,
  text: (symbol: SeasonSymbol) => string,
  limit: number,
): SeasonSymbol[] {
  const found = fuzzysort.go(word, symbols, {
    key: text,
    limit,
    threshold: 0,
    scoreFn: ({ score, obj }) => score - kinds.indexOf(obj.kind) * LESSER_KIND,
  });
  return found.map(({ obj }) => obj);
}

/** By how much a kind counts less than the one before it. Scores go from 0 to 1. */
const LESSER_KIND = 0.01;

function byKind(a: SeasonSymbol, b: SeasonSymbol): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
}

function ofStudy(season: Season, titles: ReadonlyMap<string, string>): SeasonSymbol[] {
  const { study, title: container } = season;
  const symbols: SeasonSymbol[] = [];
  const add = (kind: SymbolKindName, name: string, target: Target | undefined) => {
    if (target && name.trim() !== '') symbols.push({ name: oneLine(name), container, kind, target });
  };
  const entry = (declared: { readonly span: { start: number; end: number } } | undefined) =>
    study && declared && { uri: study.uri, span: declared.span };
  for (const person of season.characters.values()) {
    if (person.declared) add('character', person.name, entry(person.declared));
    else
      symbols.push({
        name: oneLine(person.name),
        container,
        kind: 'character',
        get target() {
          return person.cues[0];
        },
      });
  }
  const story = (kind: 'thread' | 'fact', id: string, declared: string | undefined) => {
    const stories = kind === 'thread' ? season.threads : season.facts;
    symbols.push({
      name: oneLine(declared ?? titles.get(`${kind} ${id}`) ?? id),
      container,
      kind,
      get target() {
        const found = stories.get(id);
        return found && wholeTarget(season, found);
      },
    });
  };
  const { threads, facts } = entriesOf(study);
  for (const id of season.threads.keys()) story('thread', id, threads.get(id)?.title);
  for (const id of season.facts.keys()) story('fact', id, facts.get(id)?.text);
  for (const place of study?.places ?? []) add('place', place.name, entry(place));
  for (const episode of season.episodes) {
    const { told, declared, number } = episode;
    const text = told && { uri: told.uri, item: told.part.heading ?? told.part.first };
    const isThere = told !== undefined && told.part.first < told.part.end;
    if (number !== undefined) add('episode', episodeTitle(season, episode), isThere ? text : entry(declared));
  }
  return symbols;
}

/**
 * The titles with which threads and facts are annotated, each as it first is. Not asked of their stories: to tell all of
 * these takes far longer than to name them.
 */
function titlesIn(season: Season): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { facts } of season.files.values()) {
    for (const { mark } of digestOf(facts).marks) {
      if (!mark.title) continue;
      const kind = namesOf(mark.kind) === 'threads' ? 'thread' : 'fact';
      for (const id of mark.ids) if (!titles.has(`${kind} ${id}`)) titles.set(`${kind} ${id}`, mark.title);
    }
  }
  return titles;
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
