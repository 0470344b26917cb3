import { describe, expect, test } from 'vitest';
import { withoutEmphasis } from '../../../server/core/pages/emphasis.ts';
import { linesFrom, linesOf } from '../../../server/core/pages/wrap.ts';

function wrapped(text: string, width: number): string[] {
  return linesFrom(text, 0, width, 1000).map(({ from, to }) => text.slice(from, to));
}

describe('lines break', () => {
  test('at spaces, which hang over the edge', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('one two   three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('  one two', 6)).toEqual(['  one', 'two']);
  });

  test('after hyphens and dashes inside words, and not before numbers', () => {
    expect(wrapped('twenty-three', 8)).toEqual(['twenty-', 'three']);
    expect(wrapped('yes--no', 5)).toEqual(['yes--', 'no']);
    expect(wrapped('at -- all', 5)).toEqual(['at --', 'all']);
    expect(wrapped('it is -5', 6)).toEqual(['it is', '-5']);
  });

  test('inside a word that is longer than the line', () => {
    expect(wrapped('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('where the writer ends them, also twice', () => {
    expect(wrapped('one\n\ntwo\n', 10)).toEqual(['one', '', 'two', '']);
  });

  test('by the width of characters', () => {
    expect(wrapped('漢字漢字', 4)).toEqual(['漢字', '漢字']);
    expect(linesOf('e\u0301'.repeat(10), 10)).toBe(1);
    expect(linesOf('🎬'.repeat(5), 10)).toBe(1);
    expect(linesOf('🎬'.repeat(6), 10)).toBe(2);
    expect(linesOf('\ud800'.repeat(10), 10)).toBe(1);
  });
});

describe('marks of emphasis take no room', () => {
  test.each([
    ['*one* **two** ***three*** _four_', 'one two three four'],
    ['**_both_**', 'both'],
    ['a * b * c', 'a * b * c'],
    ['*open', '*open'],
    ['2 \\* 3 \\* 4', '2 * 3 * 4'],
    ['\\_not\\_', '_not_'],
    ['*one\ntwo*', '*one\ntwo*'],
    ['****', '****'],
  ])('%s', (written, printed) => {
    expect(withoutEmphasis(written)).toBe(printed);
  });

  test('when a line is wrapped', () => {
    const words = '**word** '.repeat(12).trim();
    expect(linesOf(withoutEmphasis(words), 60)).toBe(1);
  });
});
