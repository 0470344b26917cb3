import type { Path } from '../study/yaml-source.ts';
import type { Span } from '../text/span.ts';
import { lineStartAt } from './line-start.ts';
import { cutStudy } from './pieces.ts';
import { type ScalarAt, scalarsOf } from './scalars.ts';

/** Where in a study file somebody is typing: the word that is being written, be there anything of it yet or not. */
export interface Cursor extends Pick<ScalarAt, 'part' | 'path' | 'beside' | 'flow'> {
  /** What is written of it, in the text as it is. Without quotes. */
  readonly span: Span;
  readonly written: string;
  readonly quoted: boolean;
  /** It stands on a line of its own, below its key. */
  readonly ownLine: boolean;
  /** What has to be written before it so that it is what `path` says: `- ` or a space. */
  readonly lead: string;
  /** A colon follows: a key is only to be exchanged. */
  readonly colon: boolean;
}

/** A character that stands in no text, for what is not written yet. */
const mark = '\ue000';

/**
 * Reads what the cursor is in. The text is being typed and so is often no YAML: a mark is put in at the cursor, and of the
 * piece around it is read what can be. Undefined in comments, in texts of several lines, and where nothing can be known.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const start = lineStartAt(text, offset);
  const newline = text.indexOf('\n', offset);
  const before = text.slice(start, offset);
  const after = text.slice(offset, newline < 0 ? text.length : newline);
  const lead = leadAt(text, start, before, after);
  const wordStart = lead === '- ' ? start + before.search(/\S|$/) : offset;
  const wordEnd = offset + /^[\w-]*/.exec(after)![0].length;
  const put = (end: string) => {
    const word = `${text.slice(wordStart, offset)}${mark}${text.slice(offset, wordEnd)}${end}`;
    const marked = `${text.slice(0, wordStart)}${lead}${word}${text.slice(wordEnd)}`;
    return markedScalar(marked, offset + lead.length);
  };
  let found = put('');
  // A word before a line with a key is read as the beginning of that key, an open quote as going on to the next.
  if (found && spansLines(found)) found = put(found.scalar.part === 'key' ? ':' : found.quote);
  if (!found || spansLines(found)) return undefined;
  const { scalar, written } = found;
  const from = scalar.span.start - lead.length;
  const span = { start: from, end: from + written.length - mark.length };
  if (scalar.style === 'block' || span.start < start || span.end < offset) return undefined;
  return {
    part: scalar.part,
    path: withoutMark(scalar.path),
    beside: scalar.beside.filter((word) => !word.includes(mark)),
    flow: scalar.flow,
    span,
    written: text.slice(span.start, span.end),
    quoted: scalar.style === 'quoted',
    ownLine: /^\s*$/.test(text.slice(start, span.start)),
    lead,
    colon: /^["']?\s*:/.test(text.slice(span.end)),
  };
}

interface Marked {
  readonly scalar: ScalarAt;
  /** As it stands in the marked text. */
  readonly written: string;
  readonly quote: string;
}

function markedScalar(text: string, offset: number): Marked | undefined {
  const section = cutStudy(text).findLast(({ start }) => start <= offset);
  const piece = section?.pieces.findLast(({ start, end }) => start <= offset && offset < end);
  const scalar = piece && scalarsOf(text, piece, false).find(({ span }) => span.start <= offset && offset < span.end);
  if (!scalar) return undefined;
  return { scalar, written: text.slice(scalar.span.start, scalar.span.end), quote: text[scalar.span.start - 1] ?? '' };
}

function spansLines({ written }: Marked): boolean {
  return /[\r\n]/.test(written);
}

function withoutMark(path: Path): Path {
  return path.map((part) => (typeof part === 'string' ? part.replace(mark, '') : part));
}

/**
 * What is missing before the cursor: a space after the colon of a key, or the dash of an entry that begins where those above
 * it do, or, of the first, those below.
 */
function leadAt(text: string, lineStart: number, before: string, after: string): string {
  if (/(?:^\s*(?:-\s+)*|[{,]\s*)[\w"]+:$/.test(before)) return ' ';
  if (!/^\s*[\w-]*$/.test(before) || /^\s*-/.test(before) || !/^[\w-]*\s*$/.test(after)) return '';
  const column = before.search(/\S|$/);
  let dashes = false;
  for (const line of linesBefore(text, lineStart)) {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#' || indent > column) continue;
    if (indent === column && /^\s*-(?:\s|$)/.test(line)) dashes = true;
    // A key at the same column: what is being written is a key too.
    else return indent < column && (dashes || dashBelow(text, lineStart, column)) ? '- ' : '';
  }
  return '';
}

/** Whether what follows the line is an entry at this column. */
function dashBelow(text: string, lineStart: number, column: number): boolean {
  const rest = /(?:\n[^\S\n]*(?:#[^\n]*)?)*\n([^\S\n]*)-\s/y;
  const end = text.indexOf('\n', lineStart);
  rest.lastIndex = end < 0 ? text.length : end;
  return rest.exec(text)?.[1]?.length === column;
}

function* linesBefore(text: string, lineStart: number): Iterable<string> {
  for (let end = lineStart; end > 0; ) {
    const start = lineStartAt(text, end - 1);
    yield text.slice(start, end - 1);
    end = start;
  }
}
