import type { Script } from '../fountain/script.ts';
import type { QueryContext } from '../query/context.ts';
import type { Completion } from '../study-language/complete.ts';
import type { ScriptCursor } from './script-cursor.ts';
import { type Gap, sameWord } from './used-words.ts';

/** What is known around a cursor in a script. */
export interface Around {
  readonly context: QueryContext;
  readonly script: Script;
  readonly gap: Gap;
}

/** The cursor of one sort of place. */
export type CursorAt<At extends ScriptCursor['at']> = Extract<ScriptCursor, { at: At }>;

type Offered = Omit<Completion, 'kind' | 'edit'>;

/**
 * Words to go on with, in their order, each once, as far as they can be what is being written. None at all where one of them
 * stands there in full: what is whole is not gone on with by accident.
 *
 * @param insert what is written for a word
 */
export function offer<T extends Offered>(
  { span, written, typed }: Pick<ScriptCursor, 'span' | 'written' | 'typed'>,
  kind: Completion['kind'],
  words: Iterable<T>,
  insert: (one: T) => string = ({ label }) => label,
): Completion[] {
  const whole = sameWord(written.trim());
  const begun = sameWord(typed.trim());
  const seen = new Set<string>();
  const offered: Completion[] = [];
  for (const one of words) {
    const key = sameWord(one.label);
    if (key === whole) return [];
    if (seen.has(key) || !fits(begun, key)) continue;
    seen.add(key);
    offered.push({ ...one, kind, edit: { ...span, insert: insert(one) } });
  }
  return offered;
}

/** Whether what is typed has its letters in a word, in their order, and begins as the word or a part of it does. */
function fits(typed: string, word: string): boolean {
  if (typed === '') return true;
  for (let start = word.indexOf(typed[0]!); start >= 0; start = word.indexOf(typed[0]!, start + 1)) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(word[start - 1]!)) continue;
    let at = start;
    for (let i = 0; i < typed.length && at >= 0; i++) at = word.indexOf(typed[i]!, at) + 1 || -1;
    if (at >= 0) return true;
  }
  return false;
}
