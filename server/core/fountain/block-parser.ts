import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import { Block, type BlockExtras, CLOSES, CLOSES_LATER, EXITS, INSIDE, NONE, PENDING } from './block.ts';
import { copy } from './characters.ts';
import { type BlockCuts, CutFinder, cutsBySpan, Remainders } from './cuts.ts';
import { nodeText, titlePageKey } from './element-text.ts';
import type { Cut, Node } from './elements.ts';
import { Grammar } from './grammar.ts';
import type { Interner } from './interner.ts';
import { type Line, LineReader } from './lines.ts';
import { readTitlePage } from './title-page.ts';

const BYTE_ORDER_MARK = 0xfeff;

/** What must be known of the script around a source. */
export interface Surroundings {
  /** The source is the beginning of the script: there may be a title page. */
  readonly first: boolean;
  /** It starts inside a boneyard. */
  readonly inside: boolean;
  /** Something after the source has a `*\/`. */
  readonly closesLater: boolean;
  readonly interner: Interner;
}

/** Reads a source, which is a whole script or some whole blocks of one. At least one block comes out. */
export function parseBlocks(source: string, { first, inside, closesLater, interner }: Surroundings): Block[] {
  const reader = new LineReader(source);
  const finder = new CutFinder(source, interner);
  const grammar = new Grammar(source, interner);
  const lastClose = closesLater ? Number.POSITIVE_INFINITY : source.lastIndexOf('*/');
  const blocks: Block[] = [];
  let isInside = inside;
  do {
    const start = reader.end;
    reader.readBlock();
    const { end, lines, count } = reader;
    let flags = isInside ? INSIDE : 0;
    if (finder.closesBoneyard(start, end)) flags |= CLOSES;
    let cuts: readonly Cut[] = NONE;
    if (isInside || finder.hasNoteMark(start, end) || finder.opensBoneyard(start, end)) {
      const found = finder.find(start, end, isInside, lastClose >= end);
      cuts = found.cuts;
      cutLines(source, lines, count, cuts, start);
      flags |= flagsOf(found, lastClose >= end);
      isInside = found.exits;
    }
    const titlePage: Node[] = [];
    let read = 0;
    if (first && start === 0 && count > 0) {
      if (source.charCodeAt(0) === BYTE_ORDER_MARK) lines[0]!.start = 1;
      read = readTitlePage(source, lines, count, titlePage);
    }
    const head = read > 0 ? headOf(source, titlePage, cuts) : undefined;
    grammar.read(start, lines, count, titlePage, read);
    blocks.push(blockOf(grammar, end - start, flags, cuts, head));
  } while (reader.end < source.length);
  return blocks;
}

function flagsOf(cuts: BlockCuts, closesLater: boolean): number {
  return (cuts.exits ? EXITS : 0) | (cuts.pending ? PENDING : 0) | (cuts.pending && closesLater ? CLOSES_LATER : 0);
}

/** Takes notes and boneyards out of the lines. */
function cutLines(source: string, lines: readonly Line[], count: number, cuts: readonly Cut[], base: number): void {
  const remainders = new Remainders(source, cuts, base);
  for (let i = 0; i < count; i++) {
    const line = lines[i]!;
    const left = remainders.of(line.start, line.end);
    if (left === undefined) continue;
    line.text = left;
    line.from = left.length - left.trimStart().length;
    line.to = Math.max(line.from, left.trimEnd().length);
    line.kind = line.from === line.to ? 'cuts' : 'text';
  }
}

function blockOf(
  grammar: Grammar,
  length: number,
  flags: number,
  cuts: readonly Cut[],
  head: BlockExtras['head'],
): Block {
  const { nodes, bareHeadings } = grammar;
  let items: readonly FactItem[] = grammar.items;
  let places: readonly Span[] = grammar.places;
  if (cuts === NONE && bareHeadings === NONE && head === undefined) {
    return new Block(length, flags, nodes, items, places, undefined);
  }
  const marks = cuts.filter((cut) => cut.item !== undefined);
  if (marks.length > 0) [items, places] = withMarks(items, places, marks);
  return new Block(length, flags, nodes, items, places, { cuts, bareHeadings, head });
}

/** The facts of the elements and of the annotations, in the order of the text; an element goes before what is in it. */
function withMarks(
  items: readonly FactItem[],
  places: readonly Span[],
  marks: readonly Cut[],
): [readonly FactItem[], readonly Span[]] {
  const all = [
    ...items.map((item, i) => ({ item, place: places[i]! })),
    ...marks.map((cut) => ({ item: cut.item!, place: cut })),
  ].sort((a, b) => a.place.start - b.place.start);
  return [all.map(({ item }) => item), all.map(({ place }) => place)];
}

/** The title page as the facts tell it. Of a key that comes twice, the first holds. */
function headOf(source: string, titlePage: readonly Node[], cuts: readonly Cut[]): BlockExtras['head'] {
  const head = new Map<string, string>();
  const cutsOf = cutsBySpan(titlePage, cuts);
  for (const [i, { start, end }] of titlePage.entries()) {
    const raw = source.slice(start, end);
    const key = titlePageKey(raw, cutsOf[i]!, -start).toLowerCase();
    if (!head.has(key)) head.set(copy(key), copy(nodeText('title_page', raw, cutsOf[i]!, -start)));
  }
  return Object.fromEntries(head);
}
