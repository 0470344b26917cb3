import { stringify } from 'yaml';

/**
 * A key of a study file with its entries, below a comment; empty where there are none. Whatever the entries say is written
 * so that it is read again as what it was.
 */
export function yamlSection(comment: readonly string[], key: string, entries: readonly object[]): string {
  if (entries.length === 0) return '';
  return `\n${commentLines(comment)}${stringify({ [key]: entries.map(withoutGaps) }, { lineWidth: 0 })}`;
}

/** Each line a comment, also those that a text has within it: a translation may break where it likes. */
export function commentLines(texts: readonly string[], sign = '#'): string {
  const lines = texts.flatMap((text) => text.split(/\r\n|\r|\n/));
  return lines.map((line) => (line === '' ? `${sign}\n` : `${sign} ${line}\n`)).join('');
}

/** A text as a value on one line. */
export function yamlText(text: string): string {
  return stringify(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trim();
}

/** The same where it also holds between brackets. */
export function flowText(text: string): string {
  const value = yamlText(text);
  return /^["']/.test(value) || !/[,[\]{}]/.test(value) ? value : JSON.stringify(value);
}

/** A text, a number, a list or a map on one line, also between brackets. */
export function flowValue(value: unknown): string {
  if (typeof value === 'string') return flowText(value);
  const isList = Array.isArray(value);
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: !isList, lineWidth: 0 }).trim();
}

/** An entry without what is not known or empty. */
export function withoutGaps(entry: object): object {
  const filled = Object.entries(entry).filter(([, value]) => value !== undefined && !isEmpty(value));
  return Object.fromEntries(filled);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
