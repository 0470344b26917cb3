import type { MarkItem, SlipItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';

/** The elements of a script (docs: `chekhov parse`), but for what is cut out of them. */
export const NODE_TYPES = [
  'title_page',
  'scene_heading',
  'action',
  'character',
  'dialogue',
  'parenthetical',
  'lyric',
  'transition',
  'centered',
  'page_break',
  'section',
  'synopsis',
] as const;

export type NodeType = (typeof NODE_TYPES)[number];

/** What is cut out of the text before anything else is read. */
export type CutType = 'note' | 'boneyard';

export type ElementType = NodeType | CutType;

/**
 * An element as its block has it: whole lines, offsets relative to the start of the block, `end` without the line end.
 * Its words are not kept; they are read from the text when somebody asks.
 */
export interface Node extends Span {
  readonly type: NodeType;
}

/**
 * A note or boneyard as its block keeps it: brackets included, offsets relative to the start of the block. A boneyard that
 * crosses the bounds of its block is there with the part that lies in the block.
 */
export interface Cut extends Span {
  readonly type: CutType;
  /** A boneyard that began in a block before. */
  readonly continued: boolean;
  /** A boneyard that goes on in the next block. */
  readonly continues: boolean;
  /** What a note says to us, where it is an annotation. */
  readonly item: MarkItem | SlipItem | undefined;
}
