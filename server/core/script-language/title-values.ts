import type { QueryContext } from '../query/context.ts';
import { isTold } from '../season/horizon.ts';

/** What the season does not say of what a title page may name. */
export interface TitleWords {
  /** The names of the studies that `Study:` can name. */
  readonly studies: () => readonly string[];
}

/** Keys whose value is the same from script to script. */
const shared = new Set([
  'credit',
  'author',
  'authors',
  'source',
  'contact',
  'copyright',
  'season',
  'title',
  'revision',
]);

/**
 * What a key of a title page, or of front matter, may say: what the other texts of the season say, and the numbers and names
 * that it can have.
 *
 * @param key in lower case
 */
export function wordsForKey(context: QueryContext, key: string, words: TitleWords): string[] {
  return [
    ...(key === 'study' ? [...words.studies(), 'none'] : []),
    ...(key === 'episode' ? openEpisodes(context) : []),
    ...(key === 'season' ? seasonOf(context) : []),
    ...(shared.has(key) ? saidElsewhere(context, key) : []),
    ...(key === 'credit' ? ['Written by', 'Teleplay by', 'Story by', 'Created by'] : []),
  ];
}

/** Whether a text is known to tell one episode of several. */
export function hasEpisodes({ season }: QueryContext): boolean {
  return season.episodes.length > 1 || season.study !== undefined;
}

/** The first episodes that no other text of this kind tells: a script and a treatment may tell the same one. */
function openEpisodes({ season, uri, manuscript }: QueryContext): string[] {
  const others = season.episodes.filter(({ told, linked }) =>
    [...(told ? [told] : []), ...linked].some((text) => text.kind === manuscript.kind && text.uri !== uri),
  );
  const told = new Set(others.map(({ number }) => number));
  const declared = season.study?.episodes.map(({ number }) => number) ?? [];
  const next = Math.max(0, ...[...told].map((number) => number ?? 0)) + 1;
  return [...new Set([...declared, next])].filter((number) => !told.has(number)).map(String);
}

function seasonOf({ season }: QueryContext): string[] {
  const number = season.study?.season;
  return number === undefined ? [] : [String(number)];
}

function saidElsewhere({ season, uri, horizon }: QueryContext, key: string): string[] {
  const told = season.episodes.filter((_, i) => isTold(season, { episode: i }, horizon));
  const files = told.flatMap(({ told, linked }) => [...(told ? [told] : []), ...linked]).map((text) => text.uri);
  return [...new Set(files)].flatMap((file) => {
    const value = file === uri ? undefined : season.files.get(file)?.facts.head[key];
    return value && !value.includes('\n') ? [value] : [];
  });
}
