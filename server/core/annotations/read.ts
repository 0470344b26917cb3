import { t } from '@vscode/l10n';
import { isSpace } from '../fountain/characters.ts';
import { type Reading, readBody, type Word } from './body.ts';
import { isForeign, readForeign } from './foreign.ts';
import { kindInfo, kindInfoAt } from './kinds.ts';
import { isOrdinary, nearestKind } from './nearest.ts';
import { type Inside, isLetter } from './parts.ts';

const LINE_FEED = 10;
const RETURN = 13;
const COLON = 58;

/** No kind, nor a slip from one, is longer. */
const LONGEST_KIND = 11;
/** The least length of a word that is taken for a slip without knowing what it names. */
export const LONG_ENOUGH = 5;

/**
 * Reads what stands between the brackets of a note, which begins at the index `from`. There must be no line end in it.
 * Undefined where it is no annotation.
 *
 * @param slipFrom the least length of a word that is taken for a slip; 0 where what it names is known
 */
export function readAnnotation(inside: Inside, from: number, slipFrom = LONG_ENOUGH): Reading | undefined {
  const { text } = inside;
  const start = afterBlanks(text, from, inside.end);
  const end = afterLetters(text, start, inside.end);
  if (end - start < 2 || end - start > LONGEST_KIND) return undefined;
  const colonAt = afterBlanks(text, end, inside.end);
  const colon = colonAt < inside.end && text.charCodeAt(colonAt) === COLON;
  const info = colon ? kindInfoAt(text, start, end) : undefined;
  if (info !== undefined) return readBody(info, inside, colonAt + 1, { start, end, text: info.kind });
  const word = { start, end, text: text.slice(start, end).toLowerCase() };
  if (isForeign(word.text)) return readForeign(inside, word);
  return colon && end - start >= slipFrom ? readSlip(inside, colonAt + 1, word, slipFrom === 0) : undefined;
}

/**
 * Reads what begins with a word that is one slip away from a kind, and says so if it would be an annotation of that kind. An
 * ordinary word is a slip where a key of ours follows, or what it names is known.
 */
function readSlip(inside: Inside, from: number, word: Word, isKnown: boolean): Reading | undefined {
  const slip = nearestKind(word.text);
  if (slip === undefined) return undefined;
  const read = readBody(kindInfo(slip)!, inside, from, word);
  if (!read?.mark) return undefined;
  if (!isKnown && isOrdinary(word.text) && !read.keys.some(({ info }) => info)) return undefined;
  const message = t('“{0}” is no kind of annotation. Did you mean “{1}”?', word.text, slip);
  const span = { start: inside.base + word.start, end: inside.base + word.end };
  const typo = { ...span, code: 'annotation.typo', message, suggestion: slip } as const;
  return { ...read, mark: undefined, problems: [typo] };
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
