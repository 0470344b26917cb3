import { lastAtMost } from '../text/ascending.ts';
import type { Span } from '../text/span.ts';
import { NONE } from './block.ts';
import type { Cut } from './elements.ts';
import { noteItem } from './note-facts.ts';

/** Where a mark of one or two units stands next in a source. Asked for ascending offsets, it reads the source once in all. */
class Finder {
  readonly #source: string;
  readonly #first: string;
  /** The code of the second unit; -1 for a mark that has only one. */
  readonly #second: number;
  #from = -1;
  #at = -1;

  constructor(source: string, mark: string) {
    this.#source = source;
    this.#first = mark.charAt(0);
    this.#second = mark.length > 1 ? mark.charCodeAt(1) : -1;
  }

  /** The first place at or after `from` at which the mark starts; the length of the source where there is none. */
  next(from: number): number {
    if (from < this.#from || from > this.#at) this.#at = this.#find(from);
    this.#from = from;
    return this.#at;
  }

  /** To look for one unit is many times as fast as for two. */
  #find(from: number): number {
    const source = this.#source;
    let at = source.indexOf(this.#first, from);
    while (at !== -1 && this.#second !== -1 && source.charCodeAt(at + 1) !== this.#second) {
      at = source.indexOf(this.#first, at + 1);
    }
    return at === -1 ? source.length : at;
  }
}

/** What the marks of a block make of it, given what stands around it. */
export interface BlockCuts {
  /** Relative to the block, by start; a boneyard inside a note comes after the note. */
  readonly cuts: readonly Cut[];
  /** The block ends inside a boneyard. */
  readonly exits: boolean;
  /** It has a boneyard that opens and does not close here: whether there is one hangs on the blocks that follow. */
  readonly pending: boolean;
}

/**
 * Finds notes and boneyards. Boneyards go first, wherever they stand. Then the first `[[` of a block goes with the next
 * `]]` in it. What does not close is plain text.
 */
export class CutFinder {
  readonly #source: string;
  readonly #noteOpen: Finder;
  readonly #noteClose: Finder;
  readonly #lineFeed: Finder;
  readonly #return: Finder;
  readonly #boneyardOpen: Finder;
  readonly #boneyardClose: Finder;
  /** For the flags alone, which are asked for in an order of their own. */
  readonly #anyClose: Finder;

  constructor(source: string) {
    this.#source = source;
    this.#noteOpen = new Finder(source, '[[');
    this.#noteClose = new Finder(source, ']]');
    this.#lineFeed = new Finder(source, '\n');
    this.#return = new Finder(source, '\r');
    this.#boneyardOpen = new Finder(source, '/*');
    this.#boneyardClose = new Finder(source, '*/');
    this.#anyClose = new Finder(source, '*/');
  }

  /** Where the next mark of any sort stands that a block must be looked at for; the length of the source where there is none. */
  nextMark(from: number): number {
    return Math.min(this.#noteOpen.next(from), this.#boneyardOpen.next(from), this.#anyClose.next(from));
  }

  /** Whether a boneyard may open or close in a block. */
  hasBoneyard(start: number, end: number): boolean {
    return this.#boneyardOpen.next(start) < end || this.#anyClose.next(start) < end;
  }

  closesBoneyard(start: number, end: number): boolean {
    return this.#anyClose.next(start) < end;
  }

  /** @param closesLater whether a boneyard that is open at the end of the block closes in a later one */
  find(start: number, end: number, inside: boolean, closesLater: boolean): BlockCuts {
    let at = start;
    if (!inside && this.#boneyardOpen.next(at) >= end) {
      return { cuts: this.#withNotes(start, end, NONE), exits: false, pending: false };
    }
    const boneyards: Cut[] = [];
    if (inside) {
      const close = this.#boneyardClose.next(at) + 2;
      boneyards.push(boneyard(0, Math.min(close, end) - start, true, close > end));
      if (close > end) return { cuts: boneyards, exits: true, pending: false };
      at = close;
    }
    let exits = false;
    let pending = false;
    for (let open = this.#boneyardOpen.next(at); open < end; open = this.#boneyardOpen.next(at)) {
      at = this.#boneyardClose.next(open + 2) + 2;
      if (at <= end) {
        boneyards.push(boneyard(open - start, at - start, false, false));
        continue;
      }
      pending = true;
      exits = closesLater;
      if (closesLater) boneyards.push(boneyard(open - start, end - start, false, true));
      break;
    }
    return { cuts: this.#withNotes(start, end, boneyards), exits, pending };
  }

  /** The note that is all that stands from one index to the other, in one line; undefined where there is more, or less. */
  loneNote(start: number, end: number, base: number): Cut | undefined {
    const close = this.#noteClose.next(start + 2);
    if (close + 2 !== end || this.#noteOpen.next(start) !== start || this.hasBoneyard(start, end)) return undefined;
    return noteOf(start - base, end - base, noteItem(this.#source, start + 2, close));
  }

  /**
   * The notes of a block that has no boneyard.
   *
   * @param lineEnd where a line ends, if that is known: what lies before it need not be searched for line ends
   */
  notes(start: number, end: number, lineEnd = start): readonly Cut[] {
    let notes: Cut[] = NONE;
    let open = this.#noteOpen.next(start);
    while (open < end) {
      const close = this.#noteClose.next(open + 2);
      if (close >= end) break;
      const isLine = close < lineEnd || (this.#lineFeed.next(open) > close && this.#return.next(open) > close);
      const item = isLine ? noteItem(this.#source, open + 2, close) : undefined;
      const note = noteOf(open - start, close + 2 - start, item);
      if (notes === NONE) notes = [note];
      else notes.push(note);
      open = this.#noteOpen.next(close + 2);
    }
    return notes;
  }

  /** The boneyards of a block, and the notes that stand outside of them, which may hold some. */
  #withNotes(start: number, end: number, boneyards: readonly Cut[]): readonly Cut[] {
    if (boneyards.length === 0) return this.notes(start, end);
    const outside = new Outside(boneyards, start);
    const unburied = new Remainders(this.#source, boneyards, start);
    const cuts: Cut[] = [...boneyards];
    let at = start;
    while (true) {
      const open = outside.next(this.#noteOpen, at);
      if (open >= end) break;
      const close = outside.next(this.#noteClose, open + 2);
      if (close >= end) break;
      at = close + 2;
      const inside = noteInside(this.#source, open + 2, close, unburied);
      const item = /[\r\n]/.test(inside) ? undefined : noteItem(inside, 0, inside.length);
      cuts.push(noteOf(open - start, at - start, item));
    }
    return cuts.sort((a, b) => a.start - b.start);
  }
}

/** Finds marks that stand outside boneyards. To be asked for ascending offsets, whatever the mark. */
class Outside {
  readonly #boneyards: readonly Cut[];
  readonly #base: number;
  #passed = 0;

  constructor(boneyards: readonly Cut[], base: number) {
    this.#boneyards = boneyards;
    this.#base = base;
  }

  next(marks: Finder, from: number): number {
    let found = marks.next(from);
    while (this.#passed < this.#boneyards.length && this.#boneyards[this.#passed]!.start + this.#base <= found) {
      const end = this.#boneyards[this.#passed++]!.end + this.#base;
      if (end > found) found = marks.next(end);
    }
    return found;
  }
}

function noteOf(start: number, end: number, item: Cut['item']): Cut {
  return { type: 'note', start, end, continued: false, continues: false, item };
}

function boneyard(start: number, end: number, continued: boolean, continues: boolean): Cut {
  return { type: 'boneyard', start, end, continued, continues, item: undefined };
}

/** The inside of a note as an annotation is read from it: spaces stand for boneyards, so that offsets keep. */
export function noteInside(text: string, from: number, to: number, boneyards: Remainders | undefined): string {
  return boneyards?.of(from, to, ' ') ?? text.slice(from, to);
}

/** The cuts that lie in no other. */
export function outermost(cuts: readonly Cut[]): readonly Cut[] {
  let end = Number.NEGATIVE_INFINITY;
  const isOutermost = (cut: Cut): boolean => {
    if (cut.start < end) return false;
    end = cut.end;
    return true;
  };
  return cuts.length < 2 ? cuts : cuts.filter(isOutermost);
}

/** The boneyards that lie in a note, which is itself one of the cuts. */
export function cutsInside(cuts: readonly Cut[], { start, end }: Span): readonly Cut[] {
  const first = lastAtMost(cuts, start, 'start') + 1;
  let last = first;
  while (last < cuts.length && cuts[last]!.start < end) last++;
  return cuts.slice(first, last);
}

/** For each of the spans, which ascend and do not overlap, the cuts that touch it. */
export function cutsBySpan(spans: readonly Span[], cuts: readonly Cut[]): (readonly Cut[])[] {
  if (cuts.length === 0) return spans.map(() => cuts);
  let next = 0;
  /** The last cut that lies in no other. */
  let outer: Cut | undefined;
  return spans.map(({ start, end }) => {
    while (next < cuts.length && cuts[next]!.start < start) {
      const cut = cuts[next++]!;
      if (outer === undefined || cut.start >= outer.end) outer = cut;
    }
    const touching = outer !== undefined && outer.end > start ? [outer] : [];
    while (next < cuts.length && cuts[next]!.start < end) {
      const cut = cuts[next++]!;
      touching.push(cut);
      if (outer === undefined || cut.start >= outer.end) outer = cut;
    }
    return touching;
  });
}

/** What is left of the lines of a text when notes and boneyards are cut out. To be asked for ascending stretches. */
export class Remainders {
  readonly #text: string;
  readonly #base: number;
  readonly #outer: readonly Cut[];
  #passed = 0;

  /** @param base the offset in `text` that is 0 to the cuts */
  constructor(text: string, cuts: readonly Cut[], base: number) {
    this.#text = text;
    this.#base = base;
    this.#outer = outermost(cuts);
  }

  /** What is left from `from` to `to`; undefined where no cut touches it. `filler` stands for each unit that is cut out. */
  of(from: number, to: number, filler = ''): string | undefined {
    const outer = this.#outer;
    while (this.#passed < outer.length && outer[this.#passed]!.end + this.#base <= from) this.#passed++;
    let left = '';
    let at = from;
    let next = this.#passed;
    for (; next < outer.length && outer[next]!.start + this.#base < to; next++) {
      const cut = outer[next]!;
      const start = Math.max(at, cut.start + this.#base);
      const end = Math.min(to, cut.end + this.#base);
      left += this.#text.slice(at, start) + filler.repeat(end - start);
      at = end;
    }
    return next === this.#passed ? undefined : left + this.#text.slice(at, to);
  }
}
