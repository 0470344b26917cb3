import { isSpace, trimmedEnd, trimmedStart } from '../fountain/characters.ts';
import type { Part } from './annotation.ts';

/**
 * What stands between the brackets of an annotation: it ends at the index `end` of a text, which may go on behind it.
 * Indices of the text and `base` make the spans of parts.
 */
export interface Inside {
  readonly text: string;
  readonly end: number;
  readonly base: number;
}

/** Shared by all that have nothing of a sort. */
export const NOTHING: readonly never[] = Object.freeze([]);

const COMMA = 44;
const BAR = 124;
const BACKSLASH = 92;

/** The part from one index to another, as it stands. */
export function partOf({ text, base }: Inside, from: number, to: number): Part {
  return { start: base + from, end: base + to, text: text.slice(from, to) };
}

/** The part between two indices without the white space around it. One of nothing but white space is empty, at its end. */
export function trimmedPart(inside: Inside, from: number, to: number): Part {
  const start = trimmedStart(inside.text, from, to);
  return partOf(inside, start, trimmedEnd(inside.text, start, to));
}

/** What stands between the commas of a stretch, trimmed, without empty ones. */
export function pieces(inside: Inside, from: number, to: number): Part[] {
  const { text } = inside;
  const found: Part[] = [];
  for (let at = from; at < to; at++) {
    const start = at;
    while (at < to && text.charCodeAt(at) !== COMMA) at++;
    const piece = trimmedPart(inside, start, at);
    if (piece.text !== '') found.push(piece);
  }
  return found;
}

/** What stands between the commas and white space of a stretch. */
export function words(inside: Inside, from: number, to: number): Part[] {
  const { text } = inside;
  const found: Part[] = [];
  for (let at = afterGap(text, from, to); at < to; ) {
    const end = wordEnd(text, at, to);
    found.push(partOf(inside, at, end));
    at = afterGap(text, end, to);
  }
  return found;
}

/** The same place with the word that was made of it. */
export function reworded(part: Part, text: string): Part {
  return text === part.text ? part : { start: part.start, end: part.end, text };
}

/** Where the commas and white space end that stand at an index. */
export function afterGap(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isGap(text.charCodeAt(at))) at++;
  return at;
}

/** Where the word ends that stands at an index: at a comma, white space, or a bar. */
export function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === BAR || isGap(code)) break;
    at++;
  }
  return at;
}

/** Without what is left of a list at its end, as while its next id is being typed. */
export function withoutGap(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isGap(text.charCodeAt(end - 1))) end--;
  return end;
}

export function isGap(code: number): boolean {
  return code === COMMA || isSpace(code);
}

/** Where what stands before a bar ends: the `\` that hides the bar from a Markdown table is no part of it. */
export function unescaped(text: string, bar: number): number {
  return text.charCodeAt(bar - 1) === BACKSLASH ? bar - 1 : bar;
}

/** Whether what stands at an index can follow a closed quote: nothing may be glued to it. */
export function isLoose({ text, end }: Inside, at: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === BAR || isGap(code) || (code === BACKSLASH && at + 1 < end && text.charCodeAt(at + 1) === BAR);
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** `"`, or `“` and `„`, which open in some languages. */
export function isQuote(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201e;
}
