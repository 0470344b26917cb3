import type { Manuscript } from '../manuscript.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { TextEdit } from '../text/span.ts';
import { contentBefore, contentFrom, lineEnd, lineStart } from './lines.ts';
import type { LineRange } from './parts.ts';

/** What is taken out of a text: its lines without the blank ones around them, and how many of these stand above. */
export interface Stretch {
  readonly manuscript: Manuscript;
  /** The first and the last line that is not blank. */
  readonly first: number;
  readonly last: number;
  /** Where it stands. */
  readonly start: number;
  readonly end: number;
  /** Blank lines above; at the top of a text, those below. At least one. */
  readonly blanks: number;
}

/** Where something is put: below a line that is not blank, or at the top of a text. */
export interface Slot {
  readonly manuscript: Manuscript;
  /** Undefined for the top. */
  readonly below: number | undefined;
}

/** The lines of parts in their order, those that follow each other as one. Undefined where a part is nothing but blank lines. */
export function stretchesOf(manuscript: Manuscript, ranges: readonly LineRange[]): Stretch[] {
  const joined: { first: number; end: number }[] = [];
  for (const { first, end } of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before && before.end >= first) before.end = Math.max(before.end, end);
    else joined.push({ first, end });
  }
  return joined.map((range) => stretchOf(manuscript, range));
}

function stretchOf(manuscript: Manuscript, { first, end }: LineRange): Stretch {
  const { text } = manuscript;
  const last = contentBefore(manuscript, end) ?? first;
  const above = contentBefore(manuscript, first);
  const below = contentFrom(manuscript, last + 1);
  const blanks = above !== undefined ? first - above - 1 : below !== undefined ? below - last - 1 : 1;
  return {
    manuscript,
    first,
    last,
    start: lineStart(text, first),
    end: lineEnd(text, last),
    blanks: Math.max(1, blanks),
  };
}

/** The slot above a line. */
export function slotAbove(manuscript: Manuscript, line: number): Slot {
  return { manuscript, below: contentBefore(manuscript, line) };
}

/** Whether what is put into the slot would stand where it stands. */
export function isBeside(slot: Slot, { manuscript, first, last }: Stretch): boolean {
  if (slot.manuscript !== manuscript) return false;
  return slot.below === last || slot.below === contentBefore(manuscript, first);
}

/**
 * Takes a stretch out. The blank lines above it go with it, those below stay; so what follows keeps its own, and nothing is
 * glued to what stood apart.
 */
export function removal({ manuscript, first, last, start, end }: Stretch): TextEdit {
  const { text } = manuscript;
  const above = contentBefore(manuscript, first);
  const below = contentFrom(manuscript, last + 1);
  if (above === undefined) return { start, end: below === undefined ? end : lineStart(text, below), insert: '' };
  const glues = below === last + 1 && above < first - 1;
  return { start: lineEnd(text, above), end, insert: glues ? lineEndOf(text) : '' };
}

/** What is put into a slot. */
export interface Insertion {
  readonly edit: TextEdit;
  /** Where each of the stretches begins in what is inserted. */
  readonly starts: readonly number[];
}

/** Puts stretches into a slot, each with as many blank lines above as it had, and with the line ends of the text. */
export function insertion(slot: Slot, stretches: readonly Stretch[]): Insertion {
  const { manuscript, below: line } = slot;
  const { text } = manuscript;
  const lineBreak = lineEndOf(text);
  const parted = (stretch: Stretch) => lineBreak.repeat(stretch.blanks + 1);
  const starts: number[] = [];
  let insert = '';
  for (const [i, stretch] of stretches.entries()) {
    if (i > 0 || line !== undefined) insert += parted(stretch);
    starts.push(insert.length);
    insert += withLineEnds(lineBreak, stretch.manuscript.text.slice(stretch.start, stretch.end));
  }
  if (line !== undefined) {
    const at = lineEnd(text, line);
    const glues = contentFrom(manuscript, line + 1) === line + 1;
    return { edit: { start: at, end: at, insert: insert + (glues ? lineBreak : '') }, starts };
  }
  const first = contentFrom(manuscript, 0);
  const at = first === undefined ? text.length : lineStart(text, first);
  return { edit: { start: at, end: at, insert: insert + (first === undefined ? '' : parted(stretches[0]!)) }, starts };
}

/** A text with other line ends. */
export function withLineEnds(lineBreak: string, text: string): string {
  return text.replace(/\r\n|\r|\n/g, lineBreak);
}
