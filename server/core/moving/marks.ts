import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { Span, TextEdit } from '../text/span.ts';
import type { Treatment } from '../treatment/treatment.ts';
import { edited, inOrder, type Move, offsetAfter } from './edits.ts';
import { contentBefore, isBlankLine, lineEnd, lineStart } from './lines.ts';
import type { MovingRow } from './parts.ts';
import { headingsOf, marksOf, proseOf } from './reading.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Marks, dropped on a row: each on a line of its own below the heading of that scene or act, or below that mark. They keep
 * their text; only a comment that comes into a script becomes a note, since a script would print it. What a mark is taken out
 * of is read as before.
 */
export function moveMarks(rows: readonly MovingRow[], target: MovingRow): Move | Refusal {
  if (target.kind === 'episode') return refusal('markNeedsScene');
  if (rows.some((row) => row.manuscript === target.manuscript && row.item === target.item)) return refusal('already');
  const notes = rows.map((row) => noteFor(row, target.manuscript));
  if (notes.some((note) => note === undefined)) return refusal('otherMedium');
  const places = placesFor(target, notes as string[]);
  // What is tidy comes first; where that would change how something is read, the next is tried.
  for (const tidy of [true, false]) {
    const removals = removalsOf(rows, tidy);
    for (const place of places) {
      const found = moveOf(rows[0]!, target.manuscript, removals, place);
      if (isAlready(found)) return refusal('already');
      if (isSound(found)) return found;
    }
  }
  return refusal('readDifferently');
}

/** A mark as it is to be written into a text; undefined where it cannot be. */
function noteFor({ manuscript, item }: MovingRow, into: Manuscript): string | undefined {
  const { start, end } = manuscript.place(item);
  const written = manuscript.text.slice(start, end);
  if (into.kind === 'treatment' || !written.startsWith('<!--')) return written;
  const inside = written.slice(4, -3).trim();
  return inside.includes(']]') || inside.includes('[[') ? undefined : `[[${inside}]]`;
}

/** A way to write the notes, and where the first of them begins in what is inserted. */
interface Place {
  readonly edit: TextEdit;
  readonly at: number;
}

/** Ways to write notes below a heading or mark, the best first. */
function placesFor(target: MovingRow, notes: readonly string[]): Place[] {
  const { manuscript, kind, item } = target;
  const { text } = manuscript;
  const lineBreak = lineEndOf(text);
  const all = notes.join(lineBreak);
  const below = (line: number, breaks: number): Place => {
    const at = lineEnd(text, line);
    const glued = kind !== 'mark' && line + 1 < text.lineCount && !isBlankLine(manuscript, line + 1);
    const insert = lineBreak.repeat(breaks) + all + (glued ? lineBreak : '');
    return { edit: { start: at, end: at, insert }, at: lineBreak.length * breaks };
  };
  const place = manuscript.place(item);
  const line = text.lineAt(place.end);
  if (kind !== 'mark')
    return [below(lastLineOfHeading(manuscript, item), 2), onTheLine(place.end, ` ${notes.join(' ')}`)];
  const isAlone = text.lineText(line).trim() === text.slice(place.start, place.end).trim();
  const paragraphEnd = lastOfParagraph(manuscript, line);
  const after = onTheLine(place.end, ` ${notes.join(' ')}`);
  return isAlone ? [below(line, 1), after] : [below(paragraphEnd, manuscript.kind === 'script' ? 2 : 1), after];
}

function onTheLine(at: number, insert: string): Place {
  return { edit: { start: at, end: at, insert }, at: 1 };
}

/** A heading of a treatment may have a line of `===` or `---` under it. */
function lastLineOfHeading(manuscript: Manuscript, item: number): number {
  const { start, end } = manuscript.place(item);
  if (manuscript.kind === 'script') return manuscript.text.lineAt(end);
  const passage = (manuscript as Treatment).passages(start, start + 1)[0];
  return manuscript.text.lineAt(passage?.end ?? end);
}

function lastOfParagraph(manuscript: Manuscript, line: number): number {
  let last = line;
  while (last + 1 < manuscript.text.lineCount && !isBlankLine(manuscript, last + 1)) last++;
  return last;
}

function removalsOf(rows: readonly MovingRow[], tidy: boolean): Map<Manuscript, TextEdit[]> {
  const removals = new Map<Manuscript, TextEdit[]>();
  for (const manuscript of new Set(rows.map((row) => row.manuscript))) {
    const spans = rows.filter((row) => row.manuscript === manuscript).map(({ item }) => manuscript.place(item));
    const edits = runsOf(manuscript, spans).map((span) => ({
      ...(tidy ? tidied(manuscript, span) : span),
      insert: '',
    }));
    removals.set(manuscript, edits);
  }
  return removals;
}

/** Marks that only spaces part, as one. */
function runsOf({ text }: Manuscript, spans: readonly Span[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const before = runs.at(-1);
    if (before && /^[ \t]*$/.test(text.slice(before.end, start))) before.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** What goes with a mark: the line that it stands alone on, and the blank ones above; else the space before it. */
function tidied(manuscript: Manuscript, { start, end }: Span): Span {
  const { text } = manuscript;
  const line = text.lineAt(start);
  const before = text.slice(lineStart(text, line), start);
  const after = text.slice(end, lineEnd(text, line));
  if (before.trim() === '' && after.trim() === '') return lineAlone(manuscript, line);
  if (before.trim() === '') return { start, end: end + after.length - after.trimStart().length };
  const parted = after === '' || /^\s/.test(after);
  return { start: parted ? start - (before.length - before.trimEnd().length) : start, end };
}

function lineAlone(manuscript: Manuscript, line: number): Span {
  const { text } = manuscript;
  const end = lineEnd(text, line);
  const next = line + 1 < text.lineCount ? line + 1 : undefined;
  const above = contentBefore(manuscript, line);
  if (above === undefined)
    return { start: lineStart(text, line), end: next === undefined ? end : text.lineStart(next) };
  const parted = next === undefined || isBlankLine(manuscript, next);
  return { start: lineEnd(text, parted ? above : line - 1), end };
}

function moveOf(
  { manuscript, item }: MovingRow,
  into: Manuscript,
  removals: ReadonlyMap<Manuscript, readonly TextEdit[]>,
  { edit, at }: Place,
): Move {
  const edits = new Map(removals);
  const others = edits.get(into) ?? [];
  edits.set(into, inOrder([...others, edit]));
  const offset = manuscript.place(item).start;
  return {
    edits,
    from: { manuscript, offset },
    to: { manuscript: into, offset: offsetAfter(others, edit.start) + at },
  };
}

function isAlready({ edits }: Move): boolean {
  return [...edits].every(([before, list]) => before.text.toString() === edited(before, list).text.toString());
}

/** Whether everything but the marks is read as it was, the marks are all there, and the first is where it should be. */
function isSound({ edits, to }: Move): boolean {
  const results = [...edits].map(([before, list]) => ({ before, after: edited(before, list) }));
  const sorted = (manuscripts: readonly Manuscript[]) => manuscripts.flatMap(marksOf).sort().join('\n');
  const read = (manuscript: Manuscript) => [...proseOf(manuscript), ...headingsOf(manuscript)].join('\n');
  const into = results.find(({ before }) => before === to.manuscript)!.after;
  return (
    results.every(({ before, after }) => read(before) === read(after)) &&
    sorted(results.map(({ before }) => before)) === sorted(results.map(({ after }) => after)) &&
    itemsOf(into.facts).some((item, i) => item.type === 'mark' && into.place(i).start === to.offset)
  );
}
