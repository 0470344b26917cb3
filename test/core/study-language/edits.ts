import type { TextEdit } from '../../../server/core/text/span.ts';

/** A text after edits that are all in its coordinates and do not overlap. */
export function apply(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => b.start - a.start);
  return inOrder.reduce((now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end), text);
}
