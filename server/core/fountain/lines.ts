import { isSpace } from './characters.ts';

/**
 * What a line is once notes and boneyards have been cut out of it: `text` where something is left to be read; `spaces` for
 * two or more spaces and nothing else, an empty line of a speech and a blank line elsewhere; `cuts` where nothing but notes
 * and boneyards stood.
 */
export type LineKind = 'text' | 'spaces' | 'cuts';

/** A line that is not hard blank. The reader uses the same objects again for each block. */
export class Line {
  kind: LineKind = 'text';
  /** The line in the source, without its line end. */
  start = 0;
  end = 0;
  /** What is to be read stands in `text` (the source itself, where nothing was cut) from `from` to `to`, trimmed. */
  text = '';
  from = 0;
  to = 0;
  /** The first and the last unit of what is to be read. */
  first: number = 0;
  last: number = 0;
}

const SPACE = 0x20;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Divides a source into blocks and lines. A line is hard blank if it is empty, or white space other than two or more
 * spaces. A block starts with the source, and with every line that is not hard blank after one that is: where blocks
 * begin and end can be told from the lines beside the seam alone.
 */
export class LineReader {
  readonly source: string;
  /** The lines of the block last read; only the first `count` count. */
  readonly lines: Line[] = [];
  count = 0;
  /** Where the block last read ends, and the next one starts. */
  end = 0;

  /** Where the line last read ends, and where the next one starts. */
  #lineEnd = 0;
  #next = 0;
  /** The next of each kind of line end at or after the line being read; the length of the source where there is none. */
  #lineFeed = -1;
  #return = -1;

  constructor(source: string) {
    this.source = source;
  }

  /** Reads the block that starts at `end`. */
  readBlock(): void {
    const { source } = this;
    const { length } = source;
    this.count = 0;
    let at = this.end;
    let hardBlankBefore = false;
    while (at < length) {
      let first = source.charCodeAt(at);
      if (first === LINE_FEED) {
        // An empty line, as nearly half of all are.
        hardBlankBefore = true;
        at++;
        continue;
      }
      if (hardBlankBefore && !isSpace(first)) break;
      this.#findLineEnd(at);
      const lineEnd = this.#lineEnd;
      let from = at;
      while (from < lineEnd && isSpace(first)) first = source.charCodeAt(++from);
      if (from === lineEnd && !isTwoSpaces(source, at, lineEnd)) {
        hardBlankBefore = true;
      } else {
        if (hardBlankBefore) break;
        let to = lineEnd;
        let last = source.charCodeAt(to - 1);
        while (to > from && isSpace(last)) last = source.charCodeAt(--to - 1);
        const line = this.#add(at, lineEnd, from, to);
        line.first = first;
        line.last = last;
      }
      at = this.#next;
    }
    this.end = at;
  }

  #add(start: number, end: number, from: number, to: number): Line {
    let line = this.lines[this.count];
    if (line === undefined) {
      line = new Line();
      this.lines.push(line);
    }
    this.count++;
    line.kind = from === to ? 'spaces' : 'text';
    line.start = start;
    line.end = end;
    line.text = this.source;
    line.from = from;
    line.to = to;
    return line;
  }

  #findLineEnd(at: number): void {
    const { source } = this;
    const { length } = source;
    if (this.#lineFeed < at) this.#lineFeed = indexOr(source, '\n', at, length);
    if (this.#return < at) this.#return = indexOr(source, '\r', at, length);
    if (this.#return < this.#lineFeed) {
      this.#lineEnd = this.#return;
      this.#next =
        this.#return + 1 === this.#lineFeed && this.#lineFeed < length ? this.#lineFeed + 1 : this.#return + 1;
    } else {
      this.#lineEnd = this.#lineFeed;
      this.#next = Math.min(length, this.#lineFeed + 1);
    }
  }
}

function indexOr(source: string, what: string, from: number, otherwise: number): number {
  const at = source.indexOf(what, from);
  return at === -1 ? otherwise : at;
}

/** Two or more spaces, and nothing but spaces. */
function isTwoSpaces(source: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to; at++) {
    if (source.charCodeAt(at) !== SPACE) return false;
  }
  return true;
}

/** Whether the source begins with a hard blank line. */
export function beginsHardBlank(source: string): boolean {
  let end = 0;
  while (end < source.length && !isLineEnd(source.charCodeAt(end))) end++;
  return isHardBlank(source, 0, end);
}

/** Whether the source ends with a hard blank line that has a line end of its own. */
export function endsHardBlank(source: string): boolean {
  let end = source.length;
  if (end === 0 || !isLineEnd(source.charCodeAt(end - 1))) return false;
  end -= source.endsWith('\r\n') ? 2 : 1;
  let start = end;
  while (start > 0 && !isLineEnd(source.charCodeAt(start - 1))) start--;
  return isHardBlank(source, start, end);
}

function isHardBlank(source: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isSpace(source.charCodeAt(at))) at++;
  return at === to && !isTwoSpaces(source, from, to);
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}
