import type { FactItem } from '../facts/file-facts.ts';
import { type Block, CLOSES, CLOSES_LATER, EXITS, INSIDE, PENDING } from './block.ts';
import { Chunk, chunked, LEAST_BLOCKS, sameItems } from './chunk.ts';

/** A block in its list: `index` counts within the chunk, `start` is its offset in the text. */
export interface BlockPosition {
  readonly chunk: number;
  readonly index: number;
  readonly start: number;
}

/** A list after a change, and whether its fact items are the same objects in the same order as before. */
export interface Changed {
  readonly list: BlockList;
  readonly sameItems: boolean;
}

/** All blocks of a script, never none, in chunks: to find or replace some of them costs a look at each chunk. */
export class BlockList {
  readonly chunks: readonly Chunk[];

  constructor(chunks: readonly Chunk[]) {
    this.chunks = chunks;
  }

  at(position: BlockPosition): Block {
    return this.chunks[position.chunk]!.blocks[position.index]!;
  }

  /** The first block that ends at or after the offset; the last of all where the offset lies behind the text. */
  firstTouching(offset: number): BlockPosition {
    let start = 0;
    let chunk = 0;
    while (chunk < this.chunks.length - 1 && start + this.chunks[chunk]!.length < offset) {
      start += this.chunks[chunk++]!.length;
    }
    const { blocks } = this.chunks[chunk]!;
    let index = 0;
    while (index < blocks.length - 1 && start + blocks[index]!.length < offset) start += blocks[index++]!.length;
    return { chunk, index, start };
  }

  /** The last block that starts at or before the offset; to be found faster from a block known to be before it. */
  lastTouching(offset: number, from = this.firstTouching(offset)): BlockPosition {
    let position = from;
    for (let next = this.after(position); next !== undefined && next.start <= offset; next = this.after(position)) {
      position = next;
    }
    return position;
  }

  after({ chunk, index, start }: BlockPosition): BlockPosition | undefined {
    const { blocks } = this.chunks[chunk]!;
    const end = start + blocks[index]!.length;
    if (index + 1 < blocks.length) return { chunk, index: index + 1, start: end };
    return chunk + 1 < this.chunks.length ? { chunk: chunk + 1, index: 0, start: end } : undefined;
  }

  before({ chunk, index, start }: BlockPosition): BlockPosition | undefined {
    if (index > 0) return { chunk, index: index - 1, start: start - this.chunks[chunk]!.blocks[index - 1]!.length };
    if (chunk === 0) return undefined;
    const { blocks } = this.chunks[chunk - 1]!;
    return { chunk: chunk - 1, index: blocks.length - 1, start: start - blocks.at(-1)!.length };
  }

  /** The blocks from one position to another, both included. */
  between(first: BlockPosition, last: BlockPosition): Block[] {
    if (first.chunk === last.chunk) return this.chunks[first.chunk]!.blocks.slice(first.index, last.index + 1);
    return [
      ...this.chunks[first.chunk]!.blocks.slice(first.index),
      ...this.chunks.slice(first.chunk + 1, last.chunk).flatMap((chunk) => chunk.blocks),
      ...this.chunks[last.chunk]!.blocks.slice(0, last.index + 1),
    ];
  }

  /** All fact items in the order of the text. */
  items(): readonly FactItem[] {
    return itemsOf(this.chunks);
  }

  /** Whether a block before the position has the flag. */
  hasBefore({ chunk, index }: BlockPosition, flag: number): boolean {
    for (let i = 0; i < chunk; i++) {
      if ((this.chunks[i]!.anyFlags & flag) !== 0) return true;
    }
    return this.chunks[chunk]!.blocks.some((block, i) => i < index && block.has(flag));
  }

  /** Whether a block after the position has the flag. */
  hasAfter({ chunk, index }: BlockPosition, flag: number): boolean {
    for (let i = this.chunks.length - 1; i > chunk; i--) {
      if ((this.chunks[i]!.anyFlags & flag) !== 0) return true;
    }
    return this.chunks[chunk]!.blocks.some((block, i) => i > index && block.has(flag));
  }

  /** This list with other blocks in place of those between the positions, both included. */
  replace(first: BlockPosition, last: BlockPosition, fresh: readonly Block[]): Changed {
    let from = first.chunk;
    let to = last.chunk;
    let blocks = [
      ...this.chunks[from]!.blocks.slice(0, first.index),
      ...fresh,
      ...this.chunks[to]!.blocks.slice(last.index + 1),
    ];
    // A chunk that has become small goes together with its neighbour.
    if (blocks.length < LEAST_BLOCKS && to + 1 < this.chunks.length) {
      blocks = [...blocks, ...this.chunks[++to]!.blocks];
    } else if (blocks.length < LEAST_BLOCKS && from > 0) {
      blocks = [...this.chunks[--from]!.blocks, ...blocks];
    }
    const old = this.chunks.slice(from, to + 1);
    const made = chunked(blocks, old);
    const chunks = this.chunks.slice();
    chunks.splice(from, old.length, ...made);
    return { list: new BlockList(chunks), sameItems: sameItems(itemsOf(old), itemsOf(made)) };
  }

  /**
   * This list with each block read anew that was read in the belief that a boneyard opens or closes elsewhere than it does.
   *
   * @param reread reads the one block that has this start and length
   */
  settle(reread: (old: Block, start: number, inside: boolean, closesLater: boolean) => Block): BlockList {
    let inside = false;
    let start = 0;
    let closesAhead = this.chunks.reduce((sum, chunk) => sum + closes(chunk.blocks), 0);
    const chunks = this.chunks.map((chunk) => {
      if (!inside && !chunk.hasBoneyards && !chunk.blocks[0]!.has(INSIDE)) {
        start += chunk.length;
        return chunk;
      }
      const blocks = chunk.blocks.map((old) => {
        if (old.has(CLOSES)) closesAhead--;
        const closesLater = closesAhead > 0;
        const holds = old.has(INSIDE) === inside && (!old.has(PENDING) || old.has(CLOSES_LATER) === closesLater);
        const block = holds ? old : reread(old, start, inside, closesLater);
        start += block.length;
        inside = block.has(EXITS);
        return block;
      });
      if (blocks.every((block, i) => block === chunk.blocks[i])) return chunk;
      return Chunk.of(blocks, [chunk]);
    });
    return new BlockList(chunks);
  }
}

function closes(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.has(CLOSES) ? 1 : 0), 0);
}

function itemsOf(chunks: readonly Chunk[]): readonly FactItem[] {
  return chunks.length === 1 ? chunks[0]!.run.items : chunks.flatMap((chunk) => chunk.run.items);
}
