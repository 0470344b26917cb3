import type { Part } from './paragraph.ts';
import { sentenceEnds } from './sentences.ts';
import { linesFrom, type PrintedLine } from './wrap.ts';

/** A place in a paragraph: an offset in the text of one of its parts. */
export interface PartPosition {
  readonly part: number;
  readonly offset: number;
}

interface Row extends PrintedLine {
  readonly part: number;
}

/** Where a paragraph is parted: what stands on this page, and where the next one goes on. */
export interface Split {
  /** Lines on this page, `(MORE)` not counted. */
  readonly lines: number;
  readonly next: PartPosition;
}

/** Lines that have to stand on each side of a page break, for one that stands alone is lost. */
const LEAST = 2;

/** The lines from a position on, at most `max` of them. */
export function rowsFrom(parts: readonly Part[], from: PartPosition, max: number): Row[] {
  const rows: Row[] = [];
  for (let part = from.part; part < parts.length && rows.length < max; part++) {
    const { text, width } = parts[part]!;
    const offset = part === from.part ? from.offset : 0;
    for (const line of linesFrom(text, offset, width, max - rows.length)) rows.push({ part, ...line });
  }
  return rows;
}

/**
 * Parts a paragraph so that at most `room` lines stand on this page, as many as can be: at the end of a sentence or of a line
 * that the writer ended, or before a parenthetical; never after one, nor after a cue; with two lines on each side, the cue not
 * counted. (scriptwritingsecrets.com/PageBreak.htm; Warner Brothers' guidelines; Final Draft's "break dialogue and action at
 * sentences".) The words after the break start a line of their own. Undefined where there is no such place.
 */
export function splitParagraph(parts: readonly Part[], from: PartPosition, room: number): Split | undefined {
  return splitAtSentence(parts, from, room, LEAST, LEAST);
}

/**
 * Parts a paragraph that has a page to itself and is too long for it, where no place is good: at any sentence, else anywhere.
 * There is always an answer, provided that `room` is at least one and there are more lines than that.
 */
export function forceSplit(parts: readonly Part[], from: PartPosition, room: number): Split {
  const found = splitParagraph(parts, from, room) ?? splitAtSentence(parts, from, room, 1, 1);
  if (found) return found;
  const rows = rowsFrom(parts, from, room + LEAST);
  let lines = Math.max(1, Math.min(room, rows.length - LEAST));
  while (lines > 1 && holdsOn(parts, rows[lines - 1]!)) lines--;
  if (lines === 1 && holdsOn(parts, rows[0]!)) lines = Math.min(room, rows.length - 1);
  const next = rows[lines]!;
  return { lines, next: { part: next.part, offset: next.from } };
}

function splitAtSentence(
  parts: readonly Part[],
  from: PartPosition,
  room: number,
  before: number,
  after: number,
): Split | undefined {
  const rows = rowsFrom(parts, from, room);
  const cue = rows.findIndex((row) => parts[row.part]!.type !== 'character');
  if (cue === -1) return undefined;
  for (let row = rows.length - 1; row >= cue + before - 1; row--) {
    for (const next of placesToGoOn(parts, rows[row]!).reverse()) {
      if (rowsFrom(parts, next, after).length >= after) return { lines: row + 1, next };
    }
  }
  return undefined;
}

/** Where one may go on after a break in, or at the end of, this line. */
function placesToGoOn(parts: readonly Part[], row: Row): PartPosition[] {
  if (holdsOn(parts, row)) return [];
  const { text } = parts[row.part]!;
  const places = sentenceEnds(text, row.from, row.to).map((end) => afterSpace(parts, { part: row.part, offset: end }));
  if (row.next > text.length || text[row.to] === '\n') {
    const next = afterSpace(parts, { part: row.part, offset: row.to });
    const last = places[places.length - 1];
    if (last?.part !== next.part || last.offset !== next.offset) places.push(next);
  }
  return places;
}

/** Whether what follows must stand on the same page. */
function holdsOn(parts: readonly Part[], row: Row): boolean {
  const { type } = parts[row.part]!;
  return type === 'character' || type === 'parenthetical';
}

function afterSpace(parts: readonly Part[], from: PartPosition): PartPosition {
  let { part, offset } = from;
  const { text } = parts[part]!;
  while (offset < text.length && (text[offset] === ' ' || text[offset] === '\n')) offset++;
  return offset < text.length ? { part, offset } : { part: ++part, offset: 0 };
}
