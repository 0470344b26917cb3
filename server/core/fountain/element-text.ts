import { withoutCaret } from './cues.ts';
import { Remainders } from './cuts.ts';
import type { Cut, CutType, NodeType } from './elements.ts';
import { headingParts } from './headings.ts';

const LINE_END = /\r\n|\n|\r/;

/**
 * The words of an element: without forcing marks, notes and boneyards, its lines joined by `\n`.
 *
 * @param raw the text of its lines
 * @param base the offset in `raw` that is 0 to the cuts
 */
export function nodeText(type: NodeType, raw: string, cuts: readonly Cut[], base: number): string {
  const lines = remainingLines(raw, cuts, base);
  const trimmed = lines.map((line) => line.trim());
  const text = trimmed.join('\n');
  switch (type) {
    case 'action':
      return lines.map(actionLine).join('\n');
    case 'title_page':
      return titlePageValue(trimmed);
    case 'scene_heading':
      return headingParts(unforced(text, '.')).heading;
    case 'character': {
      const cue = unforced(text, '@');
      return cue.slice(0, withoutCaret(cue, 0, cue.length));
    }
    case 'lyric':
      return trimmed.map((line) => unforced(line, '~')).join('\n');
    case 'transition':
      return unforced(text, '>');
    case 'centered':
      return text.slice(1, -1).trim();
    case 'page_break':
      return '';
    case 'section':
      return text.replace(/^#+/, '').trim();
    case 'synopsis':
      return unforced(text, '=');
    case 'dialogue':
    case 'parenthetical':
      return text;
  }
}

/** The key of an entry of the title page. */
export function titlePageKey(raw: string, cuts: readonly Cut[], base: number): string {
  const line = remainingLines(raw, cuts, base)[0]!;
  return line.slice(0, line.indexOf(':')).trim();
}

/** The number at the end of a scene heading, if there is one. */
export function headingNumber(raw: string, cuts: readonly Cut[], base: number): string | undefined {
  return headingParts(remainingLines(raw, cuts, base).join('').trim()).number;
}

/** How many `#` a section begins with. */
export function sectionDepth(raw: string, cuts: readonly Cut[], base: number): number {
  return /^#*/.exec(remainingLines(raw, cuts, base).join('').trim())![0].length;
}

/** Whether a cue asks to be spoken beside the speech before. */
export function hasCaret(raw: string, cuts: readonly Cut[], base: number): boolean {
  return remainingLines(raw, cuts, base).join('').trimEnd().endsWith('^');
}

/** The inside of a note or boneyard, brackets in `raw` included; boneyards inside a note are left out. */
export function cutText(type: CutType, raw: string, cuts: readonly Cut[], base: number): string {
  const buried = type === 'note' ? cuts.filter((cut) => cut.type === 'boneyard') : [];
  const inside = new Remainders(raw, buried, base).of(2, raw.length - 2) ?? raw.slice(2, -2);
  return inside
    .split(LINE_END)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** A plain `split` takes a fraction of the time of one by a pattern. */
function linesOf(raw: string): string[] {
  return raw.includes('\r') ? raw.split(LINE_END) : raw.split('\n');
}

/** The lines of an element without notes and boneyards; those that hold nothing else are left out. */
function remainingLines(raw: string, cuts: readonly Cut[], base: number): string[] {
  if (cuts.length === 0) return linesOf(raw);
  const remainders = new Remainders(raw, cuts, base);
  const lines: string[] = [];
  let start = 0;
  for (const line of linesOf(raw)) {
    const end = start + line.length;
    const left = remainders.of(start, end);
    if (left === undefined) lines.push(line);
    else if (left.trim() !== '') lines.push(left);
    start = raw.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function actionLine(line: string): string {
  return line.replace(/^(\s*)!/, '$1').replaceAll('\t', '    ');
}

function titlePageValue(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  return [first.slice(first.indexOf(':') + 1).trim(), ...others].filter((line) => line !== '').join('\n');
}

function unforced(text: string, mark: string): string {
  return text.startsWith(mark) ? text.slice(1).trim() : text;
}
