import { isSpace, trimmedEnd, trimmedStart } from '../fountain/characters.ts';
import type { Mark } from './annotation.ts';
import { keyInfoAt, kindInfoAt } from './kinds.ts';
import { NO_KEYS } from './mark.ts';
import { isLetter, NOTHING } from './parts.ts';
import { isLowerOrDigit } from './slug.ts';

const CLEARED = 'cleared';

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const EQUALS = 61;
const BAR = 124;

/** 1 for each unit that an id in lower case is of. A look at a table costs the same for all, and no branch foretold wrongly. */
const isOfPlainId = new Uint8Array(0x10000);
for (const unit of 'abcdefghijklmnopqrstuvwxyz0123456789-_') isOfPlainId[unit.charCodeAt(0)] = 1;

/**
 * The mark of an annotation as nearly all are written: `kind: id`, then perhaps some keys, each with a word, words parted by
 * commas, or something in straight quotes, then perhaps `| note`.
 * Undefined for any other, which is to be read in full (`readAnnotation`); both say the same of what both can read. A
 * script has hundreds, and this takes half the time.
 *
 * @param from where what stands between the brackets begins in the text, and `to` where it ends; there is no line end in it
 */
export function plainMark(text: string, from: number, to: number): Mark | undefined {
  let kindEnd = from;
  while (kindEnd < to && isLetter(text.charCodeAt(kindEnd))) kindEnd++;
  if (kindEnd === from || text.charCodeAt(kindEnd) !== COLON) return undefined;
  const info = kindInfoAt(text, from, kindEnd);
  if (info === undefined || (info.after !== 'ids' && info.after !== 'word')) return undefined;
  const idStart = afterSpaces(text, kindEnd + 1, to);
  const idEnd = plainWordEnd(text, idStart, to);
  if (idEnd === idStart) return undefined;
  const id = text.slice(idStart, idEnd);
  // The word that clears a herring is no id.
  if (id === CLEARED) return undefined;
  let keys: Record<string, string> | undefined;
  let at = afterSpaces(text, idEnd, to);
  while (at < to && text.charCodeAt(at) !== BAR) {
    let equals = at;
    while (equals < to && isLetter(text.charCodeAt(equals))) equals++;
    const key = equals > at && text.charCodeAt(equals) === EQUALS ? keyInfoAt(text, at, equals)?.key : undefined;
    if (key === undefined || (keys !== undefined && key in keys)) return undefined;
    const quoted = equals + 1 < to && text.charCodeAt(equals + 1) === QUOTE ? 1 : 0;
    const start = equals + 1 + quoted;
    const end = quoted === 1 ? quotedEnd(text, start, to) : plainListEnd(text, start, to);
    if (end === start) return undefined;
    keys ??= {};
    keys[key] = text.slice(start, end);
    at = afterSpaces(text, end + quoted, to);
  }
  const noteStart = at < to ? trimmedStart(text, at + 1, to) : to;
  const note = noteStart < to ? text.slice(noteStart, trimmedEnd(text, noteStart, to)) : undefined;
  const named = info.after === 'ids';
  return {
    kind: info.kind,
    ids: named ? [id] : NOTHING,
    title: undefined,
    value: named ? undefined : id,
    keys: keys ?? NO_KEYS,
    note,
    cleared: undefined,
  };
}

/** Where the word ends that stands at an index, if it is an id in lower case; otherwise that index. */
function plainWordEnd(text: string, from: number, to: number): number {
  const end = idEndAt(text, from, to);
  return isPlainEnd(text, end, to) ? end : from;
}

/** The same for such words with single commas between them. */
function plainListEnd(text: string, from: number, to: number): number {
  for (let at = from; ; at++) {
    const end = idEndAt(text, at, to);
    if (end === at) return from;
    if (isPlainEnd(text, end, to)) return end;
    if (text.charCodeAt(end) !== COMMA) return from;
    at = end;
  }
}

/** Goes over what may stand in an id that begins with a small letter or a digit. */
function idEndAt(text: string, from: number, to: number): number {
  if (from >= to || !isLowerOrDigit(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < to && isOfPlainId[text.charCodeAt(at)] === 1) at++;
  return at;
}

function isPlainEnd(text: string, at: number, to: number): boolean {
  if (at >= to) return true;
  const code = text.charCodeAt(at);
  return code === SPACE || code === BAR;
}

/** Where the quote closes that opened before an index; that index, if it holds nothing plain or something follows closely. */
function quotedEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && text.charCodeAt(end) !== QUOTE) end++;
  if (end === to || end === from || isSpace(text.charCodeAt(from)) || isSpace(text.charCodeAt(end - 1))) return from;
  return isPlainEnd(text, end + 1, to) ? end : from;
}

function afterSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at;
}
