import { parseDocument } from 'yaml';
import type { SourceText } from '../text/source-text.ts';

/** What stands above the prose: a byte-order mark, and keys between two lines `---`. */
export interface FrontMatter {
  /** Where the prose begins. */
  readonly end: number;
  /** What stands between the lines; undefined where there is no front matter. */
  readonly source?: string;
}

/** Farther down than this no end is looked for: the `---` on top is a rule, and the rest is prose. */
export const MOST_LINES = 300;

/** Longer front matter than this is read line by line: YAML takes its time. */
const MOST_YAML = 10_000;

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Front matter begins with `---` on the first line, has something on the second, and ends with `---` or `...`. Without an
 * end there is none.
 */
export function frontMatterOf(text: SourceText): FrontMatter {
  const start = proseStart(text);
  if (!opensFrontMatter(text) || text.lineText(1).trim() === '') return { end: start };
  const lines = Math.min(text.lineCount, MOST_LINES);
  for (let line = 1; line < lines; line++) {
    const from = text.lineStart(line);
    if (closesFrontMatter(text.slice(from, Math.min(from + 80, text.lineStart(line + 1))))) {
      return { end: text.lineStart(line + 1), source: text.slice(text.lineStart(1), from) };
    }
  }
  return { end: start };
}

/** Whether the first line is one above front matter, be there any below it or not. */
export function opensFrontMatter(text: SourceText): boolean {
  const start = proseStart(text);
  return text.slice(start, start + 3) === '---' && /^---\s*$/.test(text.lineText(0).slice(start));
}

/** Whether a line is one below front matter. */
export function closesFrontMatter(line: string): boolean {
  return /^(?:---|\.\.\.)\s*$/.test(line);
}

/** Where the text begins, behind a byte-order mark. */
function proseStart(text: SourceText): number {
  return text.slice(0, 1) === BYTE_ORDER_MARK ? 1 : 0;
}

/** Keys in lower case and their values; a list is joined by commas. What YAML cannot read is read line by line. */
export function headOf(source: string | undefined): Readonly<Record<string, string>> {
  if (source === undefined) return {};
  const pairs = (source.length <= MOST_YAML ? yamlPairs(source) : undefined) ?? linePairs(source);
  return Object.fromEntries(pairs.map(([key, value]) => [key.trim().toLowerCase(), value.trim()]));
}

function yamlPairs(source: string): [string, string][] | undefined {
  try {
    const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 10 });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.entries(value).map(([key, it]) => [key, written(it)]);
  } catch {
    return undefined;
  }
}

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string').join(', ') : '';
}

function linePairs(source: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (const line of source.split(/\r\n|\r|\n/)) {
    const match = /^([^\s:#][^:]{0,80}):(?:\s+(\S.*))?\s*$/.exec(line);
    if (match) pairs.push([match[1]!, (match[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')]);
  }
  return pairs;
}
