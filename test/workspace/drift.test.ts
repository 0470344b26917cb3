import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../server/core/text/source-text.ts';
import { carry, difference } from '../../server/workspace/drift.ts';

const carried = (text: string, marked: string, after: string) => {
  const start = text.indexOf(marked);
  const edit = difference(SourceText.of(text), after)!;
  const span = carry({ start, end: start + marked.length }, [edit]);
  return after.slice(span.start, span.end);
};

describe('where a span stands after edits', () => {
  it('moves with what is put in before it', () => {
    expect(carried('one two', 'two', 'one and two')).toBe('two');
  });
  it('stays where something changes after it', () => {
    expect(carried('one two', 'one', 'one too many')).toBe('one');
  });
  it('is what it was where something stands right before or after it now', () => {
    expect(carried('a bc d', 'bc', 'a Xbc d')).toBe('bc');
    expect(carried('a bc d', 'bc', 'a bcX d')).toBe('bc');
  });
  it('grows with what is put inside', () => {
    expect(carried('a bc d', 'bc', 'a bXc d')).toBe('bXc');
  });
  it('is empty where it was deleted', () => {
    expect(carry({ start: 2, end: 4 }, [{ start: 0, end: 6, insert: '' }])).toEqual({ start: 0, end: 0 });
  });
});

describe('the difference of two texts', () => {
  it('is nothing where they are equal', () => {
    expect(difference(SourceText.of('same'), 'same')).toBeUndefined();
  });

  it('makes the one of the other, and never takes a pair apart', () => {
    const units = fc.array(fc.constantFrom('a', 'b', '\r\n', '\r', '\n', '😀', '😁', '\ud83d'), { maxLength: 12 });
    const text = units.map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = difference(SourceText.of(before), after);
        if (edit === undefined) {
          expect(before).toBe(after);
          return;
        }
        expect(before.slice(0, edit.start) + edit.insert + before.slice(edit.end)).toBe(after);
        for (const at of [edit.start, edit.end]) {
          const pair = before.slice(at - 1, at + 1);
          expect(at > 0 && (pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair))).toBe(false);
        }
      }),
    );
  });
});
