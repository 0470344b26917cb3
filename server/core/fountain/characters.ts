/** White space as `String.prototype.trim` takes it. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

const NEITHER = 1;
const UPPER = 2;
const LOWER = 3;
const PAIR = 4;

/** The case of each UTF-16 unit that has been asked for; 0 where none has. */
const known = new Uint8Array(0x10000);

function caseOf(unit: number): number {
  let found = known[unit]!;
  if (found === 0) {
    found = unit >= 0xd800 && unit <= 0xdbff ? PAIR : caseOfCharacter(String.fromCharCode(unit));
    known[unit] = found;
  }
  return found;
}

function caseOfCharacter(character: string): number {
  if (/^\p{Ll}/u.test(character)) return LOWER;
  return /^\p{Lu}/u.test(character) ? UPPER : NEITHER;
}

/** Whether the stretch has an upper-case letter, and no lower-case one, of any script. */
export function isUpperCase(text: string, from: number, to: number): boolean {
  let upper = false;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    let found = caseOf(unit);
    if (found === PAIR) found = at + 1 < to ? caseOfCharacter(text.slice(at, at + 2)) : NEITHER;
    if (found === LOWER) return false;
    if (found === UPPER) upper = true;
  }
  return upper;
}

/** Whether a letter or digit of any script stands there. */
export function isLetterOrDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
  }
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}

/** Where a stretch starts without the white space at its beginning. */
export function trimmedStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return start;
}

/** Where a stretch ends without the white space at its end. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The same characters in a string of their own: a slice of a long text would keep all of that text in memory. */
export function copy(slice: string): string {
  return ` ${slice}`.slice(1);
}
