import { NODE_TYPES, type Node, type NodeType } from './elements.ts';

/**
 * Elements as blocks keep them, three numbers each: which of `NODE_TYPES` it is, start, end. Those of many blocks stand one
 * after the other on a page. A script has thousands of elements; an object for each, and an array for each block, would be
 * half of all that a parse has to make.
 */
export type NodePage = readonly number[];

/** The elements of a block: on this page, from one index to another. */
export interface PackedNodes {
  readonly page: NodePage;
  readonly from: number;
  readonly to: number;
}

/** How many numbers an element takes. */
export const NODE_SIZE = 3;

export const TITLE_PAGE = codeOf('title_page');
export const SCENE_HEADING = codeOf('scene_heading');
export const ACTION = codeOf('action');
export const CHARACTER = codeOf('character');
export const DIALOGUE = codeOf('dialogue');
export const PARENTHETICAL = codeOf('parenthetical');
export const LYRIC = codeOf('lyric');
export const TRANSITION = codeOf('transition');
export const CENTERED = codeOf('centered');
export const PAGE_BREAK = codeOf('page_break');
export const SECTION = codeOf('section');
export const SYNOPSIS = codeOf('synopsis');

/** The number that stands for a type. */
function codeOf(type: NodeType): number {
  return NODE_TYPES.indexOf(type);
}

export function unpack({ page, from, to }: PackedNodes): Node[] {
  const nodes = new Array<Node>((to - from) / NODE_SIZE);
  for (let i = 0; i < nodes.length; i++) nodes[i] = nodeAt(page, from + i * NODE_SIZE);
  return nodes;
}

/** The element whose numbers begin at an index. */
export function nodeAt(page: NodePage, at: number): Node {
  return { type: NODE_TYPES[page[at]!]!, start: page[at + 1]!, end: page[at + 2]! };
}

const MOST_OF_PAGE = 256 * NODE_SIZE;
const LEAST_OF_PAGE = 4 * NODE_SIZE;

/** Writes the elements of one block after the other on pages. Those of the block being read stand together on one. */
export class NodePacker implements PackedNodes {
  page: number[];
  /** Where on the page the block begins, and where its elements end so far. */
  from = 0;
  to = 0;

  /** @param length of the text that is to be read */
  constructor(length: number) {
    // Of a short text, which is what a keystroke has changed, only a few.
    this.page = new Array(Math.min(MOST_OF_PAGE, LEAST_OF_PAGE + (length >> 4)));
  }

  /** There is no element of the block yet. */
  get isEmpty(): boolean {
    return this.to === this.from;
  }

  beginBlock(): void {
    this.from = this.to;
  }

  /** Adds an element. */
  add(code: number, start: number, end: number): void {
    if (this.to + NODE_SIZE > this.page.length) this.#turn();
    const { page, to } = this;
    page[to] = code;
    page[to + 1] = start;
    page[to + 2] = end;
    this.to = to + NODE_SIZE;
  }

  /** Lets the last element reach to a later end. */
  extend(end: number): void {
    this.page[this.to - 1] = end;
  }

  /** Takes away the elements of the block. */
  clear(): void {
    this.to = this.from;
  }

  /** Begins another page, with what there is of the block. */
  #turn(): void {
    const begun = this.page.slice(this.from, this.to);
    this.page = new Array(Math.max(MOST_OF_PAGE, 2 * begun.length + NODE_SIZE));
    for (let i = 0; i < begun.length; i++) this.page[i] = begun[i]!;
    this.from = 0;
    this.to = begun.length;
  }
}
