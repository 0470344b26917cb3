import type { Span } from '../text/span.ts';
import { cueItem } from './cues.ts';
import { cutText, headingNumber, nodeText, sectionDepth, titlePageKey } from './element-text.ts';
import type { Cut, ElementType } from './elements.ts';

/** Where an element is read from: the text of its lines, and what is cut out of it. */
export interface ElementSource {
  slice(start: number, end: number): string;
}

/**
 * An element of a script at its place in the text. The span is that of whole lines, without the last line end; that of a
 * note or boneyard is its brackets and what is between. Its words are read from the text when they are asked for.
 */
export class ScriptElement implements Span {
  readonly type: ElementType;
  readonly start: number;
  readonly end: number;
  /** The second speech of a pair that is spoken at once: told of its cue. */
  readonly dual: boolean;
  readonly #source: ElementSource;
  readonly #cuts: readonly Cut[];
  /** What is 0 to the cuts. */
  readonly #base: number;

  constructor(
    source: ElementSource,
    type: ElementType,
    start: number,
    end: number,
    cuts: readonly Cut[],
    base: number,
    dual = false,
  ) {
    this.#source = source;
    this.type = type;
    this.start = start;
    this.end = end;
    this.#cuts = cuts;
    this.#base = base - start;
    this.dual = dual;
  }

  /** Without forcing marks, notes and boneyards; see design, section 11. */
  get text(): string {
    const { type } = this;
    return type === 'note' || type === 'boneyard'
      ? cutText(type, this.#raw, this.#cuts, this.#base)
      : nodeText(type, this.#raw, this.#cuts, this.#base);
  }

  /** The key of an entry of the title page. */
  get key(): string | undefined {
    return this.type === 'title_page' ? titlePageKey(this.#raw, this.#cuts, this.#base) : undefined;
  }

  /** The number of a scene heading that has one. */
  get number(): string | undefined {
    return this.type === 'scene_heading' ? headingNumber(this.#raw, this.#cuts, this.#base) : undefined;
  }

  /** Of a cue, without extensions. */
  get name(): string | undefined {
    return this.type === 'character' ? cueItem(this.text).name : undefined;
  }

  /** Of a cue that has one, without brackets. */
  get extension(): string | undefined {
    return this.type === 'character' ? cueItem(this.text).extension : undefined;
  }

  /** How many `#` a section has. */
  get depth(): number | undefined {
    return this.type === 'section' ? sectionDepth(this.#raw, this.#cuts, this.#base) : undefined;
  }

  get #raw(): string {
    return this.#source.slice(this.start, this.end);
  }
}
