import type { MarkItem, SlipItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';

/** The elements of a script (docs: `chekhov parse`), but for what is cut out of them. */
export type NodeType =
  | 'title_page'
  | 'scene_heading'
  | 'action'
  | 'character'
  | 'dialogue'
  | 'parenthetical'
  | 'lyric'
  | 'transition'
  | 'centered'
  | 'page_break'
  | 'section'
  | 'synopsis';

/** What is cut out of the text before anything else is read. */
export type CutType = 'note' | 'boneyard';

export type ElementType = NodeType | CutType;

/**
 * An element as its block keeps it: whole lines, offsets relative to the start of the block, `end` without the line end.
 * Its words are not kept; they are read from the text when somebody asks.
 */
export class Node implements Span {
  readonly type: NodeType;
  readonly start: number;
  /** Grows while the element is being read, and not after. */
  end: number;

  constructor(type: NodeType, start: number, end: number) {
    this.type = type;
    this.start = start;
    this.end = end;
  }
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
