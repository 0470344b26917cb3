import type { Path } from '../study/yaml-source.ts';
import type { Span } from '../text/span.ts';

/**
 * A study file cut into pieces by its lines alone: at its top-level keys, and a list below one at its entries. Each piece
 * is YAML of its own, so that what is broken in one spoils no other, and an edit makes only its own piece to be read anew.
 */
export interface Section extends Span {
  /** Empty for a line that is no key (yet), and for a file that is one flow collection. */
  readonly key: string;
  readonly keySpan: Span;
  /** How far the entries are indented; undefined where the value is no list with an entry a line. */
  readonly indent?: number;
  readonly pieces: readonly Piece[];
}

/** Whole lines. */
export interface Piece extends Span {
  /** `['threads', 3]` for an entry; empty where the piece begins with its own top-level key. */
  readonly path: Path;
}

interface Line extends Span {
  readonly text: string;
  readonly indent: number;
  /** Neither blank nor a comment nor a mark between documents. */
  readonly says: boolean;
}

const key = /^(?:"([^"]*)"\s*|'([^']*)'\s*|([^\s"'#{[\]},&*!|>%@`-][^:#]*)):(?=\s|$)/;
const bareKey = /:\s*(?:#.*)?$/;
const entry = /^-(?=\s|$)/;

/** The sections of a study file, in its order. Never throws. */
export function cutStudy(text: string): Section[] {
  const lines = linesOf(text);
  const first = lines.find(({ says }) => says);
  if (first === undefined) return [];
  if (/^[[{]/.test(first.text)) return [wholeFile(text, first.start)];
  const heads = lines.flatMap((line, i) =>
    line.says && line.indent <= first.indent && !entry.test(line.text) ? [i] : [],
  );
  return heads.map((head, i) => sectionOf(lines.slice(head, heads[i + 1] ?? lines.length)));
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const written = text.slice(start, end).trimEnd();
    const trimmed = written.trimStart();
    const says = trimmed !== '' && !trimmed.startsWith('#') && !/^(?:---|\.\.\.|%)/.test(written);
    lines.push({ start, end, text: trimmed, indent: written.length - trimmed.length, says });
    start = end;
  }
  return lines;
}

function wholeFile(text: string, start: number): Section {
  const all = { start, end: text.length };
  return { key: '', keySpan: { start, end: start }, ...all, pieces: [{ path: [], ...all }] };
}

function sectionOf(lines: readonly Line[]): Section {
  const head = lines[0]!;
  const found = key.exec(head.text);
  const name = found ? (found[1] ?? found[2] ?? found[3]?.trimEnd() ?? '') : '';
  const at = head.start + head.indent;
  const quote = found && found[3] === undefined ? 1 : 0;
  const keySpan = { start: at + quote, end: at + quote + name.length };
  const span = { start: head.start, end: lines.at(-1)!.end };
  const first = found && bareKey.test(head.text) ? lines.slice(1).find(({ says }) => says) : undefined;
  if (!first || !entry.test(first.text)) return { key: name, keySpan, ...span, pieces: [{ path: [], ...span }] };
  return { key: name, keySpan, ...span, indent: first.indent, pieces: entriesOf(name, lines.slice(1), first.indent) };
}

/** A line at the entries' indentation that begins none, as someone types it, is a piece without an index. */
function entriesOf(name: string, lines: readonly Line[], indent: number): Piece[] {
  const heads = lines.flatMap((line, i) => (line.says && line.indent <= indent ? [i] : []));
  let index = 0;
  return heads.map((head, i) => {
    const { start, text } = lines[head]!;
    const next = heads[i + 1];
    const end = next === undefined ? lines.at(-1)!.end : lines[next]!.start;
    return { path: entry.test(text) ? [name, index++] : [name], start, end };
  });
}
