import { trimmedStart } from '../fountain/characters.ts';
import { COMMON_KEYS, type KeyInfo, type KindInfo, keyInfoAt } from './kinds.ts';
import { type Inside, isGap, isLetter, isQuote } from './parts.ts';
import { isId, normalId, slugOf } from './slug.ts';

const COLON = 58;
const EQUALS = 61;
const BAR = 124;
const TIME = /^\d{1,3}:\d\d(?::\d\d)?$/;

/** A key that something else than a plain `=` joins to its value: `via"a letter"`, `intent:open`, `to = anna`. Indices. */
export interface Joined {
  readonly info: KeyInfo;
  readonly keyEnd: number;
  /** Where the value begins, with its quote. */
  readonly valueFrom: number;
}

/**
 * What may be such a key at an index: the whole word is a key that the kind takes, and a value follows closely. Whether it is
 * one, the value and what stands before it tell: see `isSureValue` and `isSureBefore`.
 */
export function joinedAt({ text, end }: Inside, at: number, kind: KindInfo): Joined | undefined {
  if (kind.after !== 'ids' && kind.after !== 'word') return undefined;
  let keyEnd = at;
  while (keyEnd < end && isLetter(text.charCodeAt(keyEnd))) keyEnd++;
  if (keyEnd === at || keyEnd === end) return undefined;
  const info = keyInfoAt(text, at, keyEnd);
  if (info === undefined || !takes(kind, info)) return undefined;
  const valueFrom = afterJoint(text, keyEnd, end);
  if (valueFrom < 0 || valueFrom >= end) return undefined;
  const first = text.charCodeAt(valueFrom);
  return first === BAR || isGap(first) ? undefined : { info, keyEnd, valueFrom };
}

/** Whether a kind takes a key. */
export function takes({ keys }: KindInfo, { key }: KeyInfo): boolean {
  return keys.includes(key) || COMMON_KEYS.includes(key);
}

/** Where the value begins behind a colon, a quote right at the key, or an `=` with space before it; -1 behind none. */
function afterJoint(text: string, keyEnd: number, end: number): number {
  const code = text.charCodeAt(keyEnd);
  if (code === COLON) return keyEnd + 1;
  if (isQuote(code)) return keyEnd;
  const equals = trimmedStart(text, keyEnd, end);
  if (equals === keyEnd || equals >= end || text.charCodeAt(equals) !== EQUALS) return -1;
  return trimmedStart(text, equals + 1, end);
}

/** Whether a value, without quotes, is one that the key has: a title hardly has it there by chance. */
export function isSureValue({ key, values, holds }: KeyInfo, value: string): boolean {
  if (values !== undefined) return values.includes(value.toLowerCase());
  if (key === 'at') return TIME.test(value);
  if (holds === 'text') return value.trim() !== '';
  return value.split(',').every((word) => slugOf(word.trim()) !== '');
}

/**
 * Whether what stands before the first key can only be ids, written as ids are: of one word each, in small letters. Where a
 * title may stand, a word of a few letters in it decides nothing, unless the words that follow are the key's own.
 */
export function isSureBefore(before: string, { values }: KeyInfo): boolean {
  const words = before.replace(/\s+cleared\s*$/i, '').trim();
  if (words === '') return false;
  return values !== undefined || words.split(',').every((word) => isPlainId(word.trim()));
}

function isPlainId(word: string): boolean {
  return word === '' || (isId(word) && normalId(word) === word);
}
