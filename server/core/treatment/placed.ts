import type { Tree } from '@lezer/common';
import type { SourceText } from '../text/source-text.ts';
import { visitLeaves } from './blocks.ts';
import { Leaf } from './leaf.ts';

/** A block of text and where it starts. */
export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly start: number;
}

/** A block of text that facts come from, and the number of its first item. */
export interface PlacedRun extends PlacedLeaf {
  readonly firstItem: number;
}

/** A node of a tree is used again only where its text is the same, so what is known of the text can be kept by the node. */
const known = new WeakMap<Tree, Leaf>();

/** The blocks of text of a tree that begins at `base` in the text, in order. */
export function placeLeaves(tree: Tree, base: number, text: SourceText): PlacedLeaf[] {
  const placed: PlacedLeaf[] = [];
  visitLeaves(tree, base, (node, type, level, start, top) => {
    let leaf = known.get(node);
    if (!leaf) {
      leaf = new Leaf(text.slice(start, start + node.length), type, level, top);
      known.set(node, leaf);
    }
    placed.push({ leaf, start });
  });
  return placed;
}

export function placeRuns(leaves: readonly PlacedLeaf[]): PlacedRun[] {
  const runs: PlacedRun[] = [];
  let firstItem = 0;
  for (const { leaf, start } of leaves) {
    if (!leaf.run) continue;
    runs.push({ leaf, start, firstItem });
    firstItem += leaf.run.items.length;
  }
  return runs;
}
