import { lastAtOrBefore } from '../core/text/ascending.ts';
import { lineStarts } from '../core/text/line-ends.ts';
import type { SourceText } from '../core/text/source-text.ts';
import type { Span } from '../core/text/span.ts';

/**
 * A position as editors have it. Both it and the core's offsets count UTF-16 units, and both know `\n`, `\r\n` and `\r` as
 * line ends, so a position is an offset from the start of its line.
 */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** What lies outside the text is moved to its nearest end, what lies within a line end to the end of the line. */
export function positionAt(text: SourceText, offset: number): LinePosition {
  const within = Math.min(Math.max(0, offset), text.length);
  const line = text.lineAt(within);
  return { line, character: Math.min(within - text.lineStart(line), text.lineText(line).length) };
}

export function rangeOf(text: SourceText, span: Span): LineRange {
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}

/** Many offsets of one text as positions, where that text is not kept. Quick for offsets that follow each other closely. */
export function positions(text: string): (offset: number) => LinePosition {
  const starts = startsOf(text);
  let line = 0;
  return (offset) => {
    if (offset < starts[line]! || offset >= (starts[line + 8] ?? Number.POSITIVE_INFINITY))
      line = Math.max(0, lastAtOrBefore(starts, offset));
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    return { line, character: offset - starts[line]! };
  };
}

function startsOf(text: string): number[] {
  if (/\r(?!\n)/.test(text)) return lineStarts(text);
  // What most texts are, at a quarter of the cost.
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
