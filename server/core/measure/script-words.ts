import type { Block } from '../fountain/block.ts';
import { cueItem } from '../fountain/cues.ts';
import type { Script } from '../fountain/script.ts';
import { printedElements } from '../pages/script-printing.ts';
import { countWords } from './words.ts';

/** The words of a stretch of a script. */
export interface Tally {
  /** All that are printed, but for the names above speeches, which are labels. */
  words: number;
  /** By name as in the cue: dialogue, and lyrics in a speech; not parentheticals. */
  readonly said: Map<string, number>;
  /** Where the first words are that are no heading. */
  toldFrom: number | undefined;
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

/** Counts what is printed from `from` up to `to`. */
export function tallyWords(script: Script, from: number, to: number): Tally {
  const tally: Tally = { words: 0, said: new Map(), toldFrom: undefined };
  for (const { block, start } of script.blocks(from)) {
    if (start >= to) break;
    for (const element of wordsOf(block, start, script)) {
      const at = start + element.start;
      if (at < from || at >= to) continue;
      const { words, speaker } = element;
      tally.words += words;
      if (!element.isHeading) tally.toldFrom ??= at;
      if (speaker !== undefined) tally.said.set(speaker, (tally.said.get(speaker) ?? 0) + words);
    }
  }
  return tally;
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
