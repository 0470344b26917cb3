import type { Manuscript } from '../manuscript.ts';
import { headSpan } from '../query/head.ts';
import { digestOf } from '../season/digest.ts';
import type { Span } from '../text/span.ts';

/** Whether `[[ignore: …]]` silences a rule at a place. */
export type Ignored = (code: string, span: Span) => boolean;

/**
 * Reads the ignores of a text. One at the top of the file, before anything but the title page, other ignores and what says
 * the form, holds for the file; any other for the next line that is not blank (and holds more than ignores), and for its
 * own line where that has other text.
 */
export function ignoresOf(manuscript: Manuscript): Ignored {
  const everywhere = new Set<string>();
  const byLine = new Map<number, Set<string>>();
  const { text } = manuscript;
  const marks = digestOf(manuscript.facts)
    .marks.filter(({ mark }) => mark.kind === 'ignore' || mark.kind === 'form')
    .map(({ mark, item }) => ({ mark, span: manuscript.place(item) }));
  if (!marks.some(({ mark }) => mark.kind === 'ignore')) return () => false;
  let topEnd = headSpan(manuscript)?.end ?? 0;
  for (const { mark, span } of marks) {
    if (span.start >= topEnd && text.slice(topEnd, span.start).trim() === '') {
      topEnd = span.end;
      for (const code of mark.ids) everywhere.add(code);
      continue;
    }
    if (mark.kind === 'form') continue;
    for (const line of linesOf(manuscript, span)) {
      const codes = byLine.get(line) ?? new Set();
      byLine.set(line, codes);
      for (const code of mark.ids) codes.add(code);
    }
  }
  return (code, span) => everywhere.has(code) || byLine.get(text.lineAt(span.start))?.has(code) === true;
}

const IGNORES = /\[\[\s*ignore\s*:[^\]]*\]\]|<!--\s*ignore\s*:.*?-->/gi;

/** The lines that an ignore within the text is about. */
function linesOf({ text }: Manuscript, span: Span): number[] {
  const own = text.lineAt(span.start);
  const lines = isBlank(text.lineText(own)) ? [] : [own];
  for (let line = own + 1; line < text.lineCount; line++) {
    if (isBlank(text.lineText(line))) continue;
    return [...lines, line];
  }
  return lines;
}

/** Nothing, or nothing but ignores. */
function isBlank(line: string): boolean {
  return line.replace(IGNORES, '').trim() === '';
}
