import type { PrintedElement } from './element.ts';
import type { PageGeometry } from './format.ts';
import { columnHeightOf, continuedCue, type Paragraph, type Part, partsOf } from './paragraph.ts';
import { forceSplit, type PartPosition, rowsFrom, splitParagraph } from './split.ts';
import { linesOf } from './wrap.ts';

/** What pagination asks of a script. Blocks are counted from 0. */
export interface Printing {
  readonly blocks: number;
  paragraphs(block: number): readonly Paragraph[];
  /** The words of a block, read anew. */
  elements(block: number): readonly PrintedElement[];
}

/** Where a page begins: a paragraph of a block, and a place in it, which is not 0, 0 where it goes on from the page before. */
export interface Cursor extends PartPosition {
  readonly block: number;
  readonly paragraph: number;
}

/** A paragraph, or a part of one, on a page. */
export interface Placed extends Cursor {
  /** The line of its first words, from 0; of a speech that goes on, the line after `NAME (CONT'D)`. */
  readonly line: number;
  /** Lines that it takes here. */
  readonly height: number;
  /** It stands in one of two columns. */
  readonly inColumn: boolean;
}

export interface FilledPage {
  /** Whether anything is printed on it. */
  readonly isEmpty: boolean;
  /** Undefined after the last page. */
  readonly next: Cursor | undefined;
  /** Lines printed, `(MORE)` and `(CONT'D)` and the blank lines between among them. */
  readonly lines: number;
  /** `===` ends it. */
  readonly forced: boolean;
  /** The last block that had to be looked at; the number of blocks where the end was seen. */
  readonly reach: number;
}

/** `(MORE)`, below the part of a speech that goes on overleaf. */
const MORE = 1;
/** A cue that goes on takes no more lines than this, whatever its length. */
const LONGEST_CONTINUED_CUE = 2;
/** Transitions after a paragraph are kept with it up to this many lines. */
const LONGEST_TAIL = 8;
/** A page that has nothing but headings takes part of a paragraph that is too long for it only with this much room. */
const LEAST_ROOM = 8;

/**
 * Fills one page.
 *
 * - A paragraph has a blank line before it, but for the first of the page.
 * - The heading of a scene or act stays with what follows: with all of it, or with as much of it as may stand before a break.
 * - A transition ends a scene, and never starts a page: what comes before it goes with it; so does `END OF ACT ONE`.
 *   (Warner Brothers' guidelines; scriptwritingsecrets.com/PageBreak.htm; afterwriting.)
 * - Actions and speeches are parted at sentences, see `splitParagraph`; a speech that goes on has `(MORE)` below it, and
 *   `NAME (CONT'D)` above the rest.
 * - Two people who speak at once stand side by side, and are not parted. Where that would take most of a page, one stands
 *   below the other.
 * - `===` ends a page that has something on it.
 */
export class Filler {
  readonly #printing: Printing;
  readonly #page: PageGeometry;
  #reach = 0;
  #last: { readonly block: number; readonly index: number; readonly parts: readonly Part[] } | undefined;

  constructor(printing: Printing, page: PageGeometry) {
    this.#printing = printing;
    this.#page = page;
  }

  /** @param placed takes down what stands where, if somebody wants to know */
  fill(start: Cursor, placed?: Placed[]): FilledPage {
    const page = this.#page;
    this.#reach = start.block;
    let { block, paragraph: index, part, offset } = start;
    let line = 0;
    let isEmpty = true;
    /** Nothing but headings so far: what comes next has to start here. */
    let fresh = true;
    const end = (next: Cursor | undefined, forced = false): FilledPage => {
      return { isEmpty, next, lines: line, forced, reach: this.#reach };
    };

    while (true) {
      const found = this.#atOrAfter(block, index);
      if (!found) return end(undefined);
      const { paragraph } = found;
      ({ block, index } = found);
      if (paragraph.kind === 'break') {
        index++;
        if (line > 0) return end(startOf(block, index), true);
        continue;
      }
      const goesOn = part > 0 || offset > 0;
      if (goesOn) line += this.#continuedCue(found, part);
      const gap = line === 0 || goesOn ? 0 : paragraph.gap;
      const room = page.lines - line - gap;
      const fit = goesOn
        ? this.#fitRest(found, { part, offset }, room)
        : (this.#fit(found, room) ?? this.#fitFresh(found, room, fresh, line));
      if (!fit) return end(startOf(block, index));
      isEmpty = false;
      line += gap;
      if (placed) {
        const { lines: height, beside } = fit;
        const inColumn = beside !== undefined;
        placed.push({ block, paragraph: index, part, offset, line, height, inColumn });
        if (beside) placed.push({ ...startOf(beside.block, beside.index), line, height, inColumn });
      }
      line += fit.lines;
      if (fit.next) {
        if (paragraph.kind === 'speech') line += MORE;
        return end({ block, paragraph: index, part: fit.next.part, offset: fit.next.offset });
      }
      const last = fit.beside ?? found;
      block = last.block;
      index = last.index + 1;
      part = 0;
      offset = 0;
      if (paragraph.kind !== 'heading') fresh = false;
    }
  }

  /** How a paragraph goes into the room that is left; undefined where it has to start on the next page. */
  #fit(found: Found, room: number): Fit | undefined {
    const { paragraph } = found;
    if (room <= 0) return undefined;
    if (paragraph.kind === 'heading') return this.#headingFits(found, room) ? whole(paragraph.height) : undefined;
    const beside = this.#beside(found);
    if (beside) {
      return beside.height + this.#tail(beside) <= room ? { lines: beside.height, next: undefined, beside } : undefined;
    }
    if (paragraph.height + this.#tail(found) <= room) return whole(paragraph.height);
    if (!isLongEnough(paragraph)) return undefined;
    return splitParagraph(this.#parts(found), START, paragraph.kind === 'speech' ? room - MORE : room);
  }

  /** The same, where no good place is left: at the top of a page. */
  #fitFresh(found: Found, room: number, fresh: boolean, line: number): Fit | undefined {
    const { paragraph } = found;
    if (!fresh || room <= 0) return undefined;
    const beside = this.#beside(found);
    if (beside) return beside.height <= room ? { lines: beside.height, next: undefined, beside } : undefined;
    if (paragraph.height <= room) return whole(paragraph.height);
    if (line > 0 && room < LEAST_ROOM) return undefined;
    return forceSplit(this.#parts(found), START, paragraph.kind === 'speech' ? room - MORE : room);
  }

  /** How the rest of a paragraph goes onto the page that it goes on to. */
  #fitRest(found: Found, from: PartPosition, room: number): Fit {
    const parts = this.#parts(found);
    const lines = rowsFrom(parts, from, room + 1).length;
    if (lines + this.#tail(found) <= room) return whole(lines);
    const roomForPart = found.paragraph.kind === 'speech' ? room - MORE : room;
    const split = splitParagraph(parts, from, roomForPart);
    if (split) return split;
    return lines <= room ? whole(lines) : forceSplit(parts, from, roomForPart);
  }

  /** Whether a heading, the headings that follow it, and the start of what comes then go into the room. */
  #headingFits(heading: Found, room: number): boolean {
    let left = room - heading.paragraph.height;
    let found = this.#atOrAfter(heading.block, heading.index + 1);
    while (left >= 0) {
      if (!found || found.paragraph.kind === 'break') return true;
      left -= found.paragraph.gap;
      if (found.paragraph.kind !== 'heading') return this.#fit(found, left) !== undefined;
      left -= found.paragraph.height;
      found = this.#atOrAfter(found.block, found.index + 1);
    }
    return false;
  }

  /** The speech that stands beside this one, with the height of both. */
  #beside(found: Found): (Found & { readonly height: number }) | undefined {
    if (found.paragraph.kind !== 'speech') return undefined;
    const next = this.#atOrAfter(found.block, found.index + 1);
    if (!next?.paragraph.dual || next.paragraph.kind !== 'speech') return undefined;
    const height = Math.max(this.#columnHeight(found), this.#columnHeight(next));
    return height + LEAST_ROOM <= this.#page.lines ? { ...next, height } : undefined;
  }

  /** The lines of the transitions that follow, which stay on the same page. */
  #tail(found: Found): number {
    let lines = 0;
    let next = this.#atOrAfter(found.block, found.index + 1);
    while (next?.paragraph.kind === 'transition' && lines <= LONGEST_TAIL) {
      lines += next.paragraph.gap + next.paragraph.height;
      next = this.#atOrAfter(next.block, next.index + 1);
    }
    return lines <= LONGEST_TAIL ? lines : 0;
  }

  #continuedCue(found: Found, part: number): number {
    if (found.paragraph.kind !== 'speech' || part === 0) return 0;
    const cue = this.#parts(found)[0]!;
    return Math.min(LONGEST_CONTINUED_CUE, linesOf(continuedCue(cue.text), cue.width));
  }

  #atOrAfter(fromBlock: number, fromIndex: number): Found | undefined {
    let block = fromBlock;
    let index = fromIndex;
    for (; block < this.#printing.blocks; block++, index = 0) {
      if (block > this.#reach) this.#reach = block;
      const paragraph = this.#printing.paragraphs(block)[index];
      if (paragraph) return { paragraph, block, index };
    }
    this.#reach = this.#printing.blocks;
    return undefined;
  }

  /** The one read last is kept: a paragraph at the foot of a page is asked for several times, a very long one page by page. */
  #parts({ block, index }: Found): readonly Part[] {
    if (this.#last?.block !== block || this.#last.index !== index) {
      this.#last = { block, index, parts: partsOf(this.#printing.elements(block), index, this.#page) };
    }
    return this.#last.parts;
  }

  #columnHeight({ block, index }: Found): number {
    return columnHeightOf(this.#printing.elements(block), index, this.#page);
  }
}

interface Found {
  readonly paragraph: Paragraph;
  readonly block: number;
  readonly index: number;
}

/** `next` where the paragraph is parted, `beside` where another stands beside it. */
interface Fit {
  readonly lines: number;
  readonly next?: PartPosition | undefined;
  readonly beside?: Found | undefined;
}

const START: PartPosition = { part: 0, offset: 0 };

function startOf(block: number, paragraph: number): Cursor {
  return { block, paragraph, part: 0, offset: 0 };
}

function whole(lines: number): Fit {
  return { lines, next: undefined, beside: undefined };
}

/** Two lines on each side of a break; of a speech, a cue besides. */
function isLongEnough({ kind, height }: Paragraph): boolean {
  return (kind === 'action' && height >= 4) || (kind === 'speech' && height >= 5);
}
