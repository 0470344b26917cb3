import { isSpace, trimmedEnd } from './characters.ts';
import { outermost, Remainders } from './cuts.ts';
import type { Cut } from './elements.ts';
import type { Line } from './lines.ts';

/**
 * Takes notes and boneyards out of the lines of a block. Those at the ends of a line only move its bounds; where one
 * stands in the middle, the line is given a text of its own.
 *
 * @param all by start, relative to `base`
 */
export function cutLines(
  source: string,
  lines: readonly Line[],
  count: number,
  all: readonly Cut[],
  base: number,
): void {
  const cuts = outermost(all);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    while (next < cuts.length && cuts[next]!.end + base <= line.start) next++;
    if (next < cuts.length && cuts[next]!.start + base < line.end) cutLine(source, line, cuts, next, base);
  }
}

/** @param first the first of the cuts that touch the line */
function cutLine(source: string, line: Line, cuts: readonly Cut[], first: number, base: number): void {
  const { end } = line;
  let next = first;
  /** Goes over spaces and cuts; returns where something else stands, or the end of the line. */
  const skip = (from: number): number => {
    let at = from;
    while (at < end) {
      if (next < cuts.length && cuts[next]!.start + base <= at) {
        at = Math.min(end, cuts[next++]!.end + base);
      } else if (isSpace(source.charCodeAt(at))) at++;
      else break;
    }
    return at;
  };

  line.from = skip(line.start);
  line.kind = line.from === end ? 'cuts' : 'text';
  if (line.from === end) return;
  line.first = source.charCodeAt(line.from);
  const inner = next;
  const pieceEnd = next < cuts.length ? Math.min(end, cuts[next]!.start + base) : end;
  if (skip(pieceEnd) === end) {
    line.to = trimmedEnd(source, line.from, pieceEnd);
    line.last = source.charCodeAt(line.to - 1);
    return;
  }
  while (next < cuts.length && cuts[next]!.start + base < end) next++;
  line.text = new Remainders(source, cuts.slice(inner, next), base).of(line.from, end)!;
  line.from = 0;
  line.to = trimmedEnd(line.text, 0, line.text.length);
  line.last = line.text.charCodeAt(line.to - 1);
}
