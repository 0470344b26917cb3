import { type TokenSpan, tokenModifiers, tokenTypes } from '../core/query/answers.ts';
import type { SourceText } from '../core/text/source-text.ts';

/** Five numbers a token, as LSP has them: line and character counted from the token before, length, type, modifiers. */
export function encodeTokens(text: SourceText, tokens: readonly TokenSpan[]): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const token of tokens) {
    const type = tokenTypes.indexOf(token.type);
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
    for (const { line, character, length } of lines(text, token)) {
      data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length, type, modifiers);
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

/** The parts of a span, line by line and without line ends: most editors take no token that goes over several lines. */
function* lines(text: SourceText, { start, end }: TokenSpan) {
  for (let line = text.lineAt(start); line < text.lineCount; line++) {
    const lineStart = text.lineStart(line);
    if (lineStart >= end) return;
    const from = Math.max(start, lineStart);
    const to = Math.min(end, lineStart + text.lineText(line).length);
    if (to > from) yield { line, character: from - lineStart, length: to - from };
  }
}

export interface DataEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data?: number[];
}

/** The one edit that makes the new data of the old; none where they are equal. */
export function dataEdits(old: readonly number[], now: readonly number[]): DataEdit[] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < shorter - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const deleteCount = old.length - tail - start;
  const data = now.slice(start, now.length - tail);
  if (deleteCount === 0 && data.length === 0) return [];
  return [{ start, deleteCount, ...(data.length > 0 && { data }) }];
}
