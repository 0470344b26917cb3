import { isSpace, trimmedEnd } from './characters.ts';
import { outermost, Remainders } from './cuts.ts';
import type { Cut } from './elements.ts';
import { CUTS, type Line } from './lines.ts';

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
  const walk = new CutWalk(source, outermost(all), base);
  for (let i = 0; i < count; i++) walk.cutLine(lines[i]!);
}

/** Goes through the lines of a block and its cuts, of which none lies in another, side by side. */
class CutWalk {
  readonly #source: string;
  readonly #cuts: readonly Cut[];
  readonly #base: number;
  /** The first cut that ends behind what has been passed. */
  #next = 0;

  constructor(source: string, cuts: readonly Cut[], base: number) {
    this.#source = source;
    this.#cuts = cuts;
    this.#base = base;
  }

  cutLine(line: Line): void {
    const { end } = line;
    while (this.#next < this.#cuts.length && this.#cuts[this.#next]!.end + this.#base <= line.start) this.#next++;
    if (this.#nextStart(end) === end) return;

    line.from = this.#skip(line.start, end);
    line.first = line.from === end ? CUTS : this.#source.charCodeAt(line.from);
    if (line.from === end) return;
    const inner = this.#next;
    const pieceEnd = this.#nextStart(end);
    if (this.#skip(pieceEnd, end) === end) {
      line.to = trimmedEnd(this.#source, line.from, pieceEnd);
    } else {
      const remainders = new Remainders(this.#source, this.#cuts.slice(inner, this.#firstFrom(end)), this.#base);
      line.text = remainders.of(line.from, end)!;
      line.from = 0;
      line.to = trimmedEnd(line.text, 0, line.text.length);
    }
    line.last = line.text.charCodeAt(line.to - 1);
  }

  /** Goes over spaces and cuts; returns where something else stands, or the end of the line. */
  #skip(from: number, end: number): number {
    let at = from;
    while (at < end) {
      if (this.#nextStart(end) <= at) {
        at = this.#cuts[this.#next]!.end + this.#base;
        // It goes on in the next line.
        if (at > end) return end;
        this.#next++;
      } else if (isSpace(this.#source.charCodeAt(at))) at++;
      else break;
    }
    return at;
  }

  /** Where the next cut starts, if it does so before the end of the line; otherwise that end. */
  #nextStart(end: number): number {
    const cut = this.#cuts[this.#next];
    return cut === undefined ? end : Math.min(end, cut.start + this.#base);
  }

  /** The first cut that starts behind the line. */
  #firstFrom(end: number): number {
    let next = this.#next;
    while (next < this.#cuts.length && this.#cuts[next]!.start + this.#base < end) next++;
    return next;
  }
}
