import { isLetterOrDigitAt, isSpace } from './characters.ts';

const DOT = 46;
const SPACE = 32;
const SLASH = 47;
const HASH = 35;
const LETTER_N = 110;
const LETTER_S = 115;
const LETTER_X = 120;

/**
 * Whether a line begins as a scene heading does: `INT`, `EXT`, `EST`, `INT/EXT`, `EXT/INT`, `I/E`, in any case, then `.` or
 * a space. (`INT./EXT` begins with `INT.`, so it needs no case of its own.)
 */
export function hasHeadingPrefix(text: string, from: number, to: number): boolean {
  switch (lower(text, from + 1)) {
    case LETTER_N:
      return isWord(text, from, 'int') && (isPrefixEnd(text, from + 3, to) || endsAfter(text, from + 3, '/ext', to));
    case LETTER_X:
      return isWord(text, from, 'ext') && (isPrefixEnd(text, from + 3, to) || endsAfter(text, from + 3, '/int', to));
    case LETTER_S:
      return endsAfter(text, from, 'est', to);
    case SLASH:
      return endsAfter(text, from, 'i/e', to);
    default:
      return false;
  }
}

function endsAfter(text: string, from: number, word: string, to: number): boolean {
  return isWord(text, from, word) && isPrefixEnd(text, from + word.length, to);
}

function isWord(text: string, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    if (lower(text, from + at) !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** The unit in lower case, if it is an ASCII letter; `/` is left as it is. */
function lower(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === SLASH ? code : code | 0x20;
}

function isPrefixEnd(text: string, at: number, to: number): boolean {
  if (at >= to) return false;
  const code = text.charCodeAt(at);
  return code === DOT || code === SPACE;
}

/** Whether a line begins with one `.` directly followed by a letter or digit. */
export function isForcedHeading(text: string, from: number, to: number): boolean {
  return to - from > 1 && isLetterOrDigitAt(text, from + 1);
}

export interface HeadingParts {
  readonly heading: string;
  readonly number?: string;
}

const NUMBER = /^[\p{L}\p{N}.-]+$/u;

/** Parts a trimmed heading, without its forcing mark, from the ` #number#` at its end. */
export function headingParts(text: string): HeadingParts {
  const end = text.length - 1;
  if (text.charCodeAt(end) !== HASH) return { heading: text };
  const start = text.lastIndexOf('#', end - 1);
  if (start < 1 || !isSpace(text.charCodeAt(start - 1))) return { heading: text };
  const number = text.slice(start + 1, end);
  return NUMBER.test(number) ? { heading: text.slice(0, start).trimEnd(), number } : { heading: text };
}

/** Nobody's heading is longer: what is, is printed with its spaces, so that patterns stay cheap. */
const LONGEST = 400;
const PREFIX = /^(?:INT\.?\/EXT|EXT\.?\/INT|INT|EXT|EST|I\/E)\.(?=[^\s/])/i;
const DASH = /(?<=\S)(?: +([-–—]+) *| *([-–—]+) +)(?=\S)/g;

/**
 * A heading that is not forced, as screenplays are printed, however it is typed: in capitals, with one space between words,
 * after the prefix, and on both sides of a dash that has one on either. What has been made so stays as it is.
 */
export function headingAsPrinted(heading: string): string {
  return spacedHeading(heading).toUpperCase();
}

/** The same in the case in which it is typed. */
export function spacedHeading(heading: string): string {
  if (heading.length > LONGEST) return heading;
  return heading
    .replace(/[ \t]+/g, ' ')
    .replace(PREFIX, '$& ')
    .replace(DASH, (_, before, after) => ` ${before ?? after} `);
}
