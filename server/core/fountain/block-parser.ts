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
import type { Cut, Node } from './elements.ts';
import { Grammar } from './grammar.ts';
import type { Interner } from './interner.ts';
import { LineReader } from './lines.ts';
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
  let nextMark = -1;
  do {
    const start = reader.end;
    reader.readBlock();
    const { end, lines, count } = reader;
    if (nextMark < start) nextMark = finder.nextMark(start);
    let flags = 0;
    let cuts: readonly Cut[] = NONE;
    if (isInside || nextMark < end) {
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
  const titlePage: Node[] = [];
  const read = readTitlePage(source, lines, count, titlePage);
  grammar.read(0, lines, count, read);
  if (read === 0) return blockOf(grammar, end, flags, cuts);
  return blockOf(grammar, end, flags, cuts, titlePage, headOf(source, titlePage, cuts));
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
  titlePage: readonly Node[] = NONE,
  head?: BlockExtras['head'],
): Block {
  const { bareHeadings, items, places } = grammar;
  const nodes = titlePage.length === 0 ? grammar.nodes : [...titlePage, ...grammar.nodes];
  const marks = countMarks(cuts) > 0;
  const all = marks ? withMarks(items, places ?? placesOfNodes(nodes, items.length), cuts, markOfCut) : items;
  if (bareHeadings === NONE && places === undefined && head === undefined) {
    return new Block(length, flags, nodes, all, cuts, undefined);
  }
  const allPlaces = marks && places ? withMarks<Span>(places, places, cuts, (cut) => cut) : places;
  return new Block(length, flags, nodes, all, cuts, { bareHeadings, places: allPlaces, head });
}

function markOfCut(cut: Cut): FactItem {
  return cut.item!;
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
