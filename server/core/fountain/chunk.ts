import type { FactItem, FactRun } from '../facts/file-facts.ts';
import { type Block, CLOSES, EXITS, PENDING } from './block.ts';

/** A chunk has at most so many blocks, and, unless the script is shorter, at least so many. */
export const MOST_BLOCKS = 128;
export const LEAST_BLOCKS = 32;

const NO_ITEMS: FactRun = { items: [] };

/** Some blocks in a row, with what must be known of them all in order to pass them by. */
export class Chunk {
  readonly blocks: readonly Block[];
  readonly length: number;
  /** The facts of all its blocks. */
  readonly run: FactRun;
  /** The flags that at least one of its blocks has. */
  readonly anyFlags: number;

  /** @param was chunks whose run is kept, where its items are the same objects */
  constructor(blocks: readonly Block[], was: readonly Chunk[] = []) {
    let length = 0;
    let anyFlags = 0;
    const items: FactItem[] = [];
    for (const block of blocks) {
      length += block.length;
      anyFlags |= block.flags;
      for (let i = 0; i < block.items.length; i++) items.push(block.items[i]!);
    }
    this.blocks = blocks;
    this.length = length;
    this.anyFlags = anyFlags;
    const same = was.find((chunk) => sameItems(chunk.run.items, items));
    this.run = items.length === 0 ? NO_ITEMS : (same?.run ?? { items });
  }

  /** Something in it, or in what follows it, may hang on where boneyards open and close. */
  get hasBoneyards(): boolean {
    return (this.anyFlags & (CLOSES | EXITS | PENDING)) !== 0;
  }

  get itemCount(): number {
    return this.run.items.length;
  }
}

/** Divides blocks evenly into chunks of the right size. */
export function chunked(blocks: readonly Block[], was: readonly Chunk[] = []): Chunk[] {
  if (blocks.length <= MOST_BLOCKS) return [new Chunk(blocks, was)];
  // Half full, so that the next edits find room.
  const count = Math.ceil(blocks.length / (MOST_BLOCKS / 2));
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * blocks.length) / count);
    const to = Math.floor(((i + 1) * blocks.length) / count);
    chunks.push(new Chunk(blocks.slice(from, to), was));
  }
  return chunks;
}

export function sameItems(a: readonly FactItem[], b: readonly FactItem[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}
