/**
 * How many columns of a fixed-pitch page a character takes: none if it joins the one before (accents, joiners, variation
 * selectors), two if it is wide in East Asian Width's sense, or an emoji; else one.
 */
const JOINS = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/** The wide and full-width blocks of Unicode, in pairs of first and last. */
const WIDE = [
  0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf,
  0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6,
  0x16fe0, 0x18cff, 0x1b000, 0x1b2ff, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000,
  0x3fffd,
];

/** One more than the width of each UTF-16 unit that has been asked for; 0 where none has. */
const known = new Uint8Array(0x10000);

/** The columns of the character that begins at `at`. A lone surrogate takes one, as the box does that is printed for it. */
export function columnsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x300) return unit === 0xad ? 0 : 1;
  if (unit >= 0xd800 && unit <= 0xdbff) return columnsOf(text.codePointAt(at)!);
  let width = known[unit]!;
  if (width === 0) {
    width = columnsOf(unit) + 1;
    known[unit] = width;
  }
  return width - 1;
}

function columnsOf(code: number): number {
  if (isWide(code)) return 2;
  return JOINS.test(String.fromCodePoint(code)) ? 0 : 1;
}

function isWide(code: number): boolean {
  for (let i = 0; i < WIDE.length; i += 2) {
    if (code < WIDE[i]!) return false;
    if (code <= WIDE[i + 1]!) return true;
  }
  return false;
}
