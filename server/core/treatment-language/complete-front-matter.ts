import type { QueryContext } from '../query/context.ts';
import { offer } from '../script-language/offer.ts';
import { FRONT_MATTER_KEYS, openKeys } from '../script-language/title-keys.ts';
import { hasEpisodes, type TitleWords, wordsForKey } from '../script-language/title-values.ts';
import type { Completion } from '../study-language/complete.ts';
import { yamlText } from '../study-writing/yaml-section.ts';
import { type FrontCursor, frontCursor } from './front-cursor.ts';

/**
 * What may stand at an offset of a treatment's front matter: the keys that are read there and are not there yet, and what they
 * may say. The likeliest first; nothing outside front matter.
 */
export function completeFrontMatter(context: QueryContext, offset: number, words: TitleWords): Completion[] {
  const { manuscript } = context;
  const cursor = manuscript.kind === 'treatment' ? frontCursor(manuscript.text, offset) : undefined;
  if (!cursor) return [];
  if (cursor.at === 'key') return keys(context, cursor, words);
  const isRead = FRONT_MATTER_KEYS.some(({ key }) => key.toLowerCase() === cursor.key);
  const values = isRead ? wordsForKey(context, cursor.key, words) : [];
  return offer(
    cursor,
    'word',
    values.map((label) => ({ label })),
    ({ label }) => cursor.lead + valueText(label, cursor.quote),
  );
}

function keys(context: QueryContext, cursor: Extract<FrontCursor, { at: 'key' }>, words: TitleWords): Completion[] {
  const { there, colon } = cursor;
  // Front matter that other tools read as well is often in small letters: ours is then no exception.
  const small = there.length > 0 && there.every((key) => key === key.toLowerCase());
  const open = openKeys(FRONT_MATTER_KEYS, new Set(there.map((key) => key.toLowerCase())), hasEpisodes(context));
  return offer(
    cursor,
    'key',
    open.map(({ key, says }) => ({
      label: small ? key.toLowerCase() : key,
      says: says(),
      ...(!colon && wordsForKey(context, key.toLowerCase(), words).length > 0 && { goesOn: true as const }),
    })),
    ({ label }) => (colon ? label : `${label}: `),
  );
}

/** A word as YAML reads it back, in the quotes that are there or in those that it needs. Of a number any form is read. */
function valueText(word: string, quote: '' | '"' | "'"): string {
  if (quote === '"') return JSON.stringify(word).slice(1, -1);
  if (quote === "'") return word.replaceAll("'", "''");
  return /^\d+$/.test(word) ? word : yamlText(word);
}
