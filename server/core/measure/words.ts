const LETTER = /^[\p{L}\p{M}\p{N}]/u;
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const OTHER = 1;
const WORD = 2;
const IDEOGRAM = 3;
/** Holds a word together where it stands inside one: `don't`, `twenty-three`, `3.5`. */
const JOINER = 4;
const PAIR = 5;

/** What each UTF-16 unit that has been asked for is; 0 where none has. */
const known = new Uint8Array(0x10000);
for (const joiner of "'’-‐‑.,·") known[joiner.charCodeAt(0)] = JOINER;

/**
 * How many words a text has: runs of letters and digits of any script. What is written in Chinese and Japanese characters has
 * no spaces, and each character counts, as word processors count.
 */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    let what = whatIsAt(text, at);
    if (what === JOINER) what = inWord && joins(text, at) ? WORD : OTHER;
    if (what === IDEOGRAM || (what === WORD && !inWord)) words++;
    inWord = what === WORD;
    if (isHighSurrogate(text.charCodeAt(at))) at++;
  }
  return words;
}

/** A point or comma joins digits, and not what a missing space has brought together. */
function joins(text: string, at: number): boolean {
  if (at + 1 >= text.length || whatIsAt(text, at + 1) !== WORD) return false;
  const code = text.charCodeAt(at);
  if (code !== 0x2e && code !== 0x2c) return true;
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function whatIsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let what = known[unit]!;
  if (what === 0) {
    what = isHighSurrogate(unit) ? PAIR : whatIs(String.fromCharCode(unit));
    known[unit] = what;
  }
  return what === PAIR ? whatIs(text.slice(at, at + 2)) : what;
}

function whatIs(character: string): number {
  if (IDEOGRAPH.test(character)) return IDEOGRAM;
  return LETTER.test(character) ? WORD : OTHER;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
