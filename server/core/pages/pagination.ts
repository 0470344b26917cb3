import type { Block } from '../fountain/block.ts';
import type { Script } from '../fountain/script.ts';
import { lastAtMost } from '../text/ascending.ts';
import { Alignment } from './align.ts';
import { type Cursor, Filler, type Placed } from './fill.ts';
import { fillPages, type Page, refillPages } from './fill-pages.ts';
import { geometryOf, type PageFormat, type PageGeometry, usLetter } from './format.ts';
import { type Eighths, eighthsOf } from './length.ts';
import { type Part, partsOf } from './paragraph.ts';
import { printPage } from './print.ts';
import { ScriptPrinting } from './script-printing.ts';
import { type PartPosition, rowsFrom } from './split.ts';

/**
 * The printed pages of a script. The title page stands before them and is not counted. Pages count from 1; lengths are in
 * eighths of a page.
 */
export class Pagination {
  readonly #printing: ScriptPrinting;
  readonly #geometry: PageGeometry;
  readonly #filler: Filler;
  readonly #pages: readonly Page[];
  /** Pages that somebody has asked about, laid out. */
  readonly #laid = new Map<number, readonly Placed[]>();
  /** The paragraph that somebody has asked about last: most are asked about one place after the other. */
  #read: ReadParagraph | undefined;

  private constructor(printing: ScriptPrinting, geometry: PageGeometry, old?: Pagination) {
    this.#printing = printing;
    this.#geometry = geometry;
    this.#filler = new Filler(printing, geometry);
    this.#pages = old
      ? refillPages(old.#pages, printing.shared, this.#filler, geometry.lines)
      : fillPages(this.#filler, geometry.lines);
  }

  /** @param before the pagination of an earlier version, from which this one goes on */
  static of(script: Script, geometry: PageGeometry, before?: Pagination): Pagination {
    const printing = new ScriptPrinting(script, geometry, before ? before.#printing : undefined);
    return new Pagination(printing, geometry, before);
  }

  /** How many pages are printed. */
  get pages(): number {
    return this.#pages.length;
  }

  /** The length of the whole script; 0 where nothing is printed. */
  get length(): Eighths {
    return this.#lines === 0 ? 0 : eighthsOf(this.#lines, this.#geometry.lines);
  }

  /** What the whole script plays. */
  get minutes(): number {
    return this.length / 8;
  }

  /**
   * The page on which a place of the text stands. A note or another place that is not printed counts to what is printed
   * before it; a section, synopsis or page break, and what stands between it and what it announces, to what follows.
   */
  pageAt(offset: number): number {
    const forward = this.#belongsToNext(offset);
    const spot = this.#find(offset, forward) ?? this.#find(offset, !forward);
    if (!spot) return 1;
    const { block, paragraph } = spot;
    const page = this.#pageOf({ block, paragraph, part: 0, offset: 0 });
    // Few paragraphs go on over a page: only of these it matters where in them the place is.
    const next = this.#pages[page + 1]?.start;
    if (next?.block !== block || next.paragraph !== paragraph) return page + 1;
    return this.#pageOf(this.#cursorAt(spot)) + 1;
  }

  /**
   * The length of a stretch of the text, from the first line that is printed of it to the first line that is printed after
   * it. The foot of a page that stays empty because the next thing did not fit counts, what a forced page break leaves empty
   * does not. 0 where nothing of it is printed.
   */
  lengthOf(start: number, end: number): Eighths {
    const from = this.#linesBefore(start);
    const to = this.#linesBefore(end);
    return to > from ? eighthsOf(to - from, this.#geometry.lines) : 0;
  }

  /** What is printed on a page, counted from 1, as lines of text; without its number. */
  print(page: number): string[] {
    if (page < 1 || page > this.pages) return [];
    const elements = (block: number) => this.#printing.elements(block);
    return printPage(this.#placedOn(page - 1), this.#pages[page]?.start, elements, this.#geometry);
  }

  get #lines(): number {
    const last = this.#pages[this.#pages.length - 1];
    return last ? last.linesBefore + last.lines : 0;
  }

  /** Printed lines before what is printed first at or after the offset. */
  #linesBefore(offset: number): number {
    const spot = this.#find(offset, true);
    if (!spot) return this.#lines;
    const place = this.#cursorAt(spot);
    const page = this.#pageOf(place);
    const { linesBefore, lines } = this.#pages[page]!;
    const placed = this.#placedOn(page).findLast(
      (one) => one.block === place.block && one.paragraph === place.paragraph && !comesAfter(one, place),
    );
    if (!placed) return linesBefore;
    return linesBefore + Math.min(lines, placed.line + this.#row(placed, place));
  }

  /** In which line of what is placed there a place of it stands, from 0. */
  #row(placed: Placed, { part, offset }: PartPosition): number {
    if (placed.inColumn || (part === placed.part && offset === placed.offset)) return 0;
    const { parts } = this.#paragraphAt(placed.block, placed.paragraph);
    const rows = rowsFrom(parts, placed, placed.height);
    const row = rows.findLastIndex((one) => one.part < part || (one.part === part && one.from <= offset));
    return Math.max(0, row);
  }

  #placedOn(page: number): readonly Placed[] {
    let placed = this.#laid.get(page);
    if (!placed) {
      const laid: Placed[] = [];
      this.#filler.fill(this.#pages[page]!.start, laid);
      placed = laid;
      this.#laid.set(page, placed);
    }
    return placed;
  }

  /** The page, from 0, on which a place of a paragraph stands. */
  #pageOf(place: Cursor): number {
    let first = 0;
    let last = this.#pages.length - 1;
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if (comesAfter(this.#pages[middle]!.start, place)) last = middle - 1;
      else first = middle;
    }
    return first;
  }

  /**
   * What is printed at a place of the text; where nothing is, what is printed next or, if not `forward`, last. Undefined where
   * there is nothing more in that direction.
   */
  #find(offset: number, forward: boolean): Spot | undefined {
    const block = this.#printing.blockAt(offset);
    const within = offset - this.#printing.starts[block]!;
    const paragraphs = this.#printing.paragraphs(block);
    let paragraph = lastAtMost(paragraphs, within, 'start');
    while (paragraphs[paragraph]?.kind === 'break') paragraph--;
    const found = paragraphs[paragraph];
    if (found && (!forward || within < found.end || within === found.start)) {
      return { block, paragraph, within };
    }
    return forward ? this.#next(block, paragraph + 1) : this.#before(block);
  }

  #next(fromBlock: number, from: number): Spot | undefined {
    let index = from;
    for (let block = fromBlock; block < this.#printing.blocks; block++, index = 0) {
      const paragraphs = this.#printing.paragraphs(block);
      while (paragraphs[index]?.kind === 'break') index++;
      const found = paragraphs[index];
      if (found) return { block, paragraph: index, within: found.start };
    }
    return undefined;
  }

  /** The end of what is printed last in the blocks before this one. */
  #before(ofBlock: number): Spot | undefined {
    for (let block = ofBlock - 1; block >= 0; block--) {
      const paragraphs = this.#printing.paragraphs(block);
      const paragraph = paragraphs.findLastIndex(({ kind }) => kind !== 'break');
      if (paragraph >= 0) return { block, paragraph, within: paragraphs[paragraph]!.end };
    }
    return undefined;
  }

  /** The same as a place in what is printed: the paragraph is printed for it. */
  #cursorAt({ block, paragraph, within }: Spot): Cursor {
    const { start } = this.#printing.paragraphs(block)[paragraph]!;
    const at = { block, paragraph, part: 0, offset: 0 };
    if (within <= start) return at;
    const { parts, alignments } = this.#paragraphAt(block, paragraph);
    const part = Math.max(
      0,
      parts.findLastIndex(({ element }) => element.start <= within),
    );
    const { element } = parts[part]!;
    alignments[part] ??= this.#alignment(block, parts[part]!);
    return { ...at, part, offset: alignments[part].printedOffset(Math.min(within, element.end) - element.start) };
  }

  #paragraphAt(block: number, paragraph: number): ReadParagraph {
    if (this.#read?.block !== block || this.#read.paragraph !== paragraph) {
      const parts = partsOf(this.#printing.elements(block), paragraph, this.#geometry);
      this.#read = { block, paragraph, parts, alignments: [] };
    }
    return this.#read;
  }

  #alignment(block: number, { element, text }: Part): Alignment {
    const raw = this.#printing.source(block).slice(element.start, element.end);
    const cuts = element.cuts.map((cut) => ({
      start: cut.start - element.start,
      end: cut.end - element.start,
    }));
    return new Alignment(raw, text, cuts);
  }

  /** Whether a place announces what is printed next: a section, synopsis or page break, or anything between it and that. */
  #belongsToNext(offset: number): boolean {
    let block = this.#printing.blockAt(offset);
    let before = offset - this.#printing.starts[block]!;
    for (; block >= 0; block--, before = Number.POSITIVE_INFINITY) {
      const node = this.#printing.list[block]!.lastNode(before);
      if (node) return node.type === 'section' || node.type === 'synopsis' || node.type === 'page_break';
    }
    return true;
  }
}

/** The words of a paragraph, and, of those parts that have been asked about, where in them a place of the text stands. */
interface ReadParagraph {
  readonly block: number;
  readonly paragraph: number;
  readonly parts: readonly Part[];
  readonly alignments: Alignment[];
}

/** A place in a paragraph; `within` is an offset in its block. */
interface Spot {
  readonly block: number;
  readonly paragraph: number;
  readonly within: number;
}

/** What has been paginated in a format. */
interface Known {
  readonly byScript: WeakMap<Script, Pagination>;
  /**
   * By the first and the last block of the script, the pagination made last: an edit leaves one of the two alone, and so the
   * version before it is found, and is kept no longer than its blocks are.
   */
  readonly byEnds: WeakMap<object, Pagination>;
}

const known = new WeakMap<PageGeometry, Known>();

/** The pages of a script, made once for each version; where a version before has been paginated, from that. */
export function paginate(script: Script, format: PageFormat = usLetter): Pagination {
  const geometry = geometryOf(format);
  const { byScript, byEnds } = known.get(geometry) ?? { byScript: new WeakMap(), byEnds: new WeakMap() };
  known.set(geometry, { byScript, byEnds });
  let pagination = byScript.get(script);
  if (!pagination) {
    const first = blockAt(script, 0);
    const last = blockAt(script, script.text.length);
    pagination = Pagination.of(script, geometry, byEnds.get(first) ?? byEnds.get(last));
    byScript.set(script, pagination);
    byEnds.set(first, pagination);
    byEnds.set(last, pagination);
  }
  return pagination;
}

function blockAt(script: Script, offset: number): Block {
  return script.blocks(offset).next().value!.block;
}

function comesAfter(a: Cursor, b: Cursor): boolean {
  return (a.block - b.block || a.paragraph - b.paragraph || a.part - b.part || a.offset - b.offset) > 0;
}
