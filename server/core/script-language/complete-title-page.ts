import type { Completion } from '../study-language/complete.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { openKeys, TITLE_KEYS } from './title-keys.ts';
import { hasEpisodes, type TitleWords, wordsForKey } from './title-values.ts';

/** The keys that are not there yet. */
export function titleKeys({ context, script }: Around, cursor: CursorAt<'title key'>): Completion[] {
  const there = new Set(
    script.titlePage().flatMap(({ start, key }) => (start === cursor.span.start || !key ? [] : [key.toLowerCase()])),
  );
  return offer(
    cursor,
    'key',
    openKeys(TITLE_KEYS, there, hasEpisodes(context)).map(({ key, says }) => ({ label: key, says: says() })),
    ({ label }) => (cursor.colon ? label : `${label}: `),
  );
}

/** What the other scripts of the season say for the key; the numbers and names that it can have. */
export function titleValues(
  { context, script }: Around,
  cursor: CursorAt<'title value'>,
  words: TitleWords,
): Completion[] {
  const before = script.text.slice(cursor.lineStart, cursor.span.start);
  const lead = before.endsWith(':') ? ' ' : '';
  return offer(
    cursor,
    'word',
    wordsForKey(context, cursor.key, words).map((label) => ({ label })),
    ({ label }) => lead + label,
  );
}
