import { describe, expect, test } from 'vitest';
import { counterparts } from '../../../server/core/query/counterparts.ts';
import { season } from '../../fixture.ts';

function other(source: string): [string, (string | undefined)[]] | undefined {
  const fixture = season(source);
  const found = counterparts(fixture.context(), fixture.offset);
  return found && [found.side, found.targets.map((target) => fixture.textOf(target))];
}

const rest = '\n\n[[payoff: gun]]\n\n[[payoff: rope]]\n\n[[payoff: gun | Again.]]';

describe('the other side', () => {
  test('of a setup its payoffs, in order', () => {
    expect(other(`--- s.fountain\n[[setup: g$0un]]${rest}`)).toEqual([
      'payoffs',
      ['[[payoff: gun]]', '[[payoff: gun | Again.]]'],
    ]);
  });

  test('of a payoff its setups, in another file', () => {
    expect(other('--- e1.fountain\n[[setup: gun]]\n--- e2.fountain\n[[payoff$0: gun]]')).toEqual([
      'setups',
      ['[[setup: gun]]'],
    ]);
  });

  test('of a reminder what it leads to; of a red herring its clearing, and back', () => {
    expect(other(`--- s.fountain\n[[setup: rope]] [[reminder: rope$0]]${rest}`)).toEqual([
      'payoffs',
      ['[[payoff: rope]]'],
    ]);
    expect(other('--- s.fountain\n[[herring: colin$0]]\n\n[[herring: colin cleared]]')).toEqual([
      'payoffs',
      ['[[herring: colin cleared]]'],
    ]);
    expect(other('--- s.fountain\n[[herring: colin]]\n\n[[herring: colin cleared$0]]')).toEqual([
      'setups',
      ['[[herring: colin]]'],
    ]);
  });

  test('of a reveal its evidence', () => {
    expect(other('--- s.fountain\n[[setup: gun for=murder]]\n\n[[reveal: murder$0]]')).toEqual([
      'setups',
      ['[[setup: gun for=murder]]'],
    ]);
  });

  test('from anywhere on the line, of the first mark that has one', () => {
    expect(other(`--- s.fountain\nA g$0un. [[craft: fine]] [[setup: gun]] [[setup: rope]]${rest}`)?.[1]).toHaveLength(
      2,
    );
    expect(other(`--- s.fountain\nA gun. [[craft: fi$0ne]] [[setup: rope]]${rest}`)).toBeUndefined();
    expect(other(`--- s.fountain\nA g$0un.${rest}`)).toBeUndefined();
  });

  test('of several ids all, but for one under the cursor', () => {
    expect(other(`--- s.fountain\n[[set$0up: rope, gun]]${rest}`)?.[1]).toHaveLength(3);
    expect(other(`--- s.fountain\n[[setup: ro$0pe, gun]]${rest}`)?.[1]).toEqual(['[[payoff: rope]]']);
  });

  test('that is not there yet', () => {
    expect(other('--- s.fountain\n[[setup: gun$0]]')).toEqual(['payoffs', []]);
    expect(other('--- s.fountain\n[[payoff: gun$0]]')).toEqual(['setups', []]);
  });

  test('beyond the horizon is not there either', () => {
    const fixture = season('--- e1.fountain\n[[setup: gun$0]]\n--- e2.fountain\n[[payoff: gun]]');
    const found = counterparts({ ...fixture.context(), horizon: { episode: 1 } }, fixture.offset);
    expect(found?.targets).toEqual([]);
  });

  test('of a mention, by the role that is inferred', () => {
    const study = `--- all.study.yaml
title: Pistols
events: [{ id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }]
threads: [{ id: pistol, title: The pistol, kind: object, cues: [pistol], setups: [{ text: Hung, event: hung }] }]
--- e1.fountain
`;
    expect(other(`${study}A pis$0tol on the wall.\n\n[[payoff: pistol]]`)).toEqual(['payoffs', ['[[payoff: pistol]]']]);
    expect(other(`${study}[[setup: pistol]]\n\nA pis$0tol.`)).toEqual(['setups', ['[[setup: pistol]]']]);
  });
});

test('every place of a thread, in order', () => {
  const fixture = season(`--- s.fountain\n[[setup: gun]]\n\n[[reminder: gun]]${rest.replace('gun', 'g$0un')}`);
  const found = counterparts(fixture.context(), fixture.offset)?.everywhere;
  expect(found?.map(fixture.textOf)).toEqual([
    '[[setup: gun]]',
    '[[reminder: gun]]',
    '[[payoff: gun]]',
    '[[payoff: gun | Again.]]',
  ]);
});
