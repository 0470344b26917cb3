import type { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/**
 * What a line is, as far as it matters to what belongs together: `aside` holds nothing but notes, comments and boneyards;
 * `section`, `synopsis` and `page_break` are those of scripts; everything else that is not blank is `text`.
 */
export type LineKind = 'blank' | 'aside' | 'section' | 'synopsis' | 'page_break' | 'text';

const NOTES = /\[\[[^\r\n]*?\]\]|<!--[^\r\n]*?-->/g;

export function lineKind(manuscript: Manuscript, line: number): LineKind {
  if (isBlankLine(manuscript, line)) return 'blank';
  const { text } = manuscript;
  if (manuscript.kind === 'treatment') {
    const written = text.lineText(line);
    return /^(?: {4}|\t)/.test(written) || written.replace(NOTES, '').trim() !== '' ? 'text' : 'aside';
  }
  const start = text.lineStart(line);
  const end = lineEnd(text, line);
  for (const element of (manuscript as Script).elements(start, end)) {
    const { type } = element;
    if (type === 'note' || type === 'boneyard' || element.end < start || element.start > end) continue;
    return type === 'section' || type === 'synopsis' || type === 'page_break' ? type : 'text';
  }
  return 'aside';
}

/** Whether a line parts what stands above it from what stands below. Two spaces in a script are an empty line of a speech. */
export function isBlankLine({ kind, text }: Manuscript, line: number): boolean {
  const written = text.lineText(line);
  return written.trim() === '' && (kind === 'treatment' || !/^ {2,}$/.test(written));
}

/** The last line above `line` that is not blank. */
export function contentBefore(manuscript: Manuscript, line: number): number | undefined {
  for (let at = line - 1; at >= 0; at--) if (!isBlankLine(manuscript, at)) return at;
  return undefined;
}

/** The first line from `line` on that is not blank. */
export function contentFrom(manuscript: Manuscript, line: number): number | undefined {
  const { lineCount } = manuscript.text;
  for (let at = line; at < lineCount; at++) if (!isBlankLine(manuscript, at)) return at;
  return undefined;
}

/** Where a line starts, after a byte-order mark. */
export function lineStart(text: SourceText, line: number): number {
  const start = text.lineStart(line);
  return start === 0 && text.slice(0, 1) === '\ufeff' ? 1 : start;
}

/** Where a line ends, before its line end. */
export function lineEnd(text: SourceText, line: number): number {
  return text.lineStart(line) + text.lineText(line).length;
}

/** A note or boneyard of a script that an offset lies within. */
export function cutAt(manuscript: Manuscript, offset: number): Span | undefined {
  if (manuscript.kind !== 'script') return undefined;
  for (const element of (manuscript as Script).elements(offset, offset)) {
    const { type, start, end } = element;
    if ((type === 'note' || type === 'boneyard') && start < offset && offset < end) return element;
  }
  return undefined;
}
