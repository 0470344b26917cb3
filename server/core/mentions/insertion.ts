import type { Cut } from '../fountain/elements.ts';
import type { PlacedBlock, Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { lineEndOf } from '../text/line-ends.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Passage as ProsePassage } from './prose.ts';

type Passage = Pick<ProsePassage, 'kind' | 'start' | 'end'>;

/** Where notes go, and what stands around them there. */
export interface Insertion {
  readonly at: number;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/**
 * Where a note about a passage goes, so that nothing of what is printed changes: in a treatment on a line of its own at the
 * end of the paragraph, in a script in a paragraph of its own after the action or speech. Undefined where no place is safe.
 */
export function insertionAfter(manuscript: Manuscript, passage: Passage): Insertion | undefined {
  const lineEnd = lineEndOf(manuscript.text);
  if (manuscript.kind === 'script') return inScript(manuscript as Script, passage, lineEnd);
  return inTreatment(manuscript.text, passage, lineEnd);
}

function inTreatment(text: SourceText, { kind, end }: Passage, lineEnd: string): Insertion {
  // A note lies on one line, so that no bracket left open above takes it in; and no block begins with a bracket, so that
  // the line belongs to the paragraph, also in a quote or list.
  if (kind === 'prose') return { at: end, before: lineEnd, between: lineEnd, after: '' };
  const next = text.lineAt(end) + 1;
  const after = text.lineText(next).trim() === '' ? '' : lineEnd;
  return { at: end, before: lineEnd + lineEnd, between: lineEnd, after };
}

function inScript(script: Script, passage: Span, lineEnd: string): Insertion | undefined {
  const block = blockOf(script, passage);
  const at = block && afterCuts(block, passage.end);
  if (at === undefined) return undefined;
  const line = script.text.lineAt(at);
  if (at !== script.text.lineStart(line) + script.text.lineText(line).length) return undefined;
  if (line + 1 >= script.text.lineCount || isHardBlank(script.text.lineText(line + 1))) {
    return { at, before: lineEnd + lineEnd, between: lineEnd, after: '' };
  }
  // Something follows at once, to which a line of notes would be a blank line: on the same line a note is nothing at all.
  // But a bracket that is open before it would take it in.
  return hasBracket(script.text, block!, at) ? undefined : { at, before: '', between: '', after: '' };
}

/** The block that a passage lies in. */
function blockOf(script: Script, passage: Span): PlacedBlock | undefined {
  for (const placed of script.blocks(passage.start)) {
    if (placed.start + placed.block.length > passage.start) return placed;
  }
  return undefined;
}

/** The offset, or where the notes and boneyards end in which it lies. Undefined where they end in another block. */
function afterCuts({ block, start }: PlacedBlock, offset: number): number | undefined {
  let at = offset;
  for (const cut of block.cuts) {
    if (start + cut.start >= at) break;
    if (start + cut.end > at || (start + cut.end === at && cut.continues)) {
      if (cut.continues) return undefined;
      at = start + cut.end;
    }
  }
  return at;
}

/** Whether a `[` stands in the block before an offset, outside of notes and boneyards. */
function hasBracket(text: SourceText, { block, start }: PlacedBlock, end: number): boolean {
  let left = '';
  let at = start;
  for (const cut of outermost(block.cuts)) {
    if (start + cut.start >= end) break;
    left += text.slice(at, start + cut.start);
    at = start + cut.end;
  }
  return (left + text.slice(at, end)).includes('[');
}

function outermost(cuts: readonly Cut[]): Cut[] {
  let end = Number.NEGATIVE_INFINITY;
  return cuts.filter((cut) => {
    if (cut.start < end) return false;
    end = cut.end;
    return true;
  });
}

/** White space other than two or more spaces: what ends a block of a script. */
function isHardBlank(line: string): boolean {
  return line.trim() === '' && !/^ {2,}$/.test(line);
}
