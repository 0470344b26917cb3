import type { Block } from '../fountain/block.ts';
import { cueItem } from '../fountain/cues.ts';
import type { Script } from '../fountain/script.ts';
import { printedElements } from '../pages/script-printing.ts';
import { countWords } from './words.ts';

/** The words of one element that is printed. */
export interface ElementWords {
  /** Offset in the script. */
  readonly start: number;
  readonly words: number;
  /** Who says them, as the cue has it; undefined of what is not dialogue. */
  readonly speaker: string | undefined;
  readonly isHeading: boolean;
}

/** Relative to the block. Blocks are counted once, and live on in the versions of a script. */
const counted = new WeakMap<Block, readonly ElementWords[]>();

/**
 * The words that are printed from `from` up to `to`, element by element. The names above speeches are labels, and not counted;
 * what is said are dialogue and lyrics in a speech, and not parentheticals.
 */
export function* scriptWords(script: Script, from: number, to: number): Generator<ElementWords> {
  for (const { block, start } of script.blocks(from)) {
    if (start >= to) return;
    for (const element of wordsOf(block, start, script)) {
      const at = start + element.start;
      if (at >= from && at < to) yield { ...element, start: at };
    }
  }
}

function wordsOf(block: Block, start: number, script: Script): readonly ElementWords[] {
  let words = counted.get(block);
  if (!words) {
    words = count(block, script.text.slice(start, start + block.length));
    counted.set(block, words);
  }
  return words;
}

function count(block: Block, source: string): ElementWords[] {
  const counted: ElementWords[] = [];
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
    counted.push({ start, words, speaker: said, isHeading: type === 'scene_heading' });
  }
  return counted;
}
