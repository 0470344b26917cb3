import type { Manuscript } from '../manuscript.ts';
import type { TextEdit } from '../text/span.ts';

/** Edits by the manuscript that they change, in its coordinates; none overlaps another. */
export type Edits = ReadonlyMap<Manuscript, readonly TextEdit[]>;

/** What is to be edited, and where the first thing that was moved stands before and after. */
export interface Move {
  /** In order, and in the coordinates of each text as it is. */
  readonly edits: Edits;
  readonly from: { readonly manuscript: Manuscript; readonly offset: number };
  /** In the text as it is after the edits. */
  readonly to: { readonly manuscript: Manuscript; readonly offset: number };
}

/** The manuscript after edits that are all in the coordinates of its text as it is. */
export function edited(manuscript: Manuscript, edits: readonly TextEdit[]): Manuscript {
  return manuscript.edit(inOrder(edits).reverse());
}

/** By place; of two that begin at the same, the one that only inserts first, so that both can be made as they stand. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where an offset comes to be, by the edits that begin before it. */
export function offsetAfter(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { start, end, insert } of edits) {
    if (start < offset) moved += insert.length - (Math.min(end, offset) - start);
  }
  return moved;
}
