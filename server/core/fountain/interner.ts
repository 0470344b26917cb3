import type { CueItem, FactItem } from '../facts/file-facts.ts';
import { copy } from './characters.ts';
import { cueItem } from './cues.ts';

/** A cache that has grown beyond this begins anew. */
const MOST_TEXTS = 4096;
/** Of those cues, which are cues no more, are dropped when there are so many more than before. */
const MOST_NEW_CUES = 4096;
/** A power of two. */
const RECENT = 64;

/** The cues that have been read in one file, so that equal cues are one object. Shared by all versions of the file. */
export class Interner {
  /** By name and extension. */
  #cues = new Map<string, CueItem>();
  #fewestCues = 0;
  /** By the text of the cue. */
  readonly #cueTexts = new Map<string, KnownCue>();
  /** The last few cues, found without making a string. */
  readonly #recentTexts: string[] = new Array(RECENT).fill('');
  readonly #recentCues: (CueItem | undefined)[] = new Array(RECENT).fill(undefined);

  /** What the cue says that stands there, trimmed, without `@` and `^`. */
  cue(source: string, from: number, to: number): CueItem {
    const slot = (to - from + source.charCodeAt(from) * 7 + source.charCodeAt(to - 1) * 31) & (RECENT - 1);
    const recent = this.#recentTexts[slot]!;
    if (recent.length === to - from && source.startsWith(recent, from)) return this.#recentCues[slot]!;
    const known = this.#cueTexts.get(source.slice(from, to)) ?? this.#newCue(copy(source.slice(from, to)));
    this.#recentTexts[slot] = known.text;
    this.#recentCues[slot] = known.item;
    return known.item;
  }

  /** To be told now and then of all the items there are, so that what was typed on the way is not kept for ever. */
  keepOnly(items: () => readonly FactItem[]): void {
    if (this.#cues.size < this.#fewestCues + MOST_NEW_CUES) return;
    this.#cues = new Map(items().flatMap((item) => (item.type === 'cue' ? [[cueKey(item), item] as const] : [])));
    this.#fewestCues = this.#cues.size;
    this.#cueTexts.clear();
    this.#recentTexts.fill('');
  }

  #newCue(text: string): KnownCue {
    const made = cueItem(text);
    const key = cueKey(made);
    const item = this.#cues.get(key) ?? made;
    this.#cues.set(key, item);
    if (this.#cueTexts.size > MOST_TEXTS) this.#cueTexts.clear();
    const known = { text, item };
    this.#cueTexts.set(text, known);
    return known;
  }
}

/** A cue as it is written, in a string that is not part of a longer one. */
interface KnownCue {
  readonly text: string;
  readonly item: CueItem;
}

function cueKey({ name, extension }: CueItem): string {
  return extension === undefined ? name : `${name}\n${extension}`;
}
