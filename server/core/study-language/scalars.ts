import { type Document, isMap, isPair, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { isTooDeep, type Path } from '../study/yaml-source.ts';
import { own } from '../text/own.ts';
import type { Span } from '../text/span.ts';
import type { Piece } from './pieces.ts';

/** A key or value of a study file that is a single word or text. */
export interface ScalarAt {
  /** From the root of the study: of a value its own, of a key that of its value. */
  readonly path: Path;
  readonly part: 'key' | 'value';
  /** As YAML reads it. */
  readonly value: unknown;
  /** Without quotes. */
  readonly span: Span;
  readonly style: 'plain' | 'quoted' | 'block' | 'missing';
  /** The keys beside it, where it stands in a map; the values beside it, where it stands in a list. */
  readonly beside: readonly string[];
  /** It stands in `{ … }` or `[ … ]`. */
  readonly flow: boolean;
}

/** More than this is no entry that somebody wrote: it is not looked into. */
const largest = 200_000;

export function isTooLarge({ start, end }: Piece): boolean {
  return end - start > largest;
}

/** Deeper than a study goes. */
const deepest = 12;

/**
 * All keys and values of a piece, in the order of the text. Never throws; of what is broken, as much as can be read. What is
 * read is kept for the next to ask, unless nobody else will.
 */
export function scalarsOf(text: string, piece: Piece, keep = true): ScalarAt[] {
  const slice = text.slice(piece.start, piece.end);
  const document = keep ? documentOf(slice, Math.max(leastKept, 2 * text.length)) : parsePiece(slice);
  if (!document?.contents) return [];
  const found: ScalarAt[] = [];
  const { contents } = document;
  const root: Path = piece.path.length > 1 && isSeq(contents) ? piece.path.slice(0, -1) : piece.path;
  const first = typeof piece.path.at(-1) === 'number' ? (piece.path.at(-1) as number) : 0;
  walk(contents, root, { slice, offset: piece.start, found, first }, 0);
  return found;
}

interface Walk {
  readonly slice: string;
  readonly offset: number;
  readonly found: ScalarAt[];
  /** The index of the first item of the outermost list. */
  readonly first: number;
}

function walk(
  node: unknown,
  path: Path,
  into: Walk,
  depth: number,
  beside: readonly string[] = [],
  flow = false,
): void {
  if (depth > deepest) return;
  if (isMap(node)) {
    const keys = node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const at = [...path, String(pair.key.value)];
      add(pair.key, at, 'key', into, keys, node.flow === true);
      if (pair.value) walk(pair.value, at, into, depth + 1, keys, node.flow === true);
    }
  } else if (isSeq(node)) {
    const values = node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
    const base = depth === 0 ? into.first : 0;
    for (const [i, item] of node.items.entries())
      walk(item, [...path, base + i], into, depth + 1, values, node.flow === true);
  } else if (isScalar(node)) add(node, path, 'value', into, beside, flow);
}

function add(node: Scalar, path: Path, part: 'key' | 'value', into: Walk, beside: readonly string[], flow: boolean) {
  if (!node.range) return;
  const { offset, slice, found } = into;
  const style = styleOf(node);
  const [from, to] = node.range;
  const start = style === 'quoted' ? from + 1 : from;
  // A quote that nobody has closed yet ends where the text does.
  const closed = style === 'quoted' && to - from > 1 && slice[to - 1] === slice[from];
  const end = Math.max(start, closed ? to - 1 : to);
  found.push({
    path,
    part,
    value: node.value,
    span: { start: offset + start, end: offset + end },
    style,
    beside,
    flow,
  });
}

function styleOf({ type, source, range }: Scalar): ScalarAt['style'] {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 'quoted';
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return 'block';
  return (source ?? '') === '' && range?.[0] === range?.[1] ? 'missing' : 'plain';
}

/** Pieces that were read lately: an edit changes one of them. */
const recent = new Map<string, Document.Parsed>();
/** So much is kept, and of a long text all of it: else whoever goes through all its pieces would read each of them again. */
const leastKept = 400_000;
let recentSize = 0;

/** @param most how much may be kept */
function documentOf(slice: string, most: number): Document.Parsed | undefined {
  const known = recent.get(slice);
  if (known) return known;
  const piece = own(slice);
  const document = parsePiece(piece);
  if (!document) return undefined;
  if (recentSize + slice.length > most) {
    recent.clear();
    recentSize = 0;
  }
  recent.set(piece, document);
  recentSize += slice.length;
  return document;
}

/** A piece as YAML; undefined where it is too large or too deep to be read. Not kept. */
export function parsePiece(slice: string): Document.Parsed | undefined {
  if (slice.length > largest || isTooDeep(slice)) return undefined;
  try {
    return parseDocument(slice, { version: '1.2', prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  } catch {
    return undefined; // the parser calls itself for each level
  }
}
