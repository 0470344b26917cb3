import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '../../../server/core/measure/words.ts';

test.each([
  ['', 0],
  ['One, two -- three.', 3],
  ["Don't. It’s o'clock.", 3],
  ['twenty-three well-kept', 2],
  ['3.5 or 1,000 and end.Start', 6],
  ['R2D2 says 7', 3],
  ['Élodie déjà vu', 3],
  ['Иван да Марья', 3],
  ['e\u0301tude', 1],
  ['漢字かな', 4],
  ['한국어 단어', 2],
  ['*one* _two_ **three**', 3],
  ["'quoted' -- '", 1],
  ['𝒜𝒷 🎬 x', 2],
  ['\ud800 x', 1],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('words of texts put together with a space between add up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b));
    }),
  );
});
