import { isSpace } from '../fountain/characters.ts';
import { type Body, readBody } from './body.ts';
import { isForeign, readForeign } from './foreign.ts';
import { isLetter } from './keys.ts';
import { kindInfo, kindInfoAt } from './kinds.ts';
import { nearestKind } from './nearest.ts';
import type { Inside } from './parts.ts';

const LINE_FEED = 10;
const RETURN = 13;
const COLON = 58;

/** No kind, nor a slip from one, is longer. */
const LONGEST_KIND = 11;
/** The least length of a word that is taken for a slip without knowing what it names. */
export const LONG_ENOUGH = 5;

/** An annotation as it was read: the word that stands where the kind should, in its chief spelling, and what comes after it. */
export interface Read {
  readonly wordStart: number;
  readonly wordEnd: number;
  readonly word: string;
  readonly body: Body;
}

/**
 * Reads what stands between the brackets of a note, which begins at the index `from`. There must be no line end in it.
 * Undefined where it is no annotation.
 *
 * @param slipFrom the least length of a word that is taken for a slip
 */
export function readAnnotation(inside: Inside, from: number, slipFrom = LONG_ENOUGH): Read | undefined {
  const { text, end } = inside;
  const wordStart = afterBlanks(text, from, end);
  const wordEnd = afterLetters(text, wordStart, end);
  if (wordEnd - wordStart < 2 || wordEnd - wordStart > LONGEST_KIND) return undefined;
  const colonAt = afterBlanks(text, wordEnd, end);
  const colon = colonAt < end && text.charCodeAt(colonAt) === COLON;
  const info = colon ? kindInfoAt(text, wordStart, wordEnd) : undefined;
  if (info === undefined) return readOther(inside, wordStart, wordEnd, colon ? colonAt : -1, slipFrom);
  const body = readBody(info, inside, colonAt + 1, { start: wordStart, end: wordEnd });
  return body && { wordStart, wordEnd, word: info.kind, body };
}

/** Reads what begins with a word that is no kind: another program's note, or a slip. */
function readOther(
  inside: Inside,
  wordStart: number,
  wordEnd: number,
  colonAt: number,
  slipFrom: number,
): Read | undefined {
  const { text, base } = inside;
  const word = text.slice(wordStart, wordEnd).toLowerCase();
  if (isForeign(word)) {
    const body = readForeign(word, inside, wordEnd);
    return body && { wordStart, wordEnd, word, body };
  }
  const slip = colonAt < 0 || word.length < slipFrom ? undefined : nearestKind(word);
  if (slip === undefined) return undefined;
  const body = readBody(kindInfo(slip)!, inside, colonAt + 1, { start: wordStart, end: wordEnd });
  if (!body?.mark) return undefined;
  const message = `“${word}” is no kind of annotation. Did you mean “${slip}”?`;
  const span = { start: base + wordStart, end: base + wordEnd };
  const typo = { ...span, code: 'annotation.typo', message, suggestion: slip } as const;
  return { wordStart, wordEnd, word, body: { ...body, mark: undefined, problems: [typo] } };
}

/** Goes over white space within a line. */
function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return isSpace(code) && code !== LINE_FEED && code !== RETURN;
}

/** Goes over the letters of a word, but for those that make it longer than any kind. */
function afterLetters(text: string, from: number, end: number): number {
  const most = Math.min(end, from + LONGEST_KIND + 1);
  let at = from;
  while (at < most && isLetter(text.charCodeAt(at))) at++;
  return at;
}
