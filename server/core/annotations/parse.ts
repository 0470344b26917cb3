import { isSpace } from '../fountain/characters.ts';
import type { Annotation } from './annotation.ts';
import { readBody } from './body.ts';
import { isForeign, readForeign } from './foreign.ts';
import { isLetter } from './keys.ts';
import { kindInfo } from './kinds.ts';
import { nearestKind } from './nearest.ts';

const LINE_FEED = 10;
const RETURN = 13;
const COLON = 58;

/** No kind, nor a slip from one, is longer. */
const LONGEST_KIND = 11;
/** The least length of a word that is taken for a slip without knowing what it names. */
const LONG_ENOUGH = 5;

/**
 * Reads what stands between the brackets of a note (`[[…]]`) or a Markdown comment (`<!--…-->`) whose opening bracket
 * stands at `start`. Undefined for an ordinary note. All spans are in the coordinates of `start`; that of the whole
 * annotation includes the brackets. Linear in the text; a note that does not begin with a kind costs next to nothing.
 */
export function parseAnnotation(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  return parse(inside, start, form, LONG_ENOUGH);
}

/**
 * Like `parseAnnotation`, but takes any slip for one, however short the word: for a caller who has seen that an id after it
 * is known. Undefined where there is no slip.
 */
export function parseSlip(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  const read = parse(inside, start, form, 0);
  return read?.problems[0]?.code === 'annotation.typo' ? read : undefined;
}

function parse(text: string, start: number, form: 'note' | 'comment', slipFrom: number): Annotation | undefined {
  const wordStart = afterBlanks(text, 0);
  const wordEnd = afterLetters(text, wordStart);
  if (wordEnd - wordStart < 2 || wordEnd - wordStart > LONGEST_KIND) return undefined;
  const colonAt = afterBlanks(text, wordEnd);
  const colon = colonAt < text.length && text.charCodeAt(colonAt) === COLON;
  const written = text.slice(wordStart, wordEnd).toLowerCase();
  const foreign = isForeign(written);
  if (!colon && !foreign) return undefined;
  let info = kindInfo(written);
  const slip = info || foreign || written.length < slipFrom ? undefined : nearestKind(written);
  if (slip) info = kindInfo(slip);
  if ((!info && !foreign) || text.includes('\n') || text.includes('\r')) return undefined;

  const bracket = form === 'note' ? 2 : 4;
  const inside = { text, base: start + bracket };
  const end = inside.base + text.length + (form === 'note' ? 2 : 3);
  const word = slip ? written : (info?.kind ?? written);
  const kind = { start: inside.base + wordStart, end: inside.base + wordEnd, text: word };
  const body = info ? readBody(info, inside, colonAt + 1, kind) : readForeign(written, inside, wordEnd);
  if (!body) return undefined;
  const { ids, value, keys, note, mark, problems } = body;
  if (!slip) return { start, end, form, kind, ids, value, keys, note, mark, problems };
  if (!mark) return undefined;
  const message = `“${written}” is no kind of annotation. Did you mean “${slip}”?`;
  const typo = { start: kind.start, end: kind.end, code: 'annotation.typo', message, suggestion: slip } as const;
  return { start, end, form, kind, ids, value, keys, note, mark: undefined, problems: [typo] };
}

/** Goes over white space within a line. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return isSpace(code) && code !== LINE_FEED && code !== RETURN;
}

/** Goes over the letters of a word, but for those that make it longer than any kind. */
function afterLetters(text: string, from: number): number {
  const most = Math.min(text.length, from + LONGEST_KIND + 1);
  let at = from;
  while (at < most && isLetter(text.charCodeAt(at))) at++;
  return at;
}
