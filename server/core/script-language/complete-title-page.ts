import { t } from '@vscode/l10n';
import type { Completion } from '../study-language/complete.ts';
import { TabStops } from '../study-language/tab-stops.ts';
import { type Around, type CursorAt, offer } from './offer.ts';
import { openKeys, TITLE_KEYS } from './title-keys.ts';
import { hasEpisodes, type TitleWords, wordsForKey } from './title-values.ts';
import { sameWord } from './used-words.ts';

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

/** A script that is longer is not looked at at each key, whether there is anything on its lines. */
const LONGEST_BLANK = 200;

/** A whole title page to fill in, at the beginning of an empty script. */
export function titlePage({ context, script }: Around, cursor: CursorAt<'title key'>, words: TitleWords): Completion[] {
  const { text } = script;
  const isKey = TITLE_KEYS.some(({ key }) => sameWord(key) === sameWord(cursor.written.trim()));
  if (isKey || text.length > LONGEST_BLANK || text.toString().trim() !== cursor.written.trim()) return [];
  const at = new TabStops();
  const lines = [`Title: ${at.text(t('Title'))}`];
  // A film has no episode.
  const [next = '1'] = wordsForKey(context, 'episode', words);
  if (hasEpisodes(context)) lines.push(`Episode: ${at.text(next)}`);
  lines.push(`Author: ${at.open()}`, `Draft date: ${at.open()}`, '', '$0');
  const template = { label: t('Title page'), snippet: lines.join('\n'), says: t('A title page to fill in.') };
  return offer(cursor, 'template', [template], () => '');
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
