import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../server/core/text/source-text.ts';
import { editOf, offsetAt } from '../../server/lsp/positions.ts';
import { positionAt, positions } from '../../server/workspace/lines.ts';

const texts = fc
  .array(fc.constantFrom('a', 'é', '😀', '\r\n', '\r', '\n', '[[setup: x]]'), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('positions and offsets', () => {
  it('are two ways to say the same, whatever ends the lines', () => {
    fc.assert(
      fc.property(texts, (string) => {
        const text = SourceText.of(string);
        const table = positions(string);
        for (let offset = 0; offset <= string.length; offset++) {
          const position = positionAt(text, offset);
          const within = string.slice(offset - 1, offset + 1) === '\r\n';
          expect(offsetAt(text, position)).toBe(within ? offset - 1 : offset);
          if (!within) expect(table(offset)).toEqual(position);
        }
      }),
    );
  });

  it('outside the text are moved to its nearest end', () => {
    const text = SourceText.of('ab\r\nc');
    expect(offsetAt(text, { line: 0, character: 99 })).toBe(2);
    expect(offsetAt(text, { line: 9, character: 0 })).toBe(5);
    expect(offsetAt(text, { line: -1, character: 4 })).toBe(0);
    expect(positionAt(text, 99)).toEqual({ line: 1, character: 1 });
    expect(positionAt(text, -5)).toEqual({ line: 0, character: 0 });
  });

  it('make an edit of a change', () => {
    const range = { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } };
    expect(editOf(SourceText.of('ab\ncd'), { range, text: 'X' })).toEqual({ start: 1, end: 3, insert: 'X' });
  });
});
