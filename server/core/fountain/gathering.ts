import type { Block } from './block.ts';
import type { Chunk } from './chunk.ts';
import type { Script } from './script.ts';

/** Something found in a block, and where the block starts: offsets in what is found count from there. */
export interface Gathered<T> {
  readonly found: T;
  readonly start: number;
}

/**
 * What single blocks of a script hold of something rare, over the whole script. It is kept with the chunks, and a chunk that
 * holds nothing is passed by: after an edit only the chunk of the edit is gone through again.
 */
export class Gathering<T> {
  readonly #inBlock: (block: Block, text: () => string) => readonly T[];
  readonly #kept = new WeakMap<Chunk, readonly Gathered<T>[]>();

  /** @param inBlock must hang on the block and its text alone */
  constructor(inBlock: (block: Block, text: () => string) => readonly T[]) {
    this.#inBlock = inBlock;
  }

  of(script: Script): Gathered<T>[] {
    const all: Gathered<T>[] = [];
    let start = 0;
    for (const chunk of script.chunks) {
      for (const one of this.#inChunk(chunk, start, script)) all.push({ found: one.found, start: one.start + start });
      start += chunk.length;
    }
    return all;
  }

  /** With starts that count from the start of the chunk. */
  #inChunk(chunk: Chunk, chunkStart: number, script: Script): readonly Gathered<T>[] {
    let kept = this.#kept.get(chunk);
    if (!kept) {
      const fresh: Gathered<T>[] = [];
      let start = 0;
      for (const block of chunk.blocks) {
        const from = chunkStart + start;
        const text = () => script.text.slice(from, from + block.length);
        for (const found of this.#inBlock(block, text)) fresh.push({ found, start });
        start += block.length;
      }
      this.#kept.set(chunk, fresh);
      kept = fresh;
    }
    return kept;
  }
}
