import type { SourceText } from '../core/text/source-text.ts';
import type { Span, TextEdit } from '../core/text/span.ts';

/** Where a span of an older text stands after edits, each in the coordinates left by the one before. */
export function carry(span: Span, edits: readonly TextEdit[]): Span {
  let { start, end } = span;
  for (const edit of edits) {
    // What is put in right before the span does not belong to it, and neither does what is put in right after it.
    const before = edit.start === edit.end && edit.start === start;
    start = before ? start + edit.insert.length : carryOffset(start, edit);
    end = Math.max(start, carryOffset(end, edit));
  }
  return { start, end };
}

function carryOffset(offset: number, edit: TextEdit): number {
  if (offset <= edit.start) return offset;
  const grown = edit.insert.length - (edit.end - edit.start);
  return offset >= edit.end ? offset + grown : Math.min(offset, edit.start + edit.insert.length);
}

/** The one edit that makes `after` of `before`: what they share at both ends stays. Undefined where they are equal. */
export function difference(before: SourceText, after: string): TextEdit | undefined {
  const old = before.slice(0, before.length);
  if (old === after) return undefined;
  const shorter = Math.min(old.length, after.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && old.charCodeAt(old.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  // A CR LF or a surrogate pair is never taken apart.
  if (isWithinPair(old, start) || isWithinPair(after, start)) start--;
  if (isWithinPair(old, old.length - tail) || isWithinPair(after, after.length - tail)) tail--;
  return { start, end: old.length - tail, insert: after.slice(start, after.length - tail) };
}

/** Whether the units before and after the offset are one line end or one character. */
function isWithinPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const isLineEnd = before === 13 && after === 10;
  const isCharacter = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return isLineEnd || isCharacter;
}
