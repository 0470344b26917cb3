import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import type { Cut, Node } from './elements.ts';

/** It starts inside a boneyard that began in a block before. */
export const INSIDE = 1;
/** It ends inside a boneyard. */
export const EXITS = 2;
/** It has a `*\/` somewhere. */
export const CLOSES = 4;
/** It has a boneyard that opens and does not close here: whether it is one hangs on whether a later block has a `*\/`. */
export const PENDING = 8;
/** As it was read, a later block has a `*\/`. Only told of blocks that are pending. */
export const CLOSES_LATER = 16;

/** What only few blocks have. */
export interface BlockExtras {
  /** Notes and boneyards, by start; one inside a note comes after it. */
  readonly cuts: readonly Cut[];
  /** Lines that would be scene headings, but for the blank line after them. */
  readonly bareHeadings: readonly Span[];
  /** Where each item stands, if any stands elsewhere than at an element that always has one. */
  readonly places: readonly Span[] | undefined;
  /** Of the first block of a script: its title page, for the facts. */
  readonly head: Readonly<Record<string, string>> | undefined;
}

/**
 * A stretch of lines up to a hard blank line, with the hard blank lines after it (see `LineReader`). Nothing in it but a
 * boneyard reaches over its bounds; so it can be read, kept and shared between versions by itself. All offsets are
 * relative to its start.
 */
export class Block {
  readonly length: number;
  /** How it was read: the constants above. */
  readonly flags: number;
  readonly nodes: readonly Node[];
  /** Its facts in the order of the text. */
  readonly items: readonly FactItem[];
  readonly extras: BlockExtras | undefined;

  constructor(
    length: number,
    flags: number,
    nodes: readonly Node[],
    items: readonly FactItem[],
    extras: BlockExtras | undefined,
  ) {
    this.length = length;
    this.flags = flags;
    this.nodes = nodes;
    this.items = items;
    this.extras = extras;
  }

  get cuts(): readonly Cut[] {
    return this.extras ? this.extras.cuts : NONE;
  }

  /** Where each of the items stands. */
  get places(): readonly Span[] {
    return this.extras?.places ?? placesOfNodes(this.nodes, this.items.length);
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  withItems(items: readonly FactItem[]): Block {
    return new Block(this.length, this.flags, this.nodes, items, this.extras);
  }
}

/** Where the items stand, `count` of them, of the elements that always have one: sections, scene headings and cues. */
export function placesOfNodes(nodes: readonly Node[], count: number): readonly Span[] {
  if (count === 0) return NONE;
  const places = new Array<Span>(count);
  let next = 0;
  for (let i = 0; next < count; i++) {
    const { type } = nodes[i]!;
    if (type === 'character' || type === 'scene_heading' || type === 'section') places[next++] = nodes[i]!;
  }
  return places;
}

/** Shared by all blocks that have nothing of a sort. Frozen. */
export const NONE: never[] = Object.freeze([]) as never[];
