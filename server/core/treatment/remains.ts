import { type ChangedRange, type Tree, TreeFragment } from '@lezer/common';
import type { SourceText } from '../text/source-text.ts';
import type { TextEdit } from '../text/span.ts';

/** Pieces of a tree no longer than this are let go. So short, because others keep what they know by the paragraph. */
const LEAST = 1;

/**
 * What still holds of a tree while edits are made to its text. The tree begins at some offset, behind the front matter.
 * The edits become one set of changes: fragments that are cut twice would forget that what follows them has changed.
 */
export class Remains {
  readonly #tree: Tree;
  /** Apart and in order; `A` counts in the tree's text, `B` in the text as it is now. */
  #changes: ChangedRange[] = [];
  /** Where the tree's text begins now; undefined once an edit has crossed that place. */
  #base: number | undefined;

  constructor(tree: Tree, base: number) {
    this.#tree = tree;
    this.#base = base;
  }

  /** An edit of the text, which is given as it was before the edit. */
  change(edit: TextEdit, text: SourceText): void {
    if (this.#base === undefined) return;
    const start = Math.min(Math.max(0, edit.start), text.length);
    const end = Math.min(Math.max(start, edit.end), text.length);
    const by = edit.insert.length - (end - start);
    if (start >= this.#base) {
      // Whether a `\r` ends a line hangs on what follows it.
      const from = text.slice(start - 1, start) === '\r' ? start - 1 : start;
      // What the rest of the line is hangs on its indentation, which the edit may have cut.
      const line = text.lineAt(end);
      const to = line + 1 < text.lineCount ? text.lineStart(line + 1) : text.length;
      this.#changes = withChange(this.#changes, Math.max(0, from - this.#base), to - this.#base, by);
    } else if (end < this.#base) {
      this.#base += by;
    } else {
      this.#base = undefined;
    }
  }

  /** What a parse of the text from `base` on may use again. */
  fragments(base: number): readonly TreeFragment[] {
    if (base !== this.#base) return [];
    return TreeFragment.applyChanges(TreeFragment.addTree(this.#tree), this.#changes, LEAST);
  }
}

/** The changes and one more, from `start` to `end` in the text as they left it, which grows by `by`; touching ones are joined. */
function withChange(changes: readonly ChangedRange[], start: number, end: number, by: number): ChangedRange[] {
  const before = changes.filter((change) => change.toB < start);
  const after = changes.filter((change) => change.fromB > end);
  const touched = changes.slice(before.length, changes.length - after.length);
  const shift = grown(before);
  const first = touched[0];
  const last = touched.at(-1);
  const joined: ChangedRange = {
    fromA: Math.min(start - shift, first?.fromA ?? Number.POSITIVE_INFINITY),
    toA: Math.max(end - shift - grown(touched), last?.toA ?? 0),
    fromB: Math.min(start, first?.fromB ?? start),
    toB: Math.max(end, last?.toB ?? end) + by,
  };
  const moved = after.map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB: fromB + by, toB: toB + by }));
  return [...before, joined, ...moved];
}

/** By how much the changes make the text longer. */
function grown(changes: readonly ChangedRange[]): number {
  let sum = 0;
  for (const { fromA, toA, fromB, toB } of changes) sum += toB - fromB - (toA - fromA);
  return sum;
}
