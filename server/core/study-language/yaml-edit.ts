import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ReferredList } from '../study/references.ts';
import type { Path } from '../study/yaml-source.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { lineStartAt } from './line-start.ts';
import type { Piece, Section } from './pieces.ts';
import { parsePiece } from './scalars.ts';
import { pieceAt, type StudyText, scalarAt } from './words.ts';

/** Edits of study files that leave everything else as its writer has put it: comments, order, brackets. */

/**
 * An entry more at the end of a list. Its lines are keys with values, as YAML. Undefined where the list is no list, or the
 * file has no place for it.
 */
export function addEntry(file: StudyText, list: ReferredList, lines: readonly string[]): TextEdit | undefined {
  return addEntries(file, list, [lines]);
}

/** The same for several entries of one list, at least one, as one edit. */
export function addEntries(
  file: StudyText,
  list: ReferredList,
  entries: readonly (readonly string[])[],
): TextEdit | undefined {
  const { text, sections } = file;
  const eol = lineEndOf(text);
  const block = (indent: string) => entries.map((lines) => `${indent}- ${lines.join(`${eol}${indent}  `)}`).join(eol);
  const section = sections.find(({ key }) => key === list);
  if (!section) {
    if (isInBraces(file)) return undefined;
    const at = endOfDocument(text);
    const before = at === 0 || text[at - 1] === '\n' ? '' : eol;
    return inserted(at, `${before}${at === 0 ? '' : eol}${list}:${eol}${block('  ')}${eol}`);
  }
  if (section.indent !== undefined) {
    return inserted(lastLineEnd(text, section, section.indent), eol + block(' '.repeat(section.indent)));
  }
  const value = mapOf(text, section.pieces[0])?.get(list, true) as Node | undefined;
  const start = section.pieces[0]!.start;
  if (isSeq(value) && value.flow && value.range) {
    const flow = entries.map((lines) => `{ ${lines.join(', ')} }`).join(', ');
    // Right behind the last one: a comma or a comment may follow it before the bracket closes.
    const last = (value.items.at(-1) as Node | undefined)?.range?.[1];
    return last === undefined
      ? inserted(text.indexOf('[', start + value.range[0]) + 1, flow)
      : inserted(start + last, `, ${flow}`);
  }
  const isEmpty = value === null || value === undefined || (isScalar(value) && value.value === null);
  if (!isEmpty) return undefined;
  const end = lineEndAfter(text, section.keySpan.end);
  const [from, to] = value?.range ?? [0, 0];
  if (from === to) return inserted(end, eol + block('  '));
  // `threads: ~` says that there are none: the sign for it goes.
  const said = text.slice(0, start + from).trimEnd().length;
  return { start: said, end, insert: text.slice(start + to, end).trimEnd() + eol + block('  ') };
}

/** Whether a study is one flow collection: it has no end at which a list could be written. */
function isInBraces({ text, sections: [first] }: StudyText): boolean {
  return first?.key === '' && /^\s*[[{]/.test(text.slice(first.start));
}

/** Without the entry in which the offset is. */
export function removeEntry(file: StudyText, offset: number): TextEdit | undefined {
  const { text, sections } = file;
  const piece = pieceAt(file, offset);
  const path = scalarAt(file, offset)?.path;
  if (!piece || !path) return undefined;
  const depth = path.findLastIndex((part) => typeof part === 'number');
  if (piece.path.length === 2 && depth === 1) {
    const section = sections.find(({ pieces }) => pieces.includes(piece))!;
    const end = lastLineEnd(text, piece, section.indent!);
    return {
      start: piece.start,
      end: text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length),
      insert: '',
    };
  }
  const list = nodeAt(text, piece, path.slice(0, depth));
  return isSeq(list)
    ? removedItem(text, piece.start, list, (path[depth] as number) - firstOf(piece, depth))
    : undefined;
}

/** One more source for the entry in which the offset is. */
export function addSource(file: StudyText, offset: number, source: string): TextEdit | undefined {
  return addToEntry(file, offset, 'sources', source);
}

/** The entry in which the offset is, marked as an interpretation. */
export function markReading(file: StudyText, offset: number): TextEdit | undefined {
  return addToEntry(file, offset, 'reading', undefined);
}

function addToEntry(file: StudyText, offset: number, key: string, source: string | undefined): TextEdit | undefined {
  const { text } = file;
  const piece = pieceAt(file, offset);
  const entry = piece && entryNode(file, piece, offset);
  if (!piece || !entry?.range) return undefined;
  const there = entry.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  if (there) {
    const list = there.value;
    if (source === undefined || !isSeq(list) || list.flow !== true || !list.range || list.items.length > 0)
      return undefined;
    return inserted(piece.start + list.range[0] + 1, source);
  }
  return newPair(text, piece, entry, `${key}: ${source === undefined ? 'true' : `[${source}]`}`);
}

/** A key of the entry in which the offset is, with another value, or gone. Undefined where nothing is to be changed. */
export function setInEntry(
  file: StudyText,
  offset: number,
  key: string,
  value: string | undefined,
): TextEdit | undefined {
  const { text } = file;
  const piece = pieceAt(file, offset);
  const entry = piece && entryNode(file, piece, offset);
  if (!piece || !entry) return undefined;
  const index = entry.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  if (index < 0) return value === undefined ? undefined : newPair(text, piece, entry, `${key}: ${value}`);
  if (value === undefined) return withoutPair(text, piece, entry, index);
  const there = entry.items[index]?.value;
  if (!isScalar(there) || !there.range || there.value === value) return undefined;
  const { start, end } = spanIn(piece, there.range);
  return { start, end, insert: start === end ? ` ${value}` : value };
}

function withoutPair(text: string, piece: Piece, entry: YAMLMap, index: number): TextEdit | undefined {
  const keySpan = (at: number) => spanOfNode(piece, entry.items[at]?.key);
  const valueSpan = (at: number) => spanOfNode(piece, entry.items[at]?.value) ?? keySpan(at);
  const start = keySpan(index)?.start;
  const end = valueSpan(index)?.end;
  if (start === undefined || end === undefined) return undefined;
  const next = keySpan(index + 1);
  if (next) return { start, end: next.start, insert: '' };
  const before = valueSpan(index - 1);
  if (entry.flow) return { start: before?.end ?? start, end, insert: '' };
  return { start: text.slice(0, start).trimEnd().length, end: lineEndAfter(text, end), insert: '' };
}

function spanOfNode(piece: Piece, node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? spanIn(piece, range) : undefined;
}

function spanIn({ start }: Piece, [from, to]: readonly number[]): Span {
  return { start: start + from!, end: start + to! };
}

function newPair(text: string, piece: Piece, entry: YAMLMap, said: string): TextEdit | undefined {
  if (!entry.range) return undefined;
  const [from, to] = entry.range;
  if (entry.flow) {
    const close = text.slice(0, piece.start + to - 1).trimEnd().length;
    return inserted(close, `${entry.items.length > 0 && !text.slice(0, close).endsWith(',') ? ', ' : ' '}${said}`);
  }
  const end = lineEndAfter(text, text.slice(0, piece.start + to).trimEnd().length);
  const lineStart = lineStartAt(text, piece.start + from);
  return inserted(end, `${lineEndOf(text)}${' '.repeat(piece.start + from - lineStart)}${said}`);
}

/** The innermost map that holds what stands at an offset. */
function entryNode(file: StudyText, piece: Piece, offset: number): YAMLMap | undefined {
  const path = scalarAt(file, offset)?.path;
  for (let length = path?.length ?? 0; path && length > 0; length--) {
    const node = nodeAt(file.text, piece, path.slice(0, length));
    if (isMap(node)) return node;
  }
  return undefined;
}

function nodeAt(text: string, piece: Piece, path: Path): unknown {
  const document = parsePiece(text.slice(piece.start, piece.end));
  const within = piece.path.length === 2 ? [0, ...path.slice(2)] : path;
  return within.length === 0 ? document?.contents : document?.getIn(within, true);
}

function firstOf(piece: Piece, depth: number): number {
  return piece.path.length === 2 && depth === 1 ? (piece.path[1] as number) : 0;
}

function mapOf(text: string, piece: Piece | undefined): YAMLMap | undefined {
  const contents = piece && parsePiece(text.slice(piece.start, piece.end))?.contents;
  return isMap(contents) ? contents : undefined;
}

function removedItem(text: string, base: number, list: YAMLSeq, index: number): TextEdit | undefined {
  const range = (at: number) => {
    const node = list.items[at] as Node | undefined;
    return node?.range ? { start: base + node.range[0], end: base + node.range[1] } : undefined;
  };
  const item = range(index);
  if (!item) return undefined;
  if (!list.flow) {
    const start = lineStartAt(text, item.start);
    const end = lineEndAfter(text, text.slice(0, item.end).trimEnd().length);
    return { start, end: Math.min(end + (text.startsWith('\r\n', end) ? 2 : 1), text.length), insert: '' };
  }
  const next = range(index + 1);
  const before = range(index - 1);
  if (next) return { start: item.start, end: next.start, insert: '' };
  return { start: before?.end ?? item.start, end: item.end, insert: '' };
}

/** Whether a line ends the document. */
function isEnd(line: string): boolean {
  return /^\.\.\.(?:\s|$)/.test(line);
}

/** The end of a text, or of what stands before the line that ends the document. */
function endOfDocument(text: string): number {
  const start = lineStartAt(text, text.trimEnd().length);
  return isEnd(text.slice(start)) ? start : text.length;
}

/** Where the last line ends that belongs to a list or entry: comments and blank lines after it begin what comes next. */
function lastLineEnd(text: string, { start, end }: Section | Piece, indent: number): number {
  let last = end;
  while (last > start) {
    const lineStart = lineStartAt(text, last - 1);
    const line = text.slice(lineStart, last).trimEnd();
    const isNext = isEnd(line) || (line.trimStart().startsWith('#') && line.search(/\S/) <= indent);
    if (line !== '' && !isNext) return lineStart + line.length;
    last = lineStart;
  }
  return start;
}

function lineEndAfter(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function inserted(at: number, insert: string): TextEdit {
  return { start: at, end: at, insert };
}
