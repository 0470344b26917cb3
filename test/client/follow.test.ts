import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, follow } from '../../client/views/follow.ts';

type Place = Change['range']['start'];

const placeAt = (text: string, offset: number): Place => {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
};
const offsetOf = (text: string, { line, character }: Place): number =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, one) => sum + one.length + 1, 0) + character;
const edited = (text: string, start: number, end: number, insert: string) =>
  text.slice(0, start) + insert + text.slice(end);

/** Where `[mark]` stands after an edit, as its text; `null` where nothing is left of it. */
function after(text: string, start: number, end: number, insert: string): string {
  const from = text.indexOf('[');
  const range = { start: placeAt(text, from), end: placeAt(text, text.indexOf(']') + 1) };
  const change = { range: { start: placeAt(text, start), end: placeAt(text, end) }, text: insert };
  const moved = follow(range, change);
  const now = edited(text, start, end, insert);
  return now.slice(offsetOf(now, moved.start), offsetOf(now, moved.end));
}

describe('a range follows an edit', () => {
  test.each([
    ['before it, on its line', 'ab [mark]', 0, 2, 'x', '[mark]'],
    ['before it, with new lines', 'ab [mark]', 1, 1, '\n\n', '[mark]'],
    ['before it, taking lines away', 'a\nb\n[mark]', 0, 4, '', '[mark]'],
    ['behind it', '[mark] ab', 7, 9, '\n', '[mark]'],
    ['within it', '[mark]', 2, 3, 'on\no', '[mon\nork]'],
    ['at its beginning', 'a[mark]', 1, 1, 'b', '[mark]'],
    ['at its end', '[mark]b', 6, 6, 'a', '[mark]'],
    ['over its beginning', 'ab[mark]', 1, 4, 'x', 'ark]'],
    ['over its end', '[mark]ab', 4, 7, 'x', '[mar'],
    ['over all of it', 'a[mark]b', 0, 8, 'x', ''],
  ])('%s', (_, text, start, end, insert, expected) => {
    expect(after(text, start, end, insert)).toBe(expected);
  });

  test('its text is as before, wherever the edit leaves it alone', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, fc.nat(40), fc.nat(12), (before, behind, insert, at, length) => {
        const text = `${before}[ma\nrk]${behind}`;
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        const from = before.length;
        fc.pre(end <= from || start >= from + 7);
        expect(after(text, start, end, insert)).toBe('[ma\nrk]');
      }),
    );
  });
});
