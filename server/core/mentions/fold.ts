import { own } from '../text/own.ts';

const ASCII = /^[\0-\x7f]*$/;
const APOSTROPHES = /[’‘ʼ＇]/g;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const DOT_OVER_I = /i\u0307/g;

/**
 * A word as it is compared: two words that differ only in case, in the form of their accents (composed or not), in the sort
 * of apostrophe, or in what is neither seen nor printed are equal once folded. The folded word may be longer or shorter
 * than the word (`ß` becomes `ss`), so nothing is ever counted in it.
 *
 * Case is folded in full: `STRASSE` is `straße`, `ΟΔΟΣ` is `οδος`. All four of `I İ i ı` are one letter, for nobody can tell
 * from a word alone whether it is Turkish.
 */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return (word.includes('*') ? word.replaceAll('*', '') : word).toLowerCase();
  let folded = known.get(word);
  if (folded === undefined) {
    folded = folding(word.replaceAll('*', ''));
    if (known.size >= MOST_KNOWN) known.clear();
    if (word.length <= LONGEST_KNOWN) known.set(own(word), own(folded));
  }
  return folded;
}

/** Words beyond ASCII that have been folded: in most languages these are most words, and folding takes its time. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 40;

function folding(word: string): string {
  // Down, up, down: `ẞ` has no upper case of its own but a lower one, `ß` has no lower one but `SS` above.
  const folded = word.replace(UNSEEN, '').normalize('NFC').toLowerCase().toUpperCase().toLowerCase();
  return folded.replace(APOSTROPHES, "'").replace(DOT_OVER_I, 'i').normalize('NFC');
}

/** A sign as it is compared: sorts of hyphen and of double quotes are one. */
export function foldSign(sign: string): string {
  if ('‐‑‒–'.includes(sign)) return '-';
  return '“”„‟'.includes(sign) ? '"' : sign;
}
