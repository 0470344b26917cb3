import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../server/core/text/source-text.ts';

const piece = fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\r', '\n\r', '\r\r\n', '\u{1F3AC}', '\ud800', '\0');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const change = fc.record({ at: fc.nat(30), cut: fc.nat(4), insert: text });

/** All that a text answers. */
interface Answers {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  readonly lineOfOffset: readonly number[];
  readonly text: string;
  readonly inner: string;
}

/** The answers of a plain string, its lines divided as LSP does. */
function model(text: string): Answers {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length);
  return {
    lines: text.split(/\r\n|\n|\r/),
    starts,
    lineOfOffset: offsets(text).map((offset) => starts.filter((start) => start <= offset).length - 1),
    text,
    inner: text.slice(1, Math.max(1, text.length - 1)),
  };
}

function answers(source: SourceText): Answers {
  const numbers = Array.from({ length: source.lineCount }, (_, line) => line);
  const text = source.slice(0);
  return {
    lines: numbers.map((line) => source.lineText(line)),
    starts: numbers.map((line) => source.lineStart(line)),
    lineOfOffset: offsets(text).map((offset) => source.lineAt(offset)),
    text,
    inner: source.slice(1, source.length - 1),
  };
}

function offsets(text: string): number[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => offset);
}

describe('SourceText', () => {
  it('is a plain string, whatever is done to it', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 8 }), (first, changes) => {
        let plain = first;
        let source = SourceText.of(first);
        expect(answers(source)).toEqual(model(plain));
        for (const { at, cut, insert } of changes) {
          const start = Math.min(at, plain.length);
          const end = Math.min(start + cut, plain.length);
          const before = source;
          const beforeText = plain;
          plain = plain.slice(0, start) + insert + plain.slice(end);
          source = source.replace({ start, end, insert });
          expect(answers(source)).toEqual(model(plain));
          expect(before.slice(0)).toBe(beforeText);
        }
        expect(source.toString()).toBe(plain);
        expect(answers(source)).toEqual(model(plain));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['the \\n of \\r\\n deleted', 'a\r\nb', { start: 2, end: 3, insert: '' }, ['a', 'b']],
    ['a \\n inserted after a lone \\r', 'a\rb', { start: 2, end: 2, insert: '\n' }, ['a', 'b']],
    ['\\r\\n parted by a letter', 'a\r\nb', { start: 2, end: 2, insert: 'x' }, ['a', 'x', 'b']],
    ['a lone \\r before an insertion that begins with \\n', 'a\rb', { start: 2, end: 3, insert: '\nc' }, ['a', 'c']],
  ])('ends lines right with %s', (_, before, edit, lines) => {
    const source = SourceText.of(before).replace(edit);
    expect(lines.map((_, line) => source.lineText(line))).toEqual(lines);
    expect(source.lineCount).toBe(lines.length);
  });

  it('takes offsets and lines outside the text for its ends', () => {
    const source = SourceText.of('ab\ncd');
    expect(source.slice(-3, 99)).toBe('ab\ncd');
    expect(source.lineAt(99)).toBe(1);
    expect(source.lineStart(-1)).toBe(0);
    expect(source.lineText(7)).toBe('');
    expect(source.replace({ start: 99, end: 99, insert: '!' }).toString()).toBe('ab\ncd!');
  });
});
