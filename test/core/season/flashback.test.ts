import { expect, test } from 'vitest';
import { season } from '../../fixture.ts';

/** For each setup in the text whether it is told in a flashback. */
const flashbacks = (text: string) =>
  season(`--- e1.fountain\n${text}\n`)
    .season()
    .threads.get('gun')!
    .setups.map(({ flashback }) => flashback);

test.each([
  ['[[setup: gun]] [[story: -6y]] [[setup: gun]] [[story: now]] [[setup: gun]]', [false, true, false]],
  ['[[story: -6y]] [[setup: gun]]', [true]],
  ['[[story: now]] [[setup: gun]] [[story: -2h]] [[setup: gun]]', [false, true]],
  [
    '[[story: day 1]] [[setup: gun]] [[story: day 2]] [[setup: gun]] [[story: day 1]] [[setup: gun]]',
    [false, false, true],
  ],
  ['[[story: 2019-03-02]] [[setup: gun]] [[story: 2020]] [[setup: gun]]', [false, false]],
  ['[[story: 2019-03-02]] [[setup: gun]] [[story: now]] [[setup: gun]]', [true, false]],
  ['[[story: of my life]] [[setup: gun]]', [false]],
])('%s', (text, expected) => {
  expect(flashbacks(text)).toEqual(expected);
});

test.each([
  ['INT. HOUSE - NIGHT (FLASHBACK)', true],
  ['INT. HOUSE - FLASHBACK', true],
  ['INT. HOUSE - NIGHT (END FLASHBACK)', false],
  ['INT. HOUSE - AFTER THE FLASHBACK', false],
])('%s', (heading, is) => {
  expect(flashbacks(`${heading}\n\n[[setup: gun]]\n\nEXT. ROAD - DAY\n\n[[setup: gun]]`)).toEqual([is, false]);
});

test.each([
  ['FLASHBACK TO:', 'BACK TO PRESENT', [false, true, true, false]],
  ['BEGIN FLASHBACK:', 'END FLASHBACK.', [false, true, true, false]],
  ['> FLASHBACK <', 'CUT BACK TO PRESENT:', [false, true, true, false]],
  ['BEGIN FLASHBACK:', '.BARN - PRESENT DAY', [false, true, true, false]],
  ['BEGIN FLASHBACK:', 'He wakes.', [false, true, true, true]],
  ['He sleeps.', 'BACK TO PRESENT', [false, false, false, false]],
])('between %s and %s', (begin, end, expected) => {
  const setup = '[[setup: gun]]';
  const text = `INT. A - DAY\n\n${setup}\n\n${begin}\n\n${setup}\n\nINT. B - DAY\n\n${setup}\n\n${end}\n\n${setup}`;
  expect(flashbacks(text)).toEqual(expected);
});

test('each episode begins in the present', () => {
  expect(flashbacks('# Episode 1\n\n[[story: -6y]]\n\n[[setup: gun]]\n\n# Episode 2\n\n[[setup: gun]]')).toEqual([
    true,
    false,
  ]);
});
