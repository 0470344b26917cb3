import { factItems } from '../../facts/file-facts.ts';
import type { Manuscript } from '../../manuscript.ts';
import { lineEndOf } from '../../text/line-ends.ts';
import type { TextEdit } from '../../text/span.ts';

const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;

/**
 * Puts a note in a paragraph of its own beneath a heading. Undefined where the note would not be read as one there, or
 * where anything else of what is known of the text would change by it.
 */
export function beneathHeading(manuscript: Manuscript, heading: number, note: string): TextEdit | undefined {
  const { text } = manuscript;
  let line = text.lineAt(manuscript.place(heading).end);
  const isUnderlined = manuscript.kind === 'treatment' && line + 1 < text.lineCount;
  if (isUnderlined && UNDERLINE.test(text.lineText(line + 1))) line++;
  const end = text.lineStart(line) + text.lineText(line).length;
  const eol = lineEndOf(text);
  const isFollowed = line + 1 < text.lineCount && text.lineText(line + 1).trim() !== '';
  const edit = { start: end, end, insert: `${eol}${eol}${note}${isFollowed ? eol : ''}` };
  return addsOneMark(manuscript, heading, edit) ? edit : undefined;
}

/**
 * Puts a note in a paragraph of its own above or below the paragraph at an offset. Undefined where it would not be read as
 * one there.
 */
export function besideParagraph(
  manuscript: Manuscript,
  offset: number,
  side: 'above' | 'below',
  note: string,
): TextEdit | undefined {
  const { text } = manuscript;
  const isBlank = (line: number) => text.lineText(line).trim() === '';
  const eol = lineEndOf(text);
  let line = text.lineAt(offset);
  if (side === 'above') {
    while (line > 0 && !isBlank(line - 1)) line--;
    const start = text.lineStart(line);
    const edit = { start, end: start, insert: `${note}${eol}${eol}` };
    return addsOneMark(manuscript, -1, edit) ? edit : undefined;
  }
  while (line + 1 < text.lineCount && !isBlank(line + 1)) line++;
  const end = text.lineStart(line) + text.lineText(line).length;
  const edit = { start: end, end, insert: `${eol}${eol}${note}` };
  return addsOneMark(manuscript, -1, edit) ? edit : undefined;
}

/** Whether by an edit one mark is added to what is known of the text, below an item, and nothing else changes. */
function addsOneMark(manuscript: Manuscript, heading: number, edit: TextEdit): boolean {
  const before = factItems(manuscript.facts);
  const after = factItems(manuscript.edit([edit]).facts);
  if (after.length !== before.length + 1) return false;
  const added = after.findIndex((item, i) => i > heading && item.type === 'mark' && before[i] !== item);
  const same = (i: number) => JSON.stringify(after[i < added ? i : i + 1]) === JSON.stringify(before[i]);
  return added >= 0 && before.every((_, i) => same(i));
}
