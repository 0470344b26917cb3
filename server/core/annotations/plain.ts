import { trimmedEnd, trimmedStart } from '../fountain/characters.ts';
import type { Mark } from './annotation.ts';
import { isLetter } from './keys.ts';
import { keyInfoAt, kindInfoAt } from './kinds.ts';
import { NO_KEYS } from './mark.ts';
import { NOTHING } from './parts.ts';
import { isLowerOrDigit } from './slug.ts';

const SPACE = 32;
const HYPHEN = 45;
const COLON = 58;
const EQUALS = 61;
const UNDERSCORE = 95;
const BAR = 124;

/**
 * The mark of an annotation as most are written: `kind: id`, then perhaps `key=word` once or more, then perhaps `| note`.
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
  if (info === undefined || info.kind === 'herring' || (info.after !== 'ids' && info.after !== 'word'))
    return undefined;
  const idStart = afterSpaces(text, kindEnd + 1, to);
  const idEnd = plainWordEnd(text, idStart, to);
  if (idEnd === idStart) return undefined;
  let keys: Record<string, string> | undefined;
  let at = afterSpaces(text, idEnd, to);
  while (at < to && text.charCodeAt(at) !== BAR) {
    let equals = at;
    while (equals < to && isLetter(text.charCodeAt(equals))) equals++;
    const key = equals > at && text.charCodeAt(equals) === EQUALS ? keyInfoAt(text, at, equals)?.key : undefined;
    const valueEnd = plainWordEnd(text, equals + 1, to);
    if (key === undefined || valueEnd <= equals + 1 || (keys !== undefined && key in keys)) return undefined;
    keys ??= {};
    keys[key] = text.slice(equals + 1, valueEnd);
    at = afterSpaces(text, valueEnd, to);
  }
  const noteStart = at < to ? trimmedStart(text, at + 1, to) : to;
  const note = noteStart < to ? text.slice(noteStart, trimmedEnd(text, noteStart, to)) : undefined;
  const id = text.slice(idStart, idEnd);
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
  if (from >= to || !isLowerOrDigit(text.charCodeAt(from))) return from;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isLowerOrDigit(code) && code !== HYPHEN && code !== UNDERSCORE) {
      return code === SPACE || code === BAR ? at : from;
    }
  }
  return to;
}

function afterSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at;
}
