import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenModifiers, tokenTypes } from '../../server/core/query/answers.ts';
import { SourceText } from '../../server/core/text/source-text.ts';
import { dataEdits, encodeTokens } from '../../server/features/token-data.ts';

describe('tokens as numbers', () => {
  it('count from the token before', () => {
    const text = SourceText.of('ab cd\n\n  ef');
    const tokens = [
      { start: 0, end: 2, type: 'scene', modifiers: [] },
      { start: 3, end: 5, type: 'thread', modifiers: ['setup', 'unpaid'] },
      { start: 9, end: 11, type: 'key', modifiers: [] },
    ] as const;
    const bits = (1 << tokenModifiers.indexOf('setup')) | (1 << tokenModifiers.indexOf('unpaid'));
    expect(encodeTokens(text, tokens)).toEqual([
      ...[0, 0, 2, tokenTypes.indexOf('scene'), 0],
      ...[0, 3, 2, tokenTypes.indexOf('thread'), bits],
      ...[2, 2, 2, tokenTypes.indexOf('key'), 0],
    ]);
  });

  it('are split by line, without line ends and empty lines', () => {
    const text = SourceText.of('a[[n\r\n\r\nmore]] z');
    const token = { start: 1, end: 14, type: 'note', modifiers: [] } as const;
    const note = tokenTypes.indexOf('note');
    expect(encodeTokens(text, [token])).toEqual([...[0, 1, 3, note, 0], ...[2, 0, 6, note, 0]]);
  });
});

describe('what is different of tokens', () => {
  it('makes the new of the old', () => {
    const numbers = fc.array(fc.nat(3), { maxLength: 20 });
    fc.assert(
      fc.property(numbers, numbers, (old, now) => {
        const data = [...old];
        for (const { start, deleteCount, data: put = [] } of dataEdits(old, now))
          data.splice(start, deleteCount, ...put);
        expect(data).toEqual(now);
        expect(dataEdits(now, now)).toEqual([]);
      }),
    );
  });
});
