import { expect, test } from 'vitest';
import { found } from './findings.ts';

/** A story that is over, with a gun that only the study fires, and a study in which one word is being typed. */
const season = (kind: string, payoff: string) => `--- a.study.yaml
study: 1
title: A
episodes: [{ number: 1 }]
characters: [{ id: ann, name: Ann }]
facts: [{ id: theft, text: A theft., status: ${kind === 'object' ? 'holds' : 'hol'} }]
threads:
  - { id: gun, title: The gun, kind: ${kind}, payoffs: [${payoff}] }
  - { id: rope, title: The rope, kind: object }
--- e01.fountain
INT. HALL - DAY

A gun. [[setup: gun]]

ANN
Oh. [[uses: theft who=ann]] [[setup: ropes]]

THE END
`;
const fires = '{ text: It fires., episode: 1 }';

test('nothing is concluded from what an invalid entry lacks', () => {
  const whole = found(season('object', fires));
  expect(whole).toEqual(['warning setup.unpaid e01.fountain: ropes', 'warning thread.unknown e01.fountain: ropes']);
  expect(found(season('obj', fires))).toEqual(whole);
  expect(found(season('object', '{ text: It fires., episode: one }'))).toEqual(whole);
});

test('the same study without the payoff is one in which the gun never fires', () => {
  expect(found(season('object', ''))).toContain('warning setup.unpaid e01.fountain: gun');
});
