import type { FactItem, FactRun } from '../facts/file-facts.ts';
import { markItem } from '../facts/mark-item.ts';
import type { Span } from '../text/span.ts';
import type { LeafType } from './blocks.ts';
import { headingLines, headingTitle, withoutEnd } from './heading.ts';
import { mayHoldAnnotations, readInline } from './inline.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu;
const NONE: readonly Span[] = [];

/**
 * What is known of a block of text: a paragraph, a heading, or HTML comments. Made once for as long as the block is not
 * edited, wherever it moves; spans are counted from its start. The object stands for the block: what others know of its text
 * can be kept by it.
 */
export class Leaf {
  readonly type: LeafType;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Without white space at its end. */
  readonly length: number;
  /** What is known of it, or undefined where that is nothing. */
  readonly run: FactRun | undefined;
  /** Where each item of the run stands. */
  readonly places: readonly Span[];

  #asides: readonly Span[] | undefined;
  #words: number | undefined;

  /** `top`: it stands in no list or quote, so that a heading is one of the document's. */
  constructor(text: string, type: LeafType, level: number, top: boolean) {
    this.level = level;
    this.length = withoutEnd(text).length;
    const section = top && type === 'heading';
    const inline = mayHoldAnnotations(text) ? readInline(text) : undefined;
    this.type = type === 'comment' && inline && hasProse(text, inline.asides) ? 'paragraph' : type;
    if (!section && (!inline || inline.annotations.length === 0)) {
      this.places = NONE;
      return;
    }
    const items: FactItem[] = [];
    const places: Span[] = [];
    if (section) {
      const lines = headingLines(text);
      this.#asides = inline?.asides ?? readInline(text).asides;
      items.push({ type: 'section', level, title: headingTitle(lines, this.#asides) });
      places.push({ start: 0, end: lines.length });
    }
    for (const annotation of inline?.annotations ?? []) {
      items.push(markItem(annotation.mark, annotation.problems, annotation.kind.text));
      places.push({ start: annotation.start, end: annotation.end });
    }
    this.run = { items };
    this.places = places;
  }

  /** What in it is not prose: annotations, comments, code, tags. `text` is the text of the block. */
  asides(text: string): readonly Span[] {
    this.#asides ??= readInline(text).asides;
    return this.#asides;
  }

  /** How many words its prose has. */
  words(text: string): number {
    this.#words ??= this.type === 'comment' ? 0 : countWords(text, this.asides(text));
    return this.#words;
  }
}

/** Whether text follows the comments of a block on their lines: HTML to CommonMark, a paragraph to whoever writes it. */
function hasProse(text: string, asides: readonly Span[]): boolean {
  if (asides[0]?.start !== 0) return false;
  return asides.some(({ end }, i) => text.slice(end, asides[i + 1]?.start).trim() !== '');
}

function countWords(text: string, asides: readonly Span[]): number {
  let count = 0;
  let at = 0;
  for (const { start, end } of [...asides, { start: text.length, end: text.length }]) {
    count += text.slice(at, start).match(WORD)?.length ?? 0;
    at = end;
  }
  return count;
}
