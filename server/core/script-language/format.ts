import type { Script } from '../fountain/script.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { lineEdits } from './format-line.ts';
import { type FormatLine, FormatLines } from './format-lines.ts';
import { saysTheSame } from './says-the-same.ts';

export interface FormatOptions {
  /** Scene headings in capitals. */
  readonly capitals: boolean;
}

/**
 * What brings a script into its usual form, or the lines of it that a span touches: small edits in order, none touching
 * another. It changes spaces, blank lines and the case of scene headings, and only where what is printed stays the same;
 * notes, boneyards, scene numbers, and what is forced stay as they are. What has been formatted stays as it is.
 */
export function formatScript(script: Script, options: FormatOptions, span?: Span): TextEdit[] {
  const { text } = script;
  const first = text.lineAt(span?.start ?? 0);
  const last = text.lineAt(span?.end ?? text.length);
  const lines = new FormatLines(script, first, last);
  const edits: TextEdit[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines.at(number);
    if (line.isBlank) {
      const run = formatBlanks(lines, line, last);
      // A run of which one edit cannot be made is left whole: the line that is to part what is around it might be the other.
      if (!run.edits.some((edit) => joinsLineEnds(text, edit))) edits.push(...run.edits);
      number = run.last;
    } else {
      const above = lines.at(number - 1);
      if (wantsBlankBefore(line, above))
        edits.push({ start: line.start, end: line.start, insert: text.slice(above.end, line.start) });
      edits.push(...lineEdits(line, options));
    }
  }
  return harmless(
    script,
    edits.filter((edit) => !joinsLineEnds(text, edit)),
  );
}

/**
 * Those edits after which the script says what it said. Nearly always all of them do: then the script is read once more.
 * Where they do not, they are tried by halves, so that a few bad ones cost no more than a few readings each.
 */
function harmless(script: Script, edits: readonly TextEdit[], kept: readonly TextEdit[] = []): TextEdit[] {
  const all = [...kept, ...edits];
  if (edits.length === 0 || saysTheSame(script, script.edit(all.toReversed()))) return all;
  if (edits.length === 1) return [...kept];
  const half = edits.length >> 1;
  return harmless(script, edits.slice(half), harmless(script, edits.slice(0, half), kept));
}

/** Where a line ends in a lone return, and the next in a line feed, what parts them stays. */
function joinsLineEnds(text: SourceText, { start, end }: TextEdit): boolean {
  return text.slice(start - 1, start) === '\r' && text.slice(end, end + 1) === '\n';
}

/** What brings the line above a new line into its usual form, where it is of a sort that has one and is done with. */
export function formatFinishedLine(script: Script, offset: number, options: FormatOptions): TextEdit[] {
  const number = script.text.lineAt(offset) - 1;
  if (number < 0) return [];
  const line = new FormatLines(script, number, number).at(number);
  const type = line.element?.type;
  return type === 'scene_heading' ||
    type === 'character' ||
    type === 'transition' ||
    type === 'section' ||
    type === 'synopsis'
    ? lineEdits(line, options)
    : [];
}

/** Leaves one line of a run of blank ones, and none at the end of the script; tells the last line of the run. */
function formatBlanks(lines: FormatLines, first: FormatLine, to: number): { edits: TextEdit[]; last: number } {
  const edits: TextEdit[] = [];
  let last = first;
  while (last.number < to && lines.at(last.number + 1).isBlank) last = lines.at(last.number + 1);
  const isLast = last.number === lines.count - 1;
  const end = isLast ? last.end : lines.at(last.number + 1).start;
  const remove = (start: number, to: number) => {
    if (to > start) edits.push({ start, end: to, insert: '' });
  };
  if (lines.at(first.number - 1).isBlank || (isLast && first.number > 0)) {
    remove(first.start, end);
  } else {
    remove(first.start, first.end);
    if (last !== first) remove(lines.at(first.number + 1).start, end);
  }
  return { edits, last: last.number };
}

/** A section or synopsis counts as blank beside a heading, cue or transition, but parts them less clearly than a blank line. */
function wantsBlankBefore({ element, start, startsInCut }: FormatLine, { element: above }: FormatLine): boolean {
  if (element?.start !== start || startsInCut) return false;
  const { type } = element;
  const isApart = type === 'scene_heading' || type === 'character' || type === 'transition';
  return isApart && (above?.type === 'section' || above?.type === 'synopsis');
}
