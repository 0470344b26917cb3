import { kindInfo } from '../annotations/kinds.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Span } from '../text/span.ts';

const forms = [
  { open: '[[', close: ']]' },
  { open: '<!--', close: '-->' },
] as const;

/**
 * What is there twice where somebody has typed the end of an annotation before one that was there already, as completion
 * writes it: `[[setup: gun]]|]]`. Undefined where nothing is, or where it may be meant.
 *
 * @param offset right behind what was typed
 */
export function doubledCloser({ text, kind }: Manuscript, offset: number): Span | undefined {
  const start = text.lineStart(text.lineAt(offset));
  const line = text.lineText(text.lineAt(offset));
  const before = line.slice(0, offset - start);
  const rest = line.slice(before.length);
  for (const { open, close } of forms) {
    if (!before.endsWith(close) || (open === '<!--' && kind === 'script')) continue;
    const opening = before.lastIndexOf(open);
    const inside = before.slice(opening + open.length, -close.length);
    const word = /^\s*([a-z]+)\s*:/i.exec(inside)?.[1];
    // Behind one that is open still, the second may be the end of that.
    const head = before.slice(0, Math.max(0, opening));
    const isLone = opening >= 0 && head.lastIndexOf(open) <= head.lastIndexOf(close);
    const spaces = /^[^\S\r\n]*/.exec(rest)![0].length;
    if (!word || !kindInfo(word.toLowerCase()) || inside.includes(close) || !isLone) continue;
    if (rest.startsWith(close, spaces)) return { start: offset, end: offset + spaces + close.length };
  }
  return undefined;
}

/** A mark of a lyric that somebody has typed where Enter had begun the line with one: `~~|`. It goes as above. */
export function doubledLyricMark({ text, kind }: Manuscript, offset: number): Span | undefined {
  const line = text.lineAt(offset);
  const isThere =
    kind === 'script' && line > 0 && text.lineText(line) === '~~' && text.lineText(line - 1).startsWith('~');
  return isThere && offset === text.lineStart(line) + 2 ? { start: offset - 1, end: offset } : undefined;
}
