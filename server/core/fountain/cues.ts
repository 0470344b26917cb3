import type { CueItem } from '../facts/file-facts.ts';
import { isUpperCase, trimmedEnd } from './characters.ts';

const OPEN = 40;
const CLOSE = 41;
const CARET = 94;

/** Where a cue ends when the `^` of a dual speech and the spaces before it are left out. */
export function withoutCaret(text: string, from: number, to: number): number {
  if (to <= from || text.charCodeAt(to - 1) !== CARET) return to;
  return trimmedEnd(text, from, to - 1);
}

/** Whether a trimmed line, without its `^`, is in the form of a cue: upper case but for the extensions at its end. */
export function isCueForm(text: string, from: number, to: number): boolean {
  const name = nameEnd(text, from, to);
  return name > from && isUpperCase(text, from, name);
}

/** Where the name ends: the groups in brackets at the end of the line, each balanced in itself, are extensions. */
function nameEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === CLOSE) {
    let open = end - 1;
    let depth = 1;
    while (depth > 0 && open > from) {
      open--;
      const code = text.charCodeAt(open);
      if (code === CLOSE) depth++;
      else if (code === OPEN) depth--;
    }
    if (depth > 0) break;
    end = trimmedEnd(text, from, open);
  }
  return end;
}

/**
 * What a cue says. `text` is trimmed, without `@` and `^`. Several extensions are one, parted by commas. What is all in
 * brackets, `@(a voice)`, is a name: nobody is without one.
 */
export function cueItem(text: string): CueItem {
  const end = nameEnd(text, 0, text.length);
  if (end === text.length || end === 0) return { type: 'cue', name: text };
  const extension = text
    .slice(end)
    .trim()
    .slice(1, -1)
    .split(/\)\s*\(/)
    .map((part) => part.trim())
    .join(', ');
  return { type: 'cue', name: text.slice(0, end), extension };
}
