const PLAIN = /^[a-z0-9]*$/;
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
  if (PLAIN.test(word)) return word;
  const bare = word.includes('*') ? word.replaceAll('*', '') : word;
  if (ASCII.test(bare)) return bare.toLowerCase();
  // Down, up, down: `ẞ` has no upper case of its own but a lower one, `ß` has no lower one but `SS` above.
  const folded = bare.replace(UNSEEN, '').normalize('NFC').toLowerCase().toUpperCase().toLowerCase();
  return folded.replace(APOSTROPHES, "'").replace(DOT_OVER_I, 'i').normalize('NFC');
}

/** A sign as it is compared: sorts of hyphen and of double quotes are one. */
export function foldSign(sign: string): string {
  if ('‐‑‒–'.includes(sign)) return '-';
  return '“”„‟'.includes(sign) ? '"' : sign;
}
