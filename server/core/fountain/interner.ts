import type { CueItem, FactItem } from '../facts/file-facts.ts';
import { copy } from './characters.ts';
import { cueItem } from './cues.ts';
import type { Line } from './lines.ts';

/** A cache that has grown beyond this begins anew. */
const MOST_LINES = 4096;
/** Of those cues, which are cues no more, are dropped when there are so many more than before. */
const MOST_NEW_CUES = 4096;
/** A power of two. */
const RECENT = 64;

/** The cues that have been read in one file, so that equal cues are one object. Shared by all versions of the file. */
export class Interner {
  /** By name and extension. */
  #cues = new Map<string, CueItem>();
  #fewestCues = 0;
  /** By the text of the line. */
  readonly #known = new Map<string, KnownCue>();
  /** The last few of them, found without making a string. */
  readonly #recent: (KnownCue | undefined)[] = new Array(RECENT).fill(undefined);

  /** The cue that was read of such a line, if that was lately. */
  recall(text: string, from: number, to: number): KnownCue | undefined {
    const known = this.#recent[slotOf(text, from, to)];
    return known !== undefined && known.line.length === to - from && text.startsWith(known.line, from)
      ? known
      : undefined;
  }

  /** The cue of a line, which says it from one index to another: trimmed, without `@` and `^`. */
  cue({ text, from, to }: Line, start: number, end: number): KnownCue {
    const line = text.slice(from, to);
    const known = this.#known.get(line) ?? this.#newCue(copy(line), copy(text.slice(start, end)));
    this.#recent[slotOf(text, from, to)] = known;
    return known;
  }

  /** To be told now and then of all the items there are, so that what was typed on the way is not kept for ever. */
  keepOnly(items: () => readonly FactItem[]): void {
    if (this.#cues.size < this.#fewestCues + MOST_NEW_CUES) return;
    this.#cues = new Map(items().flatMap((item) => (item.type === 'cue' ? [[cueKey(item), item] as const] : [])));
    this.#fewestCues = this.#cues.size;
    this.#known.clear();
    this.#recent.fill(undefined);
  }

  #newCue(line: string, text: string): KnownCue {
    const made = cueItem(text);
    const key = cueKey(made);
    const item = this.#cues.get(key) ?? made;
    this.#cues.set(key, item);
    if (this.#known.size > MOST_LINES) this.#known.clear();
    const known: KnownCue = { line, items: [item] };
    this.#known.set(line, known);
    return known;
  }
}

/** A cue as a line has it, in a string that is not part of a longer one. */
export interface KnownCue {
  readonly line: string;
  /** The cue alone, as the facts of a block have it in which nothing else is: these need no array of their own. */
  readonly items: readonly [CueItem];
}

function slotOf(text: string, from: number, to: number): number {
  return (to - from + text.charCodeAt(from) * 7 + text.charCodeAt(to - 1) * 31) & (RECENT - 1);
}

function cueKey({ name, extension }: CueItem): string {
  return extension === undefined ? name : `${name}\n${extension}`;
}
