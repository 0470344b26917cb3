import { isSpace } from './characters.ts';
import { hasHeadingPrefix } from './headings.ts';
import { CUTS, type Line, SPACES } from './lines.ts';
import { type NodePacker, TITLE_PAGE } from './packed-nodes.ts';

/** What begins a line that is something else than a key. */
const MARKS = '#.><=~@!';
const COLON = 58;

/** Keys that may stand first without a value, and alone. */
const COMMON_KEYS = new Set([
  ...['title', 'credit', 'author', 'authors', 'written by', 'source', 'based on', 'draft', 'draft date', 'date'],
  ...['contact', 'copyright', 'notes', 'revision', 'format', 'series', 'season', 'episode', 'study'],
]);

/**
 * Reads the title page from the first lines of a script; it ends with the first line of spaces, or with the block.
 * Returns how many of the lines belong to it; 0 where there is none.
 */
export function readTitlePage(source: string, lines: readonly Line[], count: number, nodes: NodePacker): number {
  if (count === 0 || !beginsTitlePage(source, lines[0]!, count > 1 ? lines[1] : undefined)) return 0;
  let read = 0;
  for (; read < count; read++) {
    const line = lines[read]!;
    if (line.first === SPACES) break;
    if (line.first === CUTS) continue;
    if (nodes.isEmpty || (!isIndented(source, line) && keyEnd(line) > 0)) nodes.add(TITLE_PAGE, line.start, line.end);
    else nodes.extend(line.end);
  }
  return read;
}

function beginsTitlePage(source: string, line: Line, next: Line | undefined): boolean {
  if (!line.hasText || isIndented(source, line) || beginsWithMark(source, line)) return false;
  const { text, from, to } = line;
  const colon = keyEnd(line);
  if (colon < 0 || hasHeadingPrefix(text, from, to)) return false;
  return colon < to - 1 || !isNoKey(source, line, colon, next);
}

function beginsWithMark(source: string, line: Line): boolean {
  return (
    MARKS.includes(source.charAt(line.start)) ||
    source.startsWith('[[', line.start) ||
    source.startsWith('/*', line.start)
  );
}

/**
 * Whether a first line that ends in its colon is a `FADE IN:`, `CUT TO:`, `He says:`, rather than a key: it is, unless the
 * key is a common one, or a value or another key follows.
 */
function isNoKey(source: string, line: Line, colon: number, next: Line | undefined): boolean {
  const key = line.text.slice(line.from, colon).trim();
  if (COMMON_KEYS.has(key.toLowerCase())) return false;
  if (/^fade (?:in|up)$/i.test(key) || /\bTO$/.test(key) || !next?.hasText) return true;
  return !isIndented(source, next) && keyEnd(next) < 0;
}

/** Where the colon after the key stands; -1 where the line has no key. */
function keyEnd(line: Line): number {
  for (let at = line.from; at < line.to; at++) {
    if (line.text.charCodeAt(at) === COLON) return at > line.from ? at : -1;
  }
  return -1;
}

function isIndented(source: string, line: Line): boolean {
  return isSpace(source.charCodeAt(line.start));
}
