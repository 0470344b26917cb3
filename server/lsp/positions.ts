import type { Position, Range } from 'vscode-languageserver';
import type { SourceText } from '../core/text/source-text.ts';
import type { Span, TextEdit } from '../core/text/span.ts';

/** LSP's positions as offsets of the core; the way back is in `workspace/lines.ts`. */

/** What lies outside the text is moved to its nearest end, and what lies beyond a line to the line's end, as LSP has it. */
export function offsetAt(text: SourceText, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= text.lineCount) return text.length;
  return text.lineStart(line) + Math.min(Math.max(0, character), text.lineText(line).length);
}

export function spanOf(text: SourceText, range: Range): Span {
  const start = offsetAt(text, range.start);
  return { start, end: Math.max(start, offsetAt(text, range.end)) };
}

/** A change as an editor sends it, in the text that it applies to. */
export function editOf(text: SourceText, change: { readonly range: Range; readonly text: string }): TextEdit {
  return { ...spanOf(text, change.range), insert: change.text };
}
