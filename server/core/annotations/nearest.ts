import { SPELLINGS } from './kinds.ts';

/**
 * Words that people write before a colon in notes of their own, though they are one slip away from a kind: `draft` is no
 * `craft`. What the text cannot decide is not reported.
 */
const ORDINARY = new Set(
  (
    'draft drafts graft kraft crafts crafty known snows plans plane plank plants planet slant plait seeds speed seedy ' +
    'turns burns forms forum users buses fuses muses learn learnt yearns storey stormy stork layoff reveler remainder'
  ).split(' '),
);

/** Whether a word that is one slip away from a kind is a word in its own right, and by itself decides nothing. */
export function isOrdinary(word: string): boolean {
  return ORDINARY.has(word.toLowerCase());
}

/**
 * The spelling of a kind that is one slip away from the word: one letter too many, too few, wrong, or two neighbours
 * swapped. Undefined for a word that spells a kind.
 */
export function nearestKind(word: string): string | undefined {
  if (word.length < 2 || word.length > 10) return undefined;
  const lower = word.toLowerCase();
  if (SPELLINGS.includes(lower)) return undefined;
  return SPELLINGS.find((spelling) => oneSlipApart(lower, spelling));
}

/** Whether two different words are one insertion, deletion, substitution or swap of neighbours apart. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  if (a.length < b.length) return a.slice(head) === b.slice(head + 1);
  if (a.length > b.length) return a.slice(head + 1) === b.slice(head);
  if (a.slice(head + 1) === b.slice(head + 1)) return true;
  return a[head] === b[head + 1] && a[head + 1] === b[head] && a.slice(head + 2) === b.slice(head + 2);
}
