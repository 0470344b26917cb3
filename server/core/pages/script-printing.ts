import type { Block } from '../fountain/block.ts';
import { cutsBySpan } from '../fountain/cuts.ts';
import { hasCaret, nodeText } from '../fountain/element-text.ts';
import type { NodeType } from '../fountain/elements.ts';
import { hasHeadingPrefix, headingAsPrinted } from '../fountain/headings.ts';
import type { Script } from '../fountain/script.ts';
import { lastAtOrBefore } from '../text/ascending.ts';
import type { SourceText } from '../text/source-text.ts';
import type { PrintedElement, PrintedType } from './element.ts';
import type { Printing } from './fill.ts';
import type { PageGeometry } from './format.ts';
import { measureParagraphs, type Paragraph } from './paragraph.ts';

/** A script as pagination asks for it. */
export class ScriptPrinting implements Printing {
  readonly blocks: number;
  readonly list: readonly Block[];
  /** Where each block starts, and where the last one ends. */
  readonly starts: readonly number[];
  /** What this version shares with the one before. */
  readonly shared: Shared;
  readonly #text: SourceText;
  readonly #page: PageGeometry;
  /** Blocks are measured when they are asked for, and not again in later versions that have them at the same end. */
  readonly #measured: (readonly Paragraph[] | undefined)[];
  /** The words of the block read last: most are asked for one paragraph after the other. */
  #read: { readonly block: number; readonly elements: PrintedElement[] } | undefined;

  constructor(script: Script, page: PageGeometry, before?: ScriptPrinting) {
    const list: Block[] = [];
    const starts: number[] = [];
    for (const placed of script.blocks()) {
      list.push(placed.block);
      starts.push(placed.start);
    }
    starts.push(script.text.length);
    this.list = list;
    this.blocks = list.length;
    this.starts = starts;
    this.shared = sharedBlocks(before?.list ?? [], list);
    this.#measured = before ? kept(before.#measured, this.shared) : new Array(list.length);
    this.#text = script.text;
    this.#page = page;
  }

  paragraphs(block: number): readonly Paragraph[] {
    let paragraphs = this.#measured[block];
    if (!paragraphs) {
      paragraphs = measureParagraphs(printedElements(this.list[block]!, this.source(block)), this.#page);
      this.#measured[block] = paragraphs;
    }
    return paragraphs;
  }

  elements(block: number): readonly PrintedElement[] {
    if (this.#read?.block !== block) {
      this.#read = { block, elements: printedElements(this.list[block]!, this.source(block)) };
    }
    return this.#read.elements;
  }

  source(block: number): string {
    return this.#text.slice(this.starts[block]!, this.starts[block + 1]!);
  }

  /** The block in which an offset lies. */
  blockAt(offset: number): number {
    return Math.max(0, Math.min(this.blocks - 1, lastAtOrBefore(this.starts, offset)));
  }
}

/** Blocks at the beginning and at the end that two versions of a script share, and the number of blocks of both. */
export interface Shared {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

function sharedBlocks(old: readonly Block[], now: readonly Block[]): Shared {
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first++;
  let last = 0;
  while (last < shorter - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last++;
  return { first, last, before: old.length, after: now.length };
}

function kept<T>(old: readonly (T | undefined)[], { first, last, before, after }: Shared): (T | undefined)[] {
  const fresh: (T | undefined)[] = new Array(after - first - last);
  return old.slice(0, first).concat(fresh, old.slice(before - last));
}

/** What a block prints, in order. Offsets relative to the block, whose source is given. */
export function printedElements(block: Block, source: string): PrintedElement[] {
  const { nodes, cuts } = block;
  const elements: PrintedElement[] = [];
  const cutsOf = cuts.length === 0 ? undefined : cutsBySpan(nodes, cuts);
  const acts = actsOf(block);
  for (let i = 0; i < nodes.length; i++) {
    const { type, start, end } = nodes[i]!;
    if (!isPrinted(type)) continue;
    const raw = source.slice(start, end);
    const own = cutsOf ? cutsOf[i]! : cuts;
    const before = nodes[i - 1];
    elements.push({
      type,
      text: printedText(type, nodeText(type, raw, own, -start)),
      start,
      end,
      dual: type === 'character' && hasCaret(raw, own, -start),
      blankBefore: !before || !runsOn(before.type, type) || hasBlankLine(source, before.end, start),
      act: type === 'centered' || type === 'action' ? acts?.get(start) : undefined,
      cuts: own,
    });
  }
  return elements;
}

/** A heading that is one by its dot alone is printed as it is typed, as a forced cue is. */
function printedText(type: PrintedType, text: string): string {
  return type === 'scene_heading' && hasHeadingPrefix(text, 0, text.length) ? headingAsPrinted(text) : text;
}

/** The lines of a block, by their start, that say that an act begins or ends. */
function actsOf(block: Block): ReadonlyMap<number, PrintedElement['act']> | undefined {
  if (!block.items.some((item) => item.type === 'act')) return undefined;
  const { items, places } = block;
  const acts = items.flatMap((item, i) =>
    item.type === 'act' ? [[places[i]!.start, item.ends ? 'ends' : 'begins'] as const] : [],
  );
  return new Map(acts);
}

function isPrinted(type: NodeType): type is PrintedType {
  return type !== 'title_page' && type !== 'section' && type !== 'synopsis';
}

/** Whether nothing comes between elements on lines that follow each other. */
function runsOn(before: NodeType, type: NodeType): boolean {
  return isLine(before) && isLine(type);
}

function isLine(type: NodeType): boolean {
  return type === 'action' || type === 'lyric' || type === 'centered' || type === 'dialogue';
}

function hasBlankLine(source: string, from: number, to: number): boolean {
  return /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(source.slice(from, to));
}
