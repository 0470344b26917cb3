import { isUpperCase } from '../fountain/characters.ts';
import type { ElementType } from '../fountain/elements.ts';
import { hasHeadingPrefix, headingAsPrinted, headingParts, spacedHeading } from '../fountain/headings.ts';
import type { TextEdit } from '../text/span.ts';
import type { FormatOptions } from './format.ts';
import type { FormatLine } from './format-lines.ts';

/** Elements that are printed without the spaces before them. */
const set: ReadonlySet<ElementType> = new Set<ElementType>([
  ...(['scene_heading', 'character', 'dialogue', 'parenthetical', 'lyric', 'transition'] as const),
  ...(['centered', 'page_break', 'section', 'synopsis'] as const),
]);

/** What brings one line into its usual form, in order. */
export function lineEdits(line: FormatLine, options: FormatOptions): TextEdit[] {
  const { start, text } = line;
  const edit = (from: number, to: number, insert: string) => ({ start: start + from, end: start + to, insert });
  const edits: TextEdit[] = [];
  const from = leading(line);
  const to = trailing(line);
  if (from > 0) edits.push(edit(0, from, ''));
  const inner = innerEnd(line, to);
  if (inner > from && isWhole(line)) {
    const was = text.slice(from, inner);
    edits.push(...differences(was, formed(line, was, options), start + from));
  }
  if (to < text.length) edits.push(edit(to, text.length, ''));
  return edits;
}

/** Where the line begins once it has no spaces before it. The first line of all says by them that it is no title page. */
function leading({ number, element, startsInCut, text }: FormatLine): number {
  if (number === 0 || startsInCut || !element || !set.has(element.type)) return 0;
  return /^[ \t]*/.exec(text)![0].length;
}

/** Where the line ends once it has no spaces behind it. They are the usual way to say that `CUT TO: ` is no transition. */
function trailing({ element, endsInCut, isBlank, text }: FormatLine): number {
  const bare = text.replace(/[ \t]+$/, '');
  if (endsInCut || isBlank || bare === '' || text.length === bare.length) return text.length;
  return element?.type === 'action' && /TO:\s*$/.test(element.text) && isUpperCase(bare, 0, bare.length)
    ? text.length
    : bare.length;
}

/** Where the words end that a line has before the notes at its end; 0 where there are notes between words. */
function innerEnd({ start, cuts, text }: FormatLine, to: number): number {
  const first = Math.min(...cuts.map((cut) => cut.start - start), to);
  if (first === to) return to;
  let at = first;
  for (const cut of cuts) {
    if (text.slice(at, Math.max(at, cut.start - start)).trim() !== '') return 0;
    at = Math.max(at, cut.end - start);
  }
  return text.slice(at).trim() === '' ? Math.max(0, text.slice(0, Math.max(0, first)).trimEnd().length) : 0;
}

/** Whether the line is all of its element. */
function isWhole({ element, start, end }: FormatLine): boolean {
  return element?.start === start && element.end === end;
}

/** The words of a line in their usual form; as they are, where there is none. */
function formed({ element }: FormatLine, text: string, options: FormatOptions): string {
  switch (element?.type) {
    case 'scene_heading':
      return heading(text, options);
    case 'character':
      return text.replace(/^@[ \t]+(?=\S)/, '@').replace(/(?<=[^\s^@])[ \t]*\^$/, ' ^');
    case 'transition':
      return text.replace(/^>[ \t]*(?=[^\s<])/, '> ');
    case 'centered':
      return text.replace(/^>[ \t]*(\S(?:.*\S)?)[ \t]*<$/, (line, inside) => (inside === '<' ? line : `> ${inside} <`));
    case 'section':
      return text.replace(/^(#+)[ \t]*(?=[^\s#])/, '$1 ');
    case 'synopsis':
      return text.replace(/^=[ \t]*(?=[^\s=])/, '= ');
    default:
      return text;
  }
}

/** A heading as it is printed, with its number; as it is, where it is forced, or would be read as something else. */
function heading(text: string, { capitals }: FormatOptions): string {
  if (!hasHeadingPrefix(text, 0, text.length)) return text;
  const { heading, number } = headingParts(text);
  const form = capitals ? headingAsPrinted(heading) : spacedHeading(heading);
  const whole = number === undefined ? form : `${form} #${number}#`;
  const read = headingParts(whole);
  return read.heading === form && read.number === number && hasHeadingPrefix(whole, 0, whole.length) ? whole : text;
}

/** The edit between two forms of a text: only what differs. */
function differences(was: string, now: string, at: number): TextEdit[] {
  if (was === now) return [];
  let head = 0;
  while (head < was.length && head < now.length && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < now.length - head && was.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return [{ start: at + head, end: at + was.length - tail, insert: now.slice(head, now.length - tail) }];
}
