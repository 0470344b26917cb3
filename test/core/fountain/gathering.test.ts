import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gathering } from '../../../server/core/fountain/gathering.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { tallyWords } from '../../../server/core/measure/script-words.ts';
import { change, fitted, scriptText } from './arbitrary.ts';

/** Every `a` of a script, by where it stands in its block. */
function lettersOf(): { gathering: Gathering<number>; searched: () => number } {
  let blocks = 0;
  const gathering = new Gathering<number>((_, text) => {
    blocks++;
    return [...text().matchAll(/a/g)].map(({ index }) => index);
  });
  return { gathering, searched: () => blocks };
}

function lettersIn(gathering: Gathering<number>, script: Script): number[] {
  return gathering.of(script).map(({ found, start }) => found + start);
}

test('what is gathered and counted after any edits is what is in the text', { timeout: 60_000 }, () => {
  const { gathering } = lettersOf();
  fc.assert(
    fc.property(scriptText, fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(3), (first, changes, parts) => {
      let script = Script.parse(first);
      for (const next of changes) {
        script = script.edit([fitted(next, script.text.length)]);
        const text = script.text.toString();
        expect(lettersIn(gathering, script)).toEqual([...text.matchAll(/a/g)].map(({ index }) => index));
        const bounds = Array.from({ length: parts + 2 }, (_, i) => Math.floor((i * text.length) / (parts + 1)));
        const stretches = bounds.slice(1).map((end, i) => ({ start: bounds[i]!, end }));
        expect(tallyWords(script, stretches)).toEqual(tallyWords(Script.parse(text), stretches));
      }
    }),
    { numRuns: 1000 },
  );
});

test('after an edit as many blocks are searched again in a long script as in a short one', () => {
  const searchedAfterKey = (scenes: number) => {
    const { gathering, searched } = lettersOf();
    const script = Script.parse('INT. FLAT - DAY\n\nA cat sat.\n\n'.repeat(scenes));
    gathering.of(script);
    const before = searched();
    const at = script.text.toString().indexOf('sat', script.text.length >> 1);
    gathering.of(script.edit([{ start: at, end: at, insert: 'x' }]));
    return searched() - before;
  };
  expect(searchedAfterKey(5000)).toBe(searchedAfterKey(500));
});
