import type { Block } from '../fountain/block.ts';
import { cueItem } from '../fountain/cues.ts';
import type { Script } from '../fountain/script.ts';
import { printedElements } from '../pages/script-printing.ts';
import type { Span } from '../text/span.ts';
import { countWords } from './words.ts';

/** The words of a stretch of a script. */
export interface Tally {
  /** All that are printed, but for the names above speeches, which are labels. */
  readonly words: number;
  /** By name as in the cue: dialogue, and lyrics in a speech; not parentheticals. */
  readonly said: ReadonlyMap<string, number>;
  /** Where the first words are that are no heading. */
  readonly toldFrom: number | undefined;
}

/** The words of one element; offsets relative to its block. */
interface Counted {
  readonly start: number;
  readonly words: number;
  readonly speaker: string | undefined;
  readonly isHeading: boolean;
}

/** Blocks are counted once, and live on in the versions of a script. */
const counted = new WeakMap<Block, readonly Counted[]>();

/** A stretch as it was counted last. Offsets are relative to its start. */
interface Kept {
  readonly blocks: readonly Block[];
  /** Where it begins in the first of its blocks. */
  readonly begins: number;
  readonly length: number;
  readonly tally: Tally;
}

/** By the first block of the stretch. */
const kept = new WeakMap<Block, Kept>();

const nothing: Tally = { words: 0, said: new Map(), toldFrom: undefined };

/** Counts what is printed in each of some stretches, in the order of the text, none of which lies in another. */
export function tallyWords(script: Script, stretches: readonly Span[]): Tally[] {
  const blocks: Block[] = [];
  for (const chunk of script.chunks) for (const block of chunk.blocks) blocks.push(block);
  let first = 0;
  let start = 0;
  return stretches.map(({ start: from, end: to }) => {
    while (first + 1 < blocks.length && start + blocks[first]!.length <= from) start += blocks[first++]!.length;
    return from < to ? tallyOfStretch(script, { blocks, first, start }, from, to) : nothing;
  });
}

/** Blocks from the one in which a stretch begins, and where that starts. */
interface Walk {
  readonly blocks: readonly Block[];
  readonly first: number;
  readonly start: number;
}

/** Counted anew only where one of the blocks is another than the last time. */
function tallyOfStretch(script: Script, walk: Walk, from: number, to: number): Tally {
  const { blocks, first, start } = walk;
  const firstBlock = blocks[first]!;
  let stretch = kept.get(firstBlock);
  if (!stretch || !isStretch(stretch, walk, from, to)) {
    const own = blocksUpTo(walk, to);
    stretch = { blocks: own, begins: from - start, length: to - from, tally: tallyOf(script, own, start, from, to) };
    kept.set(firstBlock, stretch);
  }
  const { words, said, toldFrom } = stretch.tally;
  return { words, said, toldFrom: toldFrom === undefined ? undefined : toldFrom + from };
}

function blocksUpTo({ blocks, first, start }: Walk, to: number): Block[] {
  let end = first;
  for (let at = start; end < blocks.length && at < to; end++) at += blocks[end]!.length;
  return blocks.slice(first, end);
}

/** Whether the script has there what was counted. */
function isStretch({ blocks, begins, length }: Kept, walk: Walk, from: number, to: number): boolean {
  if (length !== to - from || begins !== from - walk.start) return false;
  for (let i = 0; i < blocks.length; i++) if (blocks[i] !== walk.blocks[walk.first + i]) return false;
  return true;
}

/** `start` is that of the first block; where the first words are is counted from `from`. */
function tallyOf(script: Script, blocks: readonly Block[], start: number, from: number, to: number): Tally {
  let words = 0;
  let toldFrom: number | undefined;
  const said = new Map<string, number>();
  let base = start;
  for (const block of blocks) {
    for (const element of wordsOf(block, base, script)) {
      const at = base + element.start;
      if (at < from || at >= to) continue;
      const { speaker } = element;
      words += element.words;
      if (!element.isHeading) toldFrom ??= at - from;
      if (speaker !== undefined) said.set(speaker, (said.get(speaker) ?? 0) + element.words);
    }
    base += block.length;
  }
  return { words, said, toldFrom };
}

function wordsOf(block: Block, start: number, script: Script): readonly Counted[] {
  let words = counted.get(block);
  if (!words) {
    words = count(block, script.text.slice(start, start + block.length));
    counted.set(block, words);
  }
  return words;
}

function count(block: Block, source: string): Counted[] {
  const found: Counted[] = [];
  let speaker: string | undefined;
  for (const { type, text, start } of printedElements(block, source)) {
    switch (type) {
      case 'character':
        speaker = cueItem(text).name;
        continue;
      case 'page_break':
        continue;
      case 'dialogue':
      case 'parenthetical':
      case 'lyric':
        break;
      default:
        speaker = undefined;
    }
    const words = countWords(text);
    if (words === 0) continue;
    const said = type === 'parenthetical' ? undefined : speaker;
    found.push({ start, words, speaker: said, isHeading: type === 'scene_heading' });
  }
  return found;
}
