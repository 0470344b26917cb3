const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const ROMAN = /^(X{0,3})(IX|IV|V?I{0,3})$/;
const ONES: Readonly<Record<string, number>> = {
  '': 0,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
};

/** A pattern source that matches a number as headings write it: `5`, `05`, `Five`, `V`. */
export const NUMBER = `\\d{1,4}|${WORDS.slice(1).join('|')}|[IVX]{1,7}`;

/** The number that digits, an English word up to twenty, or Roman numerals in upper case up to 39 say. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const word = WORDS.indexOf(text.toLowerCase());
  if (word > 0) return word;
  const roman = text === '' ? null : ROMAN.exec(text);
  return roman ? roman[1]!.length * 10 + ONES[roman[2]!]! : undefined;
}
