import { describe, expect, it } from 'vitest';
import { AW_PARSER, FLOOR, PARSE, verdicts } from '../../bench/budgets.ts';
import { withTable } from '../../bench/docs.ts';
import { type Measured, measureAll, quantile, quiet } from '../../bench/measure.ts';

/** In milliseconds, at 15 kB, 150 kB and 1.5 MB: a machine on which every budget holds, each by a little. */
const fine: Readonly<Record<string, readonly [number, number, number]>> = {
  [FLOOR]: [0.02, 0.2, 2],
  [PARSE]: [0.09, 1, 11.9],
  [AW_PARSER]: [0.7, 7.1, 90],
  'script: key in action': [0.1, 0.17, 0.25],
  'script: key in [[ ]]': [0.01, 0.01, 0.016],
  'treatment: key in prose': [0.5, 4.9, 40],
};

function measuredAs(times: Readonly<Record<string, readonly number[]>>): Measured[] {
  const sizes = [15_000, 150_000, 1_500_000];
  return Object.entries(times).flatMap(([name, all]) =>
    all.map((ms, i) => ({ name, size: sizes[i]!, rounds: [ms, ms, ms * 5] })),
  );
}

/** The budgets that do not hold when some things take other times. */
function failing(times: Readonly<Record<string, readonly number[]>>): string[] {
  return verdicts(measuredAs({ ...fine, ...times })).flatMap(({ holds, budget }) => (holds ? [] : [budget]));
}

describe('the budgets', () => {
  it('hold when everything is fast enough', () => {
    expect(failing({})).toEqual([]);
  });

  it('hold on a machine that is a hundred times slower', () => {
    const slow = Object.entries(fine).map(([name, all]) => [name, all.map((ms) => ms * 100)]);
    expect(failing(Object.fromEntries(slow))).toEqual([]);
  });

  it.each([
    ['a parse that is not seven times as fast as aw-parser', { [PARSE]: [0.1, 1.02, 12] }, ['aw-parser']],
    ['a parse that takes more than ten floors', { [PARSE]: [0.2, 2.1, 21], [AW_PARSER]: [1.5, 15, 200] }, ['floors']],
    ['a parse that grows faster than the text', { [PARSE]: [0.09, 1, 12.1] }, ['1.5 MB against 150 kB']],
    ['a parse that grows faster already in small texts', { [PARSE]: [0.08, 1, 11] }, ['150 kB against 15 kB']],
    [
      'a key that takes more than a fortieth of aw-parser',
      { 'script: key in action': [0.1, 0.18, 0.2] },
      ['key in action'],
    ],
    ['a key that hangs on the length of the text', { 'script: key in action': [0.1, 0.1, 0.16] }, ['key in action']],
    ['a key in a note that does', { 'script: key in [[ ]]': [0.01, 0.01, 0.018] }, ['key in [[ ]]']],
    ['a key in a treatment that takes more than 5 ms', { 'treatment: key in prose': [0.5, 5.1, 40] }, ['key in prose']],
  ])('do not hold for %s', (_, times, expected) => {
    const failed = failing(times as Record<string, number[]>);
    for (const words of expected) expect(failed.some((budget) => budget.includes(words))).toBe(true);
    expect(failed.length).toBe(1);
  });

  it('do not hold for what was not measured', () => {
    expect(verdicts([]).every(({ holds }) => !holds)).toBe(true);
    const { [PARSE]: _, ...withoutParse } = fine;
    expect(verdicts(measuredAs(withoutParse)).filter(({ holds }) => !holds)).toHaveLength(4);
  });
});

describe('measuring', () => {
  it('goes by the quieter rounds', () => {
    expect(quiet({ name: '', size: 0, rounds: [9, 2, 1, 7] })).toBe(1);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('lets all have their turn in each round, and does not count what is made ready', () => {
    const turns: string[] = [];
    const subject = (name: string) => ({
      name,
      size: 1,
      prepare: () => {
        for (const until = performance.now() + 5; performance.now() < until; );
      },
      run: () => void turns.push(name),
    });
    const measured = measureAll([subject('a'), subject('b')], { rounds: 3, slot: 1 });
    expect(turns.join('')).toMatch(/^a+b+(ab){3}$/);
    expect(measured.map(({ rounds }) => rounds.length)).toEqual([3, 3]);
    expect(quiet(measured[0]!)).toBeLessThan(5);
  });
});

it('a table goes to its place in the page, and nowhere else', () => {
  const page = 'Text.\n\n<!-- bench: a -->\n\nold\n\n<!-- end -->\n\n<!-- bench: b -->\n<!-- end -->\n';
  expect(
    withTable(page, 'a', [
      ['x', 'y'],
      ['$1', '2'],
    ]),
  ).toBe(
    'Text.\n\n<!-- bench: a -->\n\n| x | y |\n|---|--:|\n| $1 | 2 |\n\n<!-- end -->\n\n<!-- bench: b -->\n<!-- end -->\n',
  );
  expect(() => withTable(page, 'c', [])).toThrow('no place');
});
