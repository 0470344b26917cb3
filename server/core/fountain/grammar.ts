import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import { NONE, placesOfNodes } from './block.ts';
import type { Interner, KnownCue } from './interner.ts';
import { cueOf, endOfStory, itemOf, loneLine, mayTellOfActs } from './line-facts.ts';
import { BARE_HEADING, countsAsBlank, isUnprinted, kindInSpeech, kindOfLine } from './line-kinds.ts';
import { type Line, SPACES } from './lines.ts';
import {
  ACTION,
  CENTERED,
  CHARACTER,
  DIALOGUE,
  LYRIC,
  NodePacker,
  SECTION,
  SYNOPSIS,
  TRANSITION,
} from './packed-nodes.ts';

/** No type of element. */
const NO_KIND = -2;

/** Makes elements and facts of the lines of one block after the other. */
export class Grammar {
  /** The elements of the block being read. What is in it when the reading begins, a title page, comes first. */
  readonly packer: NodePacker;

  /** What the block last read has; offsets relative to its start. */
  items: readonly FactItem[] = NONE;
  /** Where each of the items stands, if any stands elsewhere than `placesOfNodes` tells. */
  places: Span[] | undefined;
  bareHeadings: Span[] = NONE;

  readonly #source: string;
  readonly #interner: Interner;
  /** The items, unless they are shared with other blocks. */
  #own: FactItem[] | undefined;
  #base = 0;
  #lines: readonly Line[] = [];
  #count = 0;

  constructor(source: string, interner: Interner) {
    this.packer = new NodePacker(source.length);
    this.#source = source;
    this.#interner = interner;
  }

  /**
   * @param base where the block starts in the source
   * @param from the first line that does not belong to the title page
   */
  read(base: number, lines: readonly Line[], count: number, from: number): void {
    this.items = NONE;
    this.#own = undefined;
    this.places = undefined;
    this.bareHeadings = NONE;
    this.#base = base;
    this.#lines = lines;
    this.#count = count;
    this.#readLines(from);
  }

  #readLines(from: number): void {
    const lines = this.#lines;
    const count = this.#count;
    const base = this.#base;
    /** Of the action or lyric that the next line may go on. */
    let openKind = NO_KIND;
    /** The line of an action that has one line so far. */
    let lone: Line | undefined;
    let blankBefore = true;
    for (let i = from; i < count; i++) {
      const line = lines[i]!;
      if (!line.hasText) {
        blankBefore = true;
        if (line.first === SPACES) openKind = NO_KIND;
        continue;
      }
      const next = i + 1 < count ? lines[i + 1] : undefined;
      // A line that has been a cue is one again, if it stands as cues do.
      const known =
        blankBefore && !countsAsBlank(next) ? this.#interner.recall(line.text, line.from, line.to) : undefined;
      let kind = known !== undefined ? CHARACTER : kindOfLine(this.#source, line, blankBefore, next);
      blankBefore = false;
      if (kind === BARE_HEADING) {
        this.#addBareHeading(line);
        kind = ACTION;
      }
      const goesOn = kind === openKind;
      if (!goesOn && lone !== undefined) this.#readLoneLine(lone);
      lone = undefined;
      if (goesOn) {
        this.packer.extend(line.end - base);
      } else {
        this.packer.add(kind, line.start - base, line.end - base);
        if (kind === CHARACTER) {
          this.#addCue(known ?? cueOf(line, this.#interner), line);
          i = this.#readSpeech(i + 1) - 1;
          openKind = NO_KIND;
          continue;
        }
        openKind = kind === ACTION || kind === LYRIC ? kind : NO_KIND;
      }
      if (kind === ACTION) {
        if (mayTellOfActs(line)) {
          if (!goesOn) lone = line;
          this.#readEndLine(line);
        }
      } else if (kind !== LYRIC) {
        this.#readItem(kind, line);
        if (kind === SECTION || kind === SYNOPSIS) blankBefore = true;
      }
    }
    if (lone !== undefined) this.#readLoneLine(lone);
  }

  /** Reads what is said from the line on; returns the first line that is no part of the speech. */
  #readSpeech(from: number): number {
    const lines = this.#lines;
    const count = this.#count;
    const base = this.#base;
    const first = from < count ? lines[from]! : undefined;
    // Only after a forced cue: it needs no line after it.
    if (first !== undefined && (first.first === SPACES || (first.hasText && isUnprinted(first)))) return from;
    let openKind = NO_KIND;
    let spacesBefore = false;
    let i = from;
    for (; i < count; i++) {
      const line = lines[i]!;
      if (!line.hasText) {
        if (line.first === SPACES) spacesBefore = true;
        continue;
      }
      const kind = kindInSpeech(line);
      if (kind === ACTION) break;
      // A line of spaces is an empty line of dialogue, but parts lyrics.
      if (openKind === kind && (kind === DIALOGUE || (kind === LYRIC && !spacesBefore))) {
        this.packer.extend(line.end - base);
      } else {
        this.packer.add(kind, line.start - base, line.end - base);
      }
      openKind = kind;
      spacesBefore = false;
    }
    return i;
  }

  #readItem(kind: number, line: Line): void {
    const item = itemOf(kind, line);
    if (item !== undefined) this.#addItem(item, line, kind !== CENTERED && kind !== TRANSITION);
  }

  #addCue({ items }: KnownCue, line: Line): void {
    if (this.items === NONE) this.items = items;
    else this.#addItem(items[0], line, true);
  }

  /** An action of one line may say where an act or a flashback begins or ends. */
  #readLoneLine(line: Line): void {
    const item = loneLine(line);
    if (item !== undefined) this.#addItem(item, line, false);
  }

  #readEndLine(line: Line): void {
    const item = endOfStory(line);
    if (item !== undefined) this.#addItem(item, line, false);
  }

  /** @param usual it stands where `placesOfNodes` tells */
  #addItem(item: FactItem, line: Line, usual: boolean): void {
    if (!usual) this.places ??= [...placesOfNodes(this.packer, this.items.length)];
    this.places?.push(this.#span(line));
    if (this.#own !== undefined) this.#own.push(item);
    else this.items = this.#own = this.items === NONE ? [item] : [...this.items, item];
  }

  #addBareHeading(line: Line): void {
    if (this.bareHeadings === NONE) this.bareHeadings = [];
    this.bareHeadings.push(this.#span(line));
  }

  #span(line: Line): Span {
    return { start: line.start - this.#base, end: line.end - this.#base };
  }
}
