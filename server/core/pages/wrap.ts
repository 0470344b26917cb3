import { columnsAt } from './columns.ts';

/** A printed line of a text: from its first character up to, but not with, `to`. `next` is where the next one begins. */
export interface PrintedLine {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

const BEYOND_ASCII = /[^\x20-\x7e\n]/;

/** How many lines of this width a text takes, its own line ends kept. A text without characters takes one. */
export function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n') && !BEYOND_ASCII.test(text)) return 1;
  let lines = 0;
  let at = 0;
  do {
    at = lineAt(text, at, width).next;
    lines++;
  } while (at <= text.length);
  return lines;
}

/**
 * The printed line that begins at `from`. It breaks after spaces, which may hang over the edge; after a hyphen or dash
 * inside a word, as typists do (`twenty-three`); beside a wide character, since what is written with those has no spaces;
 * and a word that is longer than the line, anywhere. Line ends in the text are kept. `next` lies behind the end of the
 * text where this is the last line.
 */
export function lineAt(text: string, from: number, width: number): PrintedLine {
  let columns = 0;
  let written = false;
  let breakAt = -1;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) return { from, to: at, next: at + 1 };
    if (code === 0x20) {
      columns++;
      if (written) breakAt = at + 1;
      continue;
    }
    const taken = columnsAt(text, at);
    if (taken === 2 && written) breakAt = at;
    if (columns + taken > width && at > from) {
      const next = breakAt > from ? breakAt : at;
      return { from, to: trimmedEnd(text, from, next), next };
    }
    columns += taken;
    written = true;
    if (taken === 2 || breaksAfter(text, at)) breakAt = at + 1;
    if (code >= 0xd800 && code <= 0xdbff && isLowSurrogate(text, at + 1)) {
      at++;
      if (taken === 2) breakAt = at + 1;
    }
  }
  return { from, to: text.length, next: text.length + 1 };
}

/** Up to `max` printed lines from `from` on. */
export function linesFrom(text: string, from: number, width: number, max: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (let at = from; at <= text.length && lines.length < max; ) {
    const line = lineAt(text, at, width);
    lines.push(line);
    at = line.next;
  }
  return lines;
}

const LETTER = /[\p{L}\p{N}]/u;

/** After the last of a run of hyphens or dashes that follows a letter and stands before one. */
function breaksAfter(text: string, at: number): boolean {
  if (!isDash(text.charCodeAt(at)) || isDash(text.charCodeAt(at + 1))) return false;
  let first = at;
  while (first > 0 && isDash(text.charCodeAt(first - 1)) && at - first < 4) first--;
  return first > 0 && LETTER.test(text[first - 1]!) && at + 1 < text.length && LETTER.test(text[at + 1]!);
}

function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015 && code !== 0x2011);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === 0x20) end--;
  return end;
}
