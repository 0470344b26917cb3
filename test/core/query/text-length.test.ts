import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { textLengths } from '../../../server/core/query/text-length.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

const text = `Title: A Key

INT. FLAT - NIGHT

Bob finds a key. [[setup: key]]

BOB
What is this?

EXT. YARD - DAY #2#

He runs.
`;

const at = (word: string) => text.indexOf(word);
const selected = (from: string, to: string) =>
  textLengths(Script.parse(text), 0, [{ start: at(from), end: at(to) + to.length }]).selected;

describe('how long a script is', () => {
  test('is told in words that are printed, eighths and minutes', () => {
    expect(textLengths(Script.parse(text), 0, [])).toEqual({
      whole: { words: 15, eighths: 1, minutes: 0.125, pageCount: 1 },
    });
  });

  test('is told of the scene at the cursor, by its title', () => {
    expect(textLengths(Script.parse(text), at('He runs'), []).scene).toEqual({
      title: '2. EXT. YARD - DAY',
      words: 5,
      eighths: 1,
      minutes: 0.125,
    });
    expect(textLengths(Script.parse(text), at('What'), []).scene?.title).toBe('INT. FLAT - NIGHT');
  });

  test('is told of what is selected, without notes and names', () => {
    expect(selected('finds', 'What')?.words).toBe(4);
    expect(selected('key]]', 'key]]')?.words).toBe(0);
    expect(selected('key. ', 'key. ')?.words).toBe(1);
  });

  test('adds up several selections, and leaves out empty ones', () => {
    const spans = ['finds', 'runs'].map((word) => ({ start: at(word), end: at(word) + word.length }));
    const script = Script.parse(text);
    expect(textLengths(script, 0, [...spans, { start: 3, end: 3 }]).selected?.words).toBe(2);
    expect(textLengths(script, 0, [{ start: 3, end: 3 }]).selected).toBeUndefined();
  });
});

test('pages of a script are those that are printed', () => {
  const pagesOf = (script: string) => textLengths(Script.parse(script), 0, []).whole.pageCount;
  expect(pagesOf('One.\n\n===\n\nTwo.\n')).toBe(2);
  expect(pagesOf('Title: A Key\n')).toBe(0);
});

test('a treatment has pages of 250 words, and no minutes', () => {
  const treatment = Treatment.parse(`# Episode 1\n\n## Kitchen\n\n${'word '.repeat(500)}\n\nThe [[setup: key]] end.\n`);
  const { whole, scene, selected } = textLengths(treatment, 30, [{ start: 25, end: 34 }]);
  expect(whole).toEqual({ words: 505, eighths: 16, pageCount: 3 });
  expect(whole).not.toHaveProperty('minutes');
  expect(scene?.title).toBe('Kitchen');
  expect(selected?.words).toBe(2);
});
