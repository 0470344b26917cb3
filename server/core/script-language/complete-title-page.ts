import { isTold } from '../season/horizon.ts';
import type { Completion } from '../study-language/complete.ts';
import type { TitleWords } from './complete-script.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { TITLE_KEYS } from './title-keys.ts';

/** The keys that are not there yet. */
export function titleKeys({ context, script }: Around, cursor: CursorAt<'title key'>): Completion[] {
  const there = new Set(
    script.titlePage().flatMap(({ start, key }) => (start === cursor.span.start ? [] : [key?.toLowerCase()])),
  );
  const numbered = context.season.episodes.length > 1 || context.season.study !== undefined;
  const first = (key: string) => numbered && key === 'Episode';
  const open = TITLE_KEYS.filter(({ key }) => !there.has(key.toLowerCase()));
  const inOrder = [
    ...open.slice(0, 1),
    ...open.slice(1).filter(({ key }) => first(key)),
    ...open.slice(1).filter(({ key }) => !first(key)),
  ];
  return offer(
    cursor,
    'key',
    inOrder.map(({ key, says }) => ({ label: key, says: says() })),
    ({ label }) => (cursor.colon ? label : `${label}: `),
  );
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

/** What the other scripts of the season say for the key; the numbers and names that it can have. */
export function titleValues(around: Around, cursor: CursorAt<'title value'>, words: TitleWords): Completion[] {
  const { key } = cursor;
  const values = [
    ...(key === 'study' ? [...words.studies(), 'none'] : []),
    ...(key === 'episode' ? openEpisodes(around) : []),
    ...(key === 'season' ? seasonOf(around) : []),
    ...(shared.has(key) ? saidElsewhere(around, key) : []),
    ...(key === 'credit' ? ['Written by', 'Teleplay by', 'Story by', 'Created by'] : []),
  ];
  const before = around.script.text.slice(cursor.lineStart, cursor.span.start);
  const lead = before.endsWith(':') ? ' ' : '';
  return offer(
    cursor,
    'word',
    values.map((label) => ({ label })),
    ({ label }) => lead + label,
  );
}

/** The first episodes that no other script tells. */
function openEpisodes({ context }: Around): string[] {
  const { season, uri } = context;
  const told = new Set(
    season.episodes.flatMap(({ number, told }) => (told?.kind === 'script' && told.uri !== uri ? [number] : [])),
  );
  const declared = season.study?.episodes.map(({ number }) => number) ?? [];
  const next = Math.max(0, ...[...told].map((number) => number ?? 0)) + 1;
  return [...new Set([...declared, next])].filter((number) => !told.has(number)).map(String);
}

function seasonOf({ context }: Around): string[] {
  const number = context.season.study?.season;
  return number === undefined ? [] : [String(number)];
}

function saidElsewhere({ context }: Around, key: string): string[] {
  const { season, uri, horizon } = context;
  const told = season.episodes.filter((_, i) => isTold(season, { episode: i }, horizon));
  const files = told.flatMap(({ told, linked }) => [...(told ? [told] : []), ...linked]).map((text) => text.uri);
  return [...new Set(files)].flatMap((file) => {
    const value = file === uri ? undefined : season.files.get(file)?.facts.head[key];
    return value && !value.includes('\n') ? [value] : [];
  });
}
