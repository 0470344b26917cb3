import { plainMark } from '../annotations/plain.ts';
import { readAnnotation } from '../annotations/read.ts';
import type { MarkItem, SlipItem } from '../facts/file-facts.ts';
import { markItem } from '../facts/mark-item.ts';

/** What a note says to us, if it is an annotation: what stands between its brackets, from one index to the other, in one line. */
export function noteItem(text: string, from: number, to: number): MarkItem | SlipItem | undefined {
  const mark = plainMark(text, from, to);
  if (mark !== undefined) return { type: 'mark', mark, flawed: false };
  const read = readAnnotation({ text, end: to, base: 0 }, from);
  return read && markItem(read.mark, read.problems, read.word.text);
}
