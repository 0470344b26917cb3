import { isSpace } from './characters.ts';

/** Two or more spaces and nothing else: an empty line of a speech, and a blank line elsewhere. */
export const SPACES = -1;
/** Nothing but notes and boneyards. */
export const CUTS = -2;

/** A line that is not hard blank. The reader uses the same objects again for each block. */
export class Line {
  /** The line in the source, without its line end. */
  start = 0;
  end = 0;
  /** What is to be read stands in `text` (the source itself, where nothing was cut) from `from` to `to`, trimmed. */
  text: string;
  from = 0;
  to = 0;
  /** The first unit of what is to be read; where there is nothing to be read, `SPACES` or `CUTS`. */
  first: number = 0;
  /** The last unit of it. */
  last: number = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Something is left to be read. */
  get hasText(): boolean {
    return this.first >= 0;
  }
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

  /** A `\n` at or behind the line being read, and a `\r`, of which none stands between; the length where there is none. */
  #lineFeed: number;
  #return: number;

  constructor(source: string) {
    this.source = source;
    this.#lineFeed = indexOr(source, '\n', 0, source.length);
    this.#return = indexOr(source, '\r', 0, source.length);
  }

  /** There is a `\r` behind what has been read. */
  get hasReturns(): boolean {
    return this.#return < this.source.length;
  }

  /** Reads the block that starts at `end`. */
  readBlock(): void {
    const { source } = this;
    const { length } = source;
    let count = 0;
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
      if (this.#lineFeed < at) this.#lineFeed = indexOr(source, '\n', at, length);
      let lineEnd = this.#lineFeed;
      let next = lineEnd + 1;
      if (this.#return < lineEnd) {
        if (this.#return < at) this.#return = indexOr(source, '\r', at, length);
        if (this.#return + 1 < lineEnd || (this.#return < lineEnd && lineEnd === length)) next = this.#return + 1;
        lineEnd = Math.min(lineEnd, this.#return);
      }
      let from = at;
      while (from < lineEnd && isSpace(first)) first = source.charCodeAt(++from);
      if (from === lineEnd && !isTwoSpaces(source, at, lineEnd)) {
        hardBlankBefore = true;
      } else {
        if (hardBlankBefore) break;
        let to = lineEnd;
        let last = source.charCodeAt(to - 1);
        while (to > from && isSpace(last)) last = source.charCodeAt(--to - 1);
        const line = this.#line(count++);
        line.start = at;
        line.end = lineEnd;
        line.from = from;
        line.to = to;
        line.first = from === to ? SPACES : first;
        line.last = last;
      }
      at = next;
    }
    this.count = count;
    this.end = Math.min(at, length);
  }

  /** The object for a line of the block being read; its text is the source. */
  #line(index: number): Line {
    if (index === this.lines.length) this.lines.push(new Line(this.source));
    const line = this.lines[index]!;
    if (line.text !== this.source) line.text = this.source;
    return line;
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
