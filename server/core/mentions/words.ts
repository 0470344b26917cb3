import { foldSign, foldWord } from './fold.ts';
import { Kind, kindAt, sizeAt } from './letters.ts';

/** A piece of a text: a word, a sign, or the white space between. */
export interface Piece {
  /** What it is compared by; a space for any white space. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Beginnings that French, Italian and Catalan write together with the word after them. `o'clock` is one word. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|dall|all|sull|coll|quell|bell|sant)$/;
/** Endings that English writes together with the word before them. `don't` is one word. */
const ATTACHED = /^(?:s|d|m|ll|ve|re)$/;

const GREATER = 62;

/**
 * Calls `each` with the pieces of a text from first to last, and with offsets in UTF-16 units. Linear in the text.
 *
 * - A word is a run of letters, marks and digits of any script, and of what stands singly between two such: apostrophes,
 *   `_`, and marks of emphasis (`un*happy*` is one word, as it is in print). Everything else is no part of a word, hyphens
 *   included.
 * - What English hangs on a word with an apostrophe is a piece of its own, and so is what French and Italian put before it:
 *   `Peter's` is `Peter` and `'s`, `l'arme` is `l'` and `arme`.
 * - Where a script has no spaces between words there is nothing to tell where one ends, and each letter, with its marks, is
 *   a piece: Chinese, Hiragana, Thai, Lao, Khmer, Burmese and some more. Katakana is taken for a word as far as it goes (as
 *   in Unicode's own rules for words): `パン` is not found in `ジャパン`. Korean parts words with spaces.
 * - White space is one piece however long, line breaks included, with the `>` that Markdown puts before a quoted line.
 */
export function eachPiece(text: string, each: (piece: string, start: number, end: number) => void): void {
  let at = 0;
  let spaced = false;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const end = endOf(text, at, kind);
    if (kind === Kind.Space) {
      // Emphasis that stands alone between spaces does not make two spaces of them.
      if (!spaced) each(' ', at, end);
      spaced = true;
    } else if (kind !== Kind.Emphasis && kind !== Kind.Unseen) {
      spaced = false;
      if (kind === Kind.Letter) eachPart(text, at, end, each);
      else if (kind === Kind.Katakana || kind === Kind.Alone) each(foldWord(text.slice(at, end)), at, end);
      else each(kind === Kind.Apostrophe ? "'" : foldSign(text.slice(at, end)), at, end);
    }
    at = end;
  }
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  eachPiece(text, (piece, start, end) => pieces.push({ text: piece, start, end }));
  return pieces;
}

/** Where the piece ends that starts at `at` with a character of that kind. */
function endOf(text: string, at: number, kind: Kind): number {
  if (kind === Kind.Space) return endOfSpace(text, at);
  if (kind === Kind.Letter || kind === Kind.Katakana || kind === Kind.Alone) return endOfWord(text, at, kind);
  return at + sizeAt(text, at);
}

function endOfSpace(text: string, from: number): number {
  let at = from;
  let lineBegins = false;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) lineBegins = true;
    else if (kindAt(text, at) !== Kind.Space && !(lineBegins && unit === GREATER)) break;
  }
  return at;
}

function endOfWord(text: string, from: number, kind: Kind): number {
  let end = from + sizeAt(text, from);
  let at = end;
  while (at < text.length) {
    const next = kindAt(text, at);
    if (next === Kind.Mark || (next === kind && kind !== Kind.Alone)) {
      at += sizeAt(text, at);
      end = at;
    } else if (next === Kind.Unseen) {
      // It is inside of the word only where the word goes on.
      at += sizeAt(text, at);
    } else if (kind === Kind.Letter && at === end) {
      const after = next === Kind.Apostrophe ? at + 1 : endOfEmphasis(text, at);
      if (after === at || after >= text.length || kindAt(text, after) !== Kind.Letter) break;
      at = after;
    } else break;
  }
  return end;
}

function endOfEmphasis(text: string, from: number): number {
  let at = from;
  while (text[at] === '*' || text[at] === '_') at++;
  return at;
}

/** Parts a word from what is only written together with it. */
function eachPart(
  text: string,
  start: number,
  end: number,
  each: (piece: string, start: number, end: number) => void,
): void {
  const first = apostrophe(text, start, end, 1);
  if (first === -1) {
    each(foldWord(text.slice(start, end)), start, end);
    return;
  }
  let from = start;
  if (ELIDED.test(foldWord(text.slice(start, first)))) {
    from = first + 1;
    each(foldWord(text.slice(start, from)), start, from);
  }
  const last = apostrophe(text, end - 1, from - 1, -1);
  const to = last > from && ATTACHED.test(foldWord(text.slice(last + 1, end))) ? last : end;
  each(foldWord(text.slice(from, to)), from, to);
  if (to < end) each(foldWord(text.slice(to, end)), to, end);
}

/** The first apostrophe from `from` on, and before `to`; -1 where there is none. */
function apostrophe(text: string, from: number, to: number, step: 1 | -1): number {
  for (let at = from; at !== to; at += step) if (kindAt(text, at) === Kind.Apostrophe) return at;
  return -1;
}
