import type { PrintedElement } from './element.ts';
import type { Cursor, Placed } from './fill.ts';
import type { PageGeometry } from './format.ts';
import { columnIndentOf, columnWidthOf, continuedCue, type Part, partsOf } from './paragraph.ts';
import { rowsFrom } from './split.ts';
import { linesFrom } from './wrap.ts';

/** Where things stand across the page, in characters from the left margin: 2.5, 3.1 and 3.7 inches from the edge of the paper. */
const DIALOGUE = 10;
const PARENTHETICAL = 16;
const CUE = 22;

const MORE = '(MORE)';
/**
 * A page as lines of text, without page numbers.
 *
 * @param elements the words of a block
 * @param next where the next page begins
 */
export function printPage(
  placed: readonly Placed[],
  next: Cursor | undefined,
  elements: (block: number) => readonly PrintedElement[],
  page: PageGeometry,
): string[] {
  const lines: string[] = [];
  const print = (at: number, text: string) => {
    while (lines.length <= at) lines.push('');
    lines[at] = joined(lines[at]!, text);
  };
  for (const [i, one] of placed.entries()) {
    const parts = partsOf(elements(one.block), one.paragraph, page);
    if (one.inColumn) {
      const indent = placed[i - 1]?.line === one.line ? page.action - page.column : 0;
      columnLines(parts, page).forEach((line, row) => {
        print(one.line + row, ' '.repeat(indent) + line);
      });
      continue;
    }
    const goesOn = next && next.block === one.block && next.paragraph === one.paragraph ? next : undefined;
    const isSpeech = parts[0]!.type === 'character';
    if (isSpeech && one.part > 0) {
      const cue = linesFrom(continuedCue(parts[0]!.text), 0, parts[0]!.width, Math.min(one.line, 2));
      cue.forEach(({ from, to }, row) => {
        print(one.line - cue.length + row, ' '.repeat(CUE) + continuedCue(parts[0]!.text).slice(from, to));
      });
    }
    rowsFrom(parts, one, one.height).forEach((row, at) => {
      const { text } = parts[row.part]!;
      const to = goesOn?.part === row.part ? Math.min(row.to, goesOn.offset) : row.to;
      print(one.line + at, indented(parts[row.part]!, text.slice(row.from, to).trimEnd(), page, isSpeech));
    });
    if (goesOn && isSpeech) print(one.line + one.height, ' '.repeat(CUE) + MORE);
  }
  return lines;
}

function columnLines(parts: readonly Part[], page: PageGeometry): string[] {
  return parts.flatMap((part) => {
    const lines = linesFrom(part.text, 0, columnWidthOf(part, page), Number.POSITIVE_INFINITY);
    return lines.map(({ from, to }) => ' '.repeat(columnIndentOf(part)) + part.text.slice(from, to));
  });
}

function indented({ type }: Part, line: string, page: PageGeometry, inSpeech: boolean): string {
  if (line === '') return '';
  switch (type) {
    case 'character':
      return ' '.repeat(CUE) + line;
    case 'parenthetical':
      return ' '.repeat(PARENTHETICAL) + line;
    case 'dialogue':
      return ' '.repeat(DIALOGUE) + line;
    case 'lyric':
      return inSpeech ? ' '.repeat(DIALOGUE) + line : line;
    case 'transition':
      return line.padStart(page.action);
    case 'centered':
      return line.padStart(Math.floor((page.action + line.length) / 2));
    default:
      return line;
  }
}

/** Two texts on one line, the second of which begins with the space that the first takes. */
function joined(first: string, second: string): string {
  return first + second.slice(first.length);
}
