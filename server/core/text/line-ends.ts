import type { SourceText } from './source-text.ts';

/** How many of the first `end` units of the text are a `\r` with no `\n` after it. */
export function countLoneReturns(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\r'); at !== -1 && at < end; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') count++;
  }
  return count;
}

/** Where each line of the text starts; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** The line end that a text uses first; `\n` where it has but one line. */
export function lineEndOf(text: SourceText): string {
  const second = text.lineStart(1);
  const end = text.slice(Math.max(0, second - 2), second);
  return end === '\r\n' ? end : end.endsWith('\r') ? '\r' : '\n';
}
