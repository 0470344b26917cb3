import type { Cursor, FilledPage, Filler } from './fill.ts';
import type { Shared } from './script-printing.ts';

/** A page as pagination keeps it: where it begins, and what has been printed before. Its lines are laid again when asked for. */
export interface Page {
  readonly start: Cursor;
  /** Lines of the pages before; a page that `===` ends counts only what is printed on it. */
  readonly linesBefore: number;
  /** The same of this page. */
  readonly lines: number;
  /** The last block on which this page, and the start of the next one, depend. */
  readonly reach: number;
}

const FIRST: Cursor = { block: 0, paragraph: 0, part: 0, offset: 0 };

/** All pages of a script. A script that prints nothing has none. */
export function fillPages(filler: Filler, linesOfPage: number): Page[] {
  const pages: Page[] = [];
  fillOn(pages, FIRST, filler, linesOfPage, () => undefined);
  return pages;
}

/**
 * The pages of a script of which an earlier version has been paginated. Pages that look at nothing but what both versions
 * begin with are as they were; from there on pages are filled until one begins where a page began before, in what both end
 * with. The rest is as it was.
 */
export function refillPages(old: readonly Page[], shared: Shared, filler: Filler, linesOfPage: number): Page[] {
  // Behind the last page there may be forced breaks, and what has been written after them: it is filled again in any case.
  const kept = Math.max(
    0,
    Math.min(
      old.length - 1,
      countWhile(old, (page) => page.reach < shared.first),
    ),
  );
  const pages = old.slice(0, kept);
  const start = kept === 0 ? FIRST : old[kept]?.start;
  if (!start) return pages;
  const shift = shared.after - shared.before;
  let candidate = kept;
  fillOn(pages, start, filler, linesOfPage, (next) => {
    const block = next.block - shift;
    if (next.block < shared.after - shared.last) return undefined;
    while (candidate < old.length && comesBefore(old[candidate]!.start, block, next)) candidate++;
    const found = old[candidate];
    if (!found || !isAt(found.start, block, next)) return undefined;
    return { pages: old.slice(candidate), shift };
  });
  return pages;
}

interface Rest {
  readonly pages: readonly Page[];
  readonly shift: number;
}

function fillOn(
  pages: Page[],
  start: Cursor,
  filler: Filler,
  linesOfPage: number,
  restFrom: (next: Cursor) => Rest | undefined,
): void {
  const last = pages[pages.length - 1];
  let linesBefore = last ? last.linesBefore + last.lines : 0;
  for (let at: Cursor | undefined = start; at; ) {
    const filled = filler.fill(at);
    if (filled.isEmpty) return;
    const lines = linesThatCount(filled, linesOfPage);
    pages.push({ start: at, linesBefore, lines, reach: filled.reach });
    linesBefore += lines;
    at = filled.next;
    const rest = at && restFrom(at);
    if (rest) {
      append(pages, rest, linesBefore);
      return;
    }
  }
}

/** A page that is left because what follows did not fit is a whole page; one that the writer ends, and the last, is not. */
function linesThatCount(page: FilledPage, linesOfPage: number): number {
  return page.forced || !page.next ? Math.min(page.lines, linesOfPage) : linesOfPage;
}

function append(pages: Page[], { pages: rest, shift }: Rest, linesBefore: number): void {
  const moved = linesBefore - rest[0]!.linesBefore;
  for (const page of rest) {
    const { start, reach } = page;
    pages.push({
      start: shift === 0 ? start : { ...start, block: start.block + shift },
      linesBefore: page.linesBefore + moved,
      lines: page.lines,
      reach: reach + shift,
    });
  }
}

function comesBefore(start: Cursor, block: number, other: Cursor): boolean {
  return (
    (start.block - block ||
      start.paragraph - other.paragraph ||
      start.part - other.part ||
      start.offset - other.offset) < 0
  );
}

function isAt(start: Cursor, block: number, other: Cursor): boolean {
  return (
    start.block === block &&
    start.paragraph === other.paragraph &&
    start.part === other.part &&
    start.offset === other.offset
  );
}

function countWhile<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let count = 0;
  while (count < list.length && holds(list[count]!)) count++;
  return count;
}
