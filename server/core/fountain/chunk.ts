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

  constructor(blocks: readonly Block[], length: number, anyFlags: number, run: FactRun) {
    this.blocks = blocks;
    this.length = length;
    this.anyFlags = anyFlags;
    this.run = run;
  }

  /** @param was chunks whose run is kept, where its items are the same objects */
  static of(blocks: readonly Block[], was: readonly Chunk[] = []): Chunk {
    let length = 0;
    let anyFlags = 0;
    const items: FactItem[] = [];
    for (const block of blocks) {
      length += block.length;
      anyFlags |= block.flags;
      const own = block.items;
      for (let i = 0; i < own.length; i++) items.push(own[i]!);
    }
    const same = was.find((chunk) => sameItems(chunk.run.items, items));
    return new Chunk(blocks, length, anyFlags, same?.run ?? runOf(items));
  }

  /** Something in it, or in what follows it, may hang on where boneyards open and close. */
  get hasBoneyards(): boolean {
    return (this.anyFlags & (CLOSES | EXITS | PENDING)) !== 0;
  }

  get itemCount(): number {
    return this.run.items.length;
  }
}

function runOf(items: readonly FactItem[]): FactRun {
  return items.length === 0 ? NO_ITEMS : { items };
}

/** How many blocks a new chunk is given: half as many as it can have, so that the next edits find room. */
const NEW_BLOCKS = MOST_BLOCKS / 2;

/** Gathers blocks into chunks while they are read: afterwards they would have to be fetched from memory again. */
export class ChunkBuilder {
  readonly #chunks: Chunk[] = [];
  #blocks: Block[] = new Array(NEW_BLOCKS);
  #count = 0;
  #length = 0;
  #anyFlags = 0;
  /** The items of the chunk begun, only the first `#itemCount`. */
  readonly #items: FactItem[] = [];
  #itemCount = 0;

  push(block: Block): void {
    const { items } = block;
    const count = this.#count;
    this.#blocks[count] = block;
    this.#count = count + 1;
    this.#length += block.length;
    this.#anyFlags |= block.flags;
    if (items.length > 0) {
      const all = this.#items;
      let next = this.#itemCount;
      for (let i = 0; i < items.length; i++) all[next++] = items[i]!;
      this.#itemCount = next;
    }
    if (count + 1 === NEW_BLOCKS) this.#finishChunk(this.#blocks);
  }

  #finishChunk(blocks: readonly Block[]): void {
    const run = runOf(this.#items.slice(0, this.#itemCount));
    this.#chunks.push(new Chunk(blocks, this.#length, this.#anyFlags, run));
    this.#blocks = new Array(NEW_BLOCKS);
    this.#count = 0;
    this.#length = 0;
    this.#anyFlags = 0;
    this.#itemCount = 0;
  }

  /** The chunks of all blocks. To be asked for once, after the last. */
  finish(): readonly Chunk[] {
    if (this.#count === 0) return this.#chunks;
    const rest = this.#blocks.slice(0, this.#count);
    const before = rest.length < LEAST_BLOCKS ? this.#chunks.pop() : undefined;
    this.#chunks.push(Chunk.of(before ? [...before.blocks, ...rest] : rest));
    return this.#chunks;
  }
}

/** Divides blocks evenly into chunks of the right size. */
export function chunked(blocks: readonly Block[], was: readonly Chunk[] = []): Chunk[] {
  if (blocks.length <= MOST_BLOCKS) return [Chunk.of(blocks, was)];
  const count = Math.ceil(blocks.length / NEW_BLOCKS);
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * blocks.length) / count);
    const to = Math.floor(((i + 1) * blocks.length) / count);
    chunks.push(Chunk.of(blocks.slice(from, to), was));
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
