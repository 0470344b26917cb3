import type { Annotation } from './annotation.ts';
import { keyPart } from './keys.ts';
import { LONG_ENOUGH, readAnnotation } from './read.ts';

/**
 * Reads what stands between the brackets of a note (`[[…]]`) or a Markdown comment (`<!--…-->`) whose opening bracket
 * stands at `start`. Undefined for an ordinary note. All spans are in the coordinates of `start`; that of the whole
 * annotation includes the brackets. Linear in the text; a note that does not begin with a kind costs next to nothing.
 */
export function parseAnnotation(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  return annotationOf(inside, start, form, LONG_ENOUGH);
}

/**
 * Like `parseAnnotation`, but takes any slip for one, however short the word: for a caller who has seen that an id after it
 * is known. Undefined where there is no slip.
 */
export function parseSlip(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  const read = annotationOf(inside, start, form, 0);
  return read?.problems[0]?.code === 'annotation.typo' ? read : undefined;
}

function annotationOf(text: string, start: number, form: 'note' | 'comment', slipFrom: number): Annotation | undefined {
  if (text.includes('\n') || text.includes('\r')) return undefined;
  const bracket = form === 'note' ? 2 : 4;
  const inside = { text, end: text.length, base: start + bracket };
  const read = readAnnotation(inside, 0, slipFrom);
  if (!read) return undefined;
  const { word, ids, value, note, mark, problems } = read;
  const kind = { start: inside.base + word.start, end: inside.base + word.end, text: word.text };
  const keys = read.keys.map((key) => keyPart(inside, key));
  const end = inside.base + text.length + (form === 'note' ? 2 : 3);
  return { start, end, form, kind, ids, value, keys, note, mark, problems };
}
