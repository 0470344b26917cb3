import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { newSceneNumbers } from '../../../server/core/writing/new-scene-numbers.ts';
import { type NumberingStep, numberScenes } from '../../../server/core/writing/scene-numbers.ts';
import { lastFirst } from '../../../server/core/writing/text-edits.ts';
import { scriptText } from '../fountain/arbitrary.ts';

const after = (text: string, step: NumberingStep): string => {
  const script = Script.parse(text);
  return script.edit(lastFirst(numberScenes(script, step).edits)).text.toString();
};
const headings = (text: string) => [...Script.parse(text).elements()].filter(({ type }) => type === 'scene_heading');

describe('new scene numbers', () => {
  const _ = undefined;
  test.each<[string, (string | undefined)[], string[]]>([
    ['count from 1', [_, _, _], ['1', '2', '3']],
    ['go on behind the last', ['1', '2', _, _], ['1', '2', '3', '4']],
    ['take letters between two that are locked', ['12', _, _, '13'], ['12', '12A', '12B', '13']],
    ['go on with the letters before the next number', ['12A', _, '13'], ['12A', '12B', '13']],
    ['take a second letter between lettered ones', ['12A', _, '12B'], ['12A', '12AA', '12B']],
    ['stand before the first with a letter first', [_, _, '1'], ['A1', 'B1', '1']],
    ['give nothing twice', ['12', _, '13', '12A'], ['12', '12B', '13', '12A']],
    ['do not tell 12a from 12A', ['12', _, '13', '12a'], ['12', '12B', '13', '12a']],
    ['do not use the numbers of omitted scenes', ['12', _, '15'], ['12', '12A', '15']],
    ['are told from those of another form', ['1-B', _, '2'], ['1-B', '1-B-A', '2']],
    ['go on behind a lettered one', ['12A', _], ['12A', '13']],
    ['skip what looks like a digit', ['1H', _, '2'], ['1H', '1J', '2']],
  ])('%s', (_name, numbers, wanted) => {
    expect(newSceneNumbers(numbers)).toEqual(wanted);
  });

  test('go on behind Z', () => {
    const numbers = newSceneNumbers(['1', ...Array.from({ length: 26 }, () => undefined), '2']);
    expect(numbers.slice(23, 27)).toEqual(['1Y', '1Z', '1AA', '1AB']);
  });

  test('are unique, and leave those that are there', () => {
    const number = fc.option(
      fc.oneof(fc.nat(20).map(String), fc.constantFrom('12A', '12AA', '1-A', 'A1', 'OMIT', '2b', '3.1')),
      { nil: undefined },
    );
    const locked = fc.uniqueArray(number, { selector: (one) => one?.toUpperCase() ?? {}, maxLength: 40 });
    fc.assert(
      fc.property(locked, (numbers) => {
        const given = newSceneNumbers(numbers);
        expect(new Set(given.map((one) => one.toUpperCase())).size).toBe(numbers.length);
        for (const [i, one] of numbers.entries()) if (one !== undefined) expect(given[i]).toBe(one);
      }),
    );
  });
});

describe('numbering scenes', () => {
  const script = 'INT. A - DAY #12#\n\nHe sits.\n\nEXT. B [[setup: key]]\n\n.C\n\nINT. D #13# /* cut */\n';

  test('numbers what has none, before its notes', () => {
    expect(after(script, 'number')).toBe(
      'INT. A - DAY #12#\n\nHe sits.\n\nEXT. B #12A# [[setup: key]]\n\n.C #12B#\n\nINT. D #13# /* cut */\n',
    );
  });

  test('numbers all anew', () => {
    expect(after(script, 'renumber')).toBe(
      'INT. A - DAY #1#\n\nHe sits.\n\nEXT. B #2# [[setup: key]]\n\n.C #3#\n\nINT. D #4# /* cut */\n',
    );
  });

  test('takes all numbers away', () => {
    expect(after(script, 'remove')).toBe(
      'INT. A - DAY\n\nHe sits.\n\nEXT. B [[setup: key]]\n\n.C\n\nINT. D /* cut */\n',
    );
  });

  test('leaves a heading that would read otherwise, and says which', () => {
    const text = 'INT. A #1# #2#\n\nINT. B\n';
    const numbering = numberScenes(Script.parse(text), 'remove');
    expect(numbering).toEqual({ edits: [], left: [{ start: 0, end: 14 }] });
  });

  test('changes nothing but numbers, gives each once, and has nothing to do a second time', () => {
    fc.assert(
      fc.property(scriptText, fc.constantFrom<NumberingStep>('number', 'renumber', 'remove'), (text, step) => {
        const was = headings(text);
        const numbering = numberScenes(Script.parse(text), step);
        const now = after(text, step);
        const read = headings(now);
        expect(read.map((one) => one.text)).toEqual(was.map((one) => one.text));
        const bare = (one: string) => one.replace(/[ \t]*#[\p{L}\p{N}.-]+#/gu, '');
        expect(bare(now)).toBe(bare(text));
        if (numbering.left.length > 0) return;
        if (step === 'remove') expect(read.filter(({ number }) => number !== undefined)).toEqual([]);
        else {
          expect(read.filter(({ number }) => number === undefined)).toEqual([]);
          const given = read.filter((_, i) => step === 'renumber' || was[i]!.number === undefined);
          const numbers = read.map(({ number }) => number!.toUpperCase());
          for (const one of given) expect(numbers.filter((it) => it === one.number!.toUpperCase())).toHaveLength(1);
        }
        if (step === 'number') {
          for (const [i, { number }] of was.entries()) if (number !== undefined) expect(read[i]!.number).toBe(number);
        }
        expect(numberScenes(Script.parse(now), step).edits).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
