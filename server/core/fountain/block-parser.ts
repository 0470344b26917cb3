import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import {
  Block,
  type BlockExtras,
  CLOSES,
  CLOSES_LATER,
  countMarks,
  EXITS,
  INSIDE,
  NONE,
  PENDING,
  placesOfNodes,
  withMarks,
} from './block.ts';
import { copy } from './characters.ts';
import { cutLines } from './cut-lines.ts';
import { type BlockCuts, CutFinder, cutsBySpan } from './cuts.ts';
import { nodeText, titlePageKey } from './element-text.ts';
import type { Cut } from './elements.ts';
import { Grammar } from './grammar.ts';
import type { Interner } from './interner.ts';
import { LineReader } from './lines.ts';
import { type PackedNodes, unpack } from './packed-nodes.ts';
import { PlainBlockReader } from './plain-blocks.ts';
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
export function parseBlocks(source: string, surroundings: Surroundings): Block[] {
  const blocks: Block[] = [];
  readBlocks(source, surroundings, blocks);
  return blocks;
}

/** Like `parseBlocks`, but hands over each block as soon as it is read. */
export function readBlocks(
  source: string,
  { first, inside, closesLater, interner }: Surroundings,
  blocks: { push(block: Block): void },
): void {
  const reader = new LineReader(source);
  const finder = new CutFinder(source);
  const grammar = new Grammar(source, interner);
  let isInside = inside;
  const plain = reader.hasReturns ? undefined : new PlainBlockReader(source, interner, grammar.packer, finder);
  let nextMark = -1;
  do {
    const start = reader.end;
    grammar.packer.beginBlock();
    if (nextMark < start) nextMark = finder.nextMark(start);
    if (!isInside && !(first && start === 0) && plain?.read(start, nextMark)) {
      reader.end = plain.end;
      blocks.push(new Block(reader.end - start, 0, grammar.packer, plain.items, plain.cuts, undefined));
      continue;
    }
    reader.readBlock();
    const { end, lines, count } = reader;
    let flags = 0;
    let cuts: readonly Cut[] = NONE;
    if (!isInside && nextMark < end && !finder.hasBoneyard(start, end)) {
      cuts = finder.notes(start, end, lines[0]!.end);
      if (cuts !== NONE) cutLines(source, lines, count, cuts, start);
    } else if (isInside || nextMark < end) {
      const closes = finder.closesBoneyard(start, end);
      const later = closesLater || finder.closesBoneyard(end, source.length);
      const found = finder.find(start, end, isInside, later);
      cuts = found.cuts;
      cutLines(source, lines, count, cuts, start);
      flags = flagsOf(found, isInside, closes, later);
      isInside = found.exits;
    }
    if (first && start === 0 && count > 0) {
      blocks.push(firstBlock(source, reader, grammar, flags, cuts));
    } else {
      grammar.read(start, lines, count, 0);
      blocks.push(blockOf(grammar, end - start, flags, cuts));
    }
  } while (reader.end < source.length);
}

/** The block at the beginning of a script, where a title page may be. */
function firstBlock(source: string, reader: LineReader, grammar: Grammar, flags: number, cuts: readonly Cut[]): Block {
  const { lines, count, end } = reader;
  if (source.charCodeAt(0) === BYTE_ORDER_MARK) lines[0]!.start = 1;
  const read = readTitlePage(source, lines, count, grammar.packer);
  grammar.read(0, lines, count, read);
  return blockOf(grammar, end, flags, cuts, read === 0 ? undefined : headOf(source, grammar.packer, cuts));
}

function flagsOf({ exits, pending }: BlockCuts, inside: boolean, closes: boolean, closesLater: boolean): number {
  return (
    (inside ? INSIDE : 0) |
    (exits ? EXITS : 0) |
    (closes ? CLOSES : 0) |
    (pending ? PENDING : 0) |
    (pending && closesLater ? CLOSES_LATER : 0)
  );
}

function blockOf(
  grammar: Grammar,
  length: number,
  flags: number,
  cuts: readonly Cut[],
  head?: BlockExtras['head'],
): Block {
  const { bareHeadings, items, packer, places } = grammar;
  const marks = countMarks(cuts);
  let all = items;
  if (marks > 0 && items.length === 0) all = marksOf(cuts);
  else if (marks > 0) all = withMarks(items, places ?? placesOfNodes(packer, items.length), cuts, markOfCut);
  if (bareHeadings === NONE && places === undefined && head === undefined) {
    return new Block(length, flags, packer, all, cuts, undefined);
  }
  const allPlaces = marks > 0 && places ? withMarks<Span>(places, places, cuts, (cut) => cut) : places;
  return new Block(length, flags, packer, all, cuts, { bareHeadings, places: allPlaces, head });
}

/** The marks alone. */
function marksOf(cuts: readonly Cut[]): readonly FactItem[] {
  if (cuts.length === 1) return [cuts[0]!.item!];
  return cuts.filter((cut) => cut.item !== undefined).map(markOfCut);
}

function markOfCut(cut: Cut): FactItem {
  return cut.item!;
}

/** The title page as the facts tell it. Of a key that comes twice, the first holds. */
function headOf(source: string, packed: PackedNodes, cuts: readonly Cut[]): BlockExtras['head'] {
  const head = new Map<string, string>();
  const titlePage = unpack(packed).filter(({ type }) => type === 'title_page');
  const cutsOf = cutsBySpan(titlePage, cuts);
  for (const [i, { start, end }] of titlePage.entries()) {
    const raw = source.slice(start, end);
    const key = titlePageKey(raw, cutsOf[i]!, -start).toLowerCase();
    if (!head.has(key)) head.set(copy(key), copy(nodeText('title_page', raw, cutsOf[i]!, -start)));
  }
  return Object.fromEntries(head);
}
