import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import type { Cut, Node } from './elements.ts';
import {
  CHARACTER,
  NODE_SIZE,
  type NodePage,
  nodeAt,
  type PackedNodes,
  SCENE_HEADING,
  SECTION,
  unpack,
} from './packed-nodes.ts';

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
  /** Lines that would be scene headings, but for the blank line after them. */
  readonly bareHeadings: readonly Span[];
  /** Where each item stands, if any stands elsewhere than at an annotation or an element that always has one. */
  readonly places: readonly Span[] | undefined;
  /** Of the first block of a script: its title page, for the facts. */
  readonly head: Readonly<Record<string, string>> | undefined;
}

/**
 * A stretch of lines up to a hard blank line, with the hard blank lines after it (see `LineReader`). Nothing in it but a
 * boneyard reaches over its bounds; so it can be read, kept and shared between versions by itself. All offsets are
 * relative to its start.
 */
export class Block implements PackedNodes {
  readonly length: number;
  /** How it was read: the constants above. */
  readonly flags: number;
  /** Where its elements stand: on this page, from one index to another. */
  readonly page: NodePage;
  readonly from: number;
  readonly to: number;
  /** Its facts in the order of the text. */
  readonly items: readonly FactItem[];
  /** Notes and boneyards, by start; one inside a note comes after it. */
  readonly cuts: readonly Cut[];
  readonly extras: BlockExtras | undefined;

  constructor(
    length: number,
    flags: number,
    { page, from, to }: PackedNodes,
    items: readonly FactItem[],
    cuts: readonly Cut[],
    extras: BlockExtras | undefined,
  ) {
    this.length = length;
    this.flags = flags;
    this.page = page;
    this.from = from;
    this.to = to;
    this.items = items;
    this.cuts = cuts;
    this.extras = extras;
  }

  /** Its elements, by start; made anew whenever they are asked for. */
  get nodes(): readonly Node[] {
    return unpack(this);
  }

  /** The last of its elements that starts at or before an offset. */
  lastNode(offset: number): Node | undefined {
    let [first, last] = [0, (this.to - this.from) / NODE_SIZE];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (this.page[this.from + middle * NODE_SIZE + 1]! <= offset) first = middle + 1;
      else last = middle;
    }
    return first === 0 ? undefined : nodeAt(this.page, this.from + (first - 1) * NODE_SIZE);
  }

  /** There is no element in it. */
  get isEmpty(): boolean {
    return this.from === this.to;
  }

  /** Whether its first element is of a type, told by its number. */
  beginsWith(code: number): boolean {
    return !this.isEmpty && this.page[this.from] === code;
  }

  /** Where each of the items stands. */
  get places(): readonly Span[] {
    if (this.extras?.places) return this.extras.places;
    const marks = countMarks(this.cuts);
    const places = placesOfNodes(this, this.items.length - marks);
    return marks === 0 ? places : withMarks(places, places, this.cuts, (cut) => cut);
  }

  has(flag: number): boolean {
    return (this.flags & flag) !== 0;
  }

  withItems(items: readonly FactItem[]): Block {
    return new Block(this.length, this.flags, this, items, this.cuts, this.extras);
  }
}

/** Where the items stand, `count` of them, of the elements that always have one: sections, scene headings and cues. */
export function placesOfNodes({ page, from }: PackedNodes, count: number): readonly Span[] {
  if (count === 0) return NONE;
  const places = new Array<Span>(count);
  let next = 0;
  for (let at = from; next < count; at += NODE_SIZE) {
    const code = page[at]!;
    if (code === CHARACTER || code === SCENE_HEADING || code === SECTION) places[next++] = nodeAt(page, at);
  }
  return places;
}

/** How many of the notes are annotations. */
export function countMarks(cuts: readonly Cut[]): number {
  let count = 0;
  for (let i = 0; i < cuts.length; i++) {
    if (cuts[i]!.item !== undefined) count++;
  }
  return count;
}

/**
 * What belongs to elements, and what belongs to annotations, in the order of the text; an element goes before what is in it.
 *
 * @param places where what belongs to elements stands
 */
export function withMarks<T>(
  ofElements: readonly T[],
  places: readonly Span[],
  cuts: readonly Cut[],
  ofMark: (cut: Cut) => T,
): T[] {
  const all: T[] = new Array(ofElements.length + countMarks(cuts));
  let next = 0;
  let at = 0;
  for (const cut of cuts) {
    if (cut.item === undefined) continue;
    while (next < ofElements.length && places[next]!.start <= cut.start) all[at++] = ofElements[next++]!;
    all[at++] = ofMark(cut);
  }
  while (next < ofElements.length) all[at++] = ofElements[next++]!;
  return all;
}

/** Shared by all blocks that have nothing of a sort. Frozen. */
export const NONE: never[] = Object.freeze([]) as never[];
