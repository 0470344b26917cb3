import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { TextEdit } from '../text/span.ts';
import { lastFirst } from './text-edits.ts';

/** Elements of which a note is no part: it stands behind them. */
const wholeLines: ReadonlySet<string> = new Set([
  ...(['scene_heading', 'character', 'parenthetical', 'transition'] as const),
  ...(['centered', 'section', 'synopsis', 'page_break'] as const),
]);

const WORD = /[\p{L}\p{M}\p{N}'’_-]/u;
const ENDS = /[.,;:!?…)\]}"”’»*_]/;

/**
 * Writes an annotation at each of some offsets: where the cursor stands, but never within a word, and behind what a note would
 * break, a heading or a name say. The answer has been tried: each annotation is read as one, and nothing else is read
 * otherwise than before. Undefined where there is an offset at which that cannot be done, as on a title page.
 *
 * @param body what stands between the brackets
 */
export function insertAnnotations(
  manuscript: Manuscript,
  offsets: readonly number[],
  body: string,
): TextEdit[] | undefined {
  if (/\]\]|[\r\n]/.test(body)) return undefined;
  const edits: TextEdit[] = [];
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const edit = places(manuscript, offset)
      .map((at) => insertion(manuscript, at, body))
      .find((edit) => isRead(manuscript, [edit]));
    if (!edit) return undefined;
    // Two cursors in one word mean one annotation.
    if (edits.at(-1)?.start !== edit.start) edits.push(edit);
  }
  return isRead(manuscript, edits) ? edits : undefined;
}

/** Where it may go: the nearest first. */
function places(manuscript: Manuscript, offset: number): number[] {
  const { text } = manuscript;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const whole = text.lineText(line);
  const end = start + whole.trimEnd().length;
  const within = Math.min(offset, start + whole.length);
  const found: number[] = [];
  const type = manuscript instanceof Script ? manuscript.elementAt(start + whole.search(/\S|$/))?.type : undefined;
  if (type === 'title_page') return [];
  if (!type || !wholeLines.has(type)) found.push(behindNote(manuscript, behindWord(whole, within - start) + start));
  // Two spaces are a line of a speech.
  found.push(whole.trim() === '' ? start + whole.length : Math.max(end, start));
  return [...new Set(found)];
}

/** Behind the word, and what ends a sentence behind it: before a full stop, a note would leave a space. */
function behindWord(line: string, offset: number): number {
  let at = offset;
  if (at === 0 || /\s/.test(line[at - 1]!)) return at;
  while (at < line.length && WORD.test(line[at]!)) at++;
  while (at < line.length && ENDS.test(line[at]!)) at++;
  return at;
}

/** Not within another note, nor between its brackets. */
function behindNote(manuscript: Manuscript, offset: number): number {
  const { text } = manuscript;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  for (const { index, 0: note } of text.lineText(line).matchAll(/\[\[.*?\]\]|<!--.*?-->|\/\*.*?\*\//g)) {
    if (start + index < offset && offset < start + index + note.length) return start + index + note.length;
  }
  return offset;
}

function insertion({ text }: Manuscript, at: number, body: string): TextEdit {
  const before = text.slice(at - 1, at);
  const after = text.slice(at, at + 1);
  const lead = at > 0 && /\S/.test(before) ? ' ' : '';
  const tail = /[\p{L}\p{N}[({“"]/u.test(after) ? ' ' : '';
  return { start: at, end: at, insert: `${lead}[[${body}]]${tail}` };
}

/** Whether the edits add one annotation each and change nothing else of what the manuscript says. */
function isRead(manuscript: Manuscript, edits: readonly TextEdit[]): boolean {
  const after = manuscript.edit(lastFirst(edits));
  const marks = (one: Manuscript) => itemsOf(one.facts).filter(({ type }) => type === 'mark').length;
  if (marks(after) !== marks(manuscript) + edits.length) return false;
  return said(manuscript) === said(after) && elements(manuscript) === elements(after);
}

/** Of a manuscript, all but its annotations. */
function said({ facts }: Manuscript): string {
  return JSON.stringify([facts.head, itemsOf(facts).filter(({ type }) => type !== 'mark')]);
}

function elements(manuscript: Manuscript): string {
  if (!(manuscript instanceof Script)) return '';
  const end = lineEndOf(manuscript.text);
  const found: string[] = [];
  for (const { type, text } of manuscript.elements()) {
    if (type !== 'note') found.push(`${type}:${text.replace(/\s+/g, ' ').trim()}`);
  }
  return found.join(end);
}
