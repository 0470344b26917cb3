import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { season } from '../../fixture.ts';
import { found, foundBy, scene } from './findings.ts';

describe('payoff.unplanted', () => {
  test('finds each payoff of a thread without a setup', () => {
    expect(found('--- e1.fountain\n[[reminder: gun]]\n\n[[payoff: gun]]\n--- e2.fountain\n[[payoff: gun]]\n')).toEqual([
      'warning payoff.unplanted e1.fountain: gun',
      'warning payoff.unplanted e2.fountain: gun',
    ]);
  });

  test('a setup anywhere will do, before or after, in a text or the study', () => {
    expect(foundBy('payoff.unplanted', '--- e1.fountain\n[[payoff: gun]]\n--- e2.fountain\n[[setup: gun]]\n')).toEqual(
      [],
    );
    expect(foundBy('payoff.unplanted', '--- e1.fountain\n[[payoff: gun]]\n[[herring: gun]]\n')).toEqual([]);
    expect(foundBy('payoff.unplanted', '--- e1.fountain\n[[storyline Gun]]\n\n[[payoff: gun]]\n')).toEqual([]);
    const study =
      '--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Wall }] }]\n';
    expect(found(`${study}--- e1.fountain\n[[payoff: gun]]\n`)).toEqual([]);
  });

  test('one of several ids is found at its word', () => {
    expect(found('--- e1.fountain\n[[setup: gun]]\n--- e2.fountain\n[[payoff: gun, glass]]\n')).toEqual([
      'warning payoff.unplanted e2.fountain: glass',
    ]);
  });

  test('a title is found whole', () => {
    expect(found("--- e1.fountain\n[[payoff: Peter's allergy]]\n")).toEqual([
      "warning payoff.unplanted e1.fountain: Peter's allergy",
    ]);
  });
});

describe('payoff.before-setup', () => {
  const paidThen = (setup: string) => `--- e1.fountain\n[[payoff: gun]]\n--- e2.fountain\n${setup}\n`;

  test('finds a payoff before every setup', () => {
    expect(found(paidThen('[[setup: gun]]'))).toEqual(['warning payoff.before-setup e1.fountain: gun']);
    expect(foundBy('payoff.before-setup', '--- e1.fountain\n[[payoff: gun]]\n\n[[setup: gun]]\n')).toHaveLength(1);
  });

  test.each([
    ['between two story times', '[[story: -6y]]\n\n[[setup: gun]]\n\n[[story: now]]'],
    ['in a scene that says so', 'INT. HOUSE - NIGHT (FLASHBACK)\n\n[[setup: gun]]'],
  ])('a setup in a flashback may come later: %s', (_, setup) => {
    expect(found(paidThen(setup))).toEqual([]);
  });

  test('after the flashback it may not', () => {
    const setup = '[[story: -6y]]\n\nText.\n\n[[story: now]]\n\n[[setup: gun]]';
    expect(found(paidThen(setup))).toEqual(['warning payoff.before-setup e1.fountain: gun']);
  });

  test('an event that the study tells in a flashback', () => {
    const study =
      '--- all.study.yaml\ntitle: All\nevents: [{ id: hung, text: It is hung, told: { episode: 2, flashback: true } }]\n';
    expect(found(study + paidThen('[[setup: gun event=hung]]'))).toEqual([]);
  });

  test('one earlier setup is enough', () => {
    expect(found(`--- e0.fountain\n[[setup: gun]]\n${paidThen('[[setup: gun]]')}`)).toEqual([]);
  });

  test("a study's entry proves no order", () => {
    const study = `--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Wall, episode: 3 }] }]\n`;
    expect(found(`${study}--- e1.fountain\n[[payoff: gun]]\n`)).toEqual([]);
  });

  test('two texts of one episode are not compared', () => {
    expect(found('--- e1.fountain\n[[payoff: gun]]\n--- e1.treatment.md\n[[setup: gun]]\n')).toEqual([]);
  });
});

describe('payoff.rushed', () => {
  test('finds a payoff in the scene of its only setup', () => {
    expect(found(`--- e1.fountain\n${scene('[[setup: gun]]\n\n[[payoff: gun]]')}`)).toEqual([
      'hint payoff.rushed e1.fountain: gun',
    ]);
  });

  test('the next scene is far enough, and so is a later payoff or an earlier setup', () => {
    expect(found(`--- e1.fountain\n${scene('[[setup: gun]]')}${scene('[[payoff: gun]]')}`)).toEqual([]);
    expect(found(`--- e1.fountain\n${scene('[[setup: gun]]\n\n[[payoff: gun]]')}${scene('[[payoff: gun]]')}`)).toEqual(
      [],
    );
    expect(found(`--- e1.fountain\n${scene('[[setup: gun]]')}${scene('[[setup: gun]]\n\n[[payoff: gun]]')}`)).toEqual(
      [],
    );
  });

  test('where there are no scenes nothing is said', () => {
    expect(found('--- e1.treatment.md\n[[setup: gun]]\n\n[[payoff: gun]]\n')).toEqual([]);
  });

  test.each([
    [2, 1],
    [3, 0],
  ])('in a script pages count where they are known: %i pages', (pages, finds) => {
    const fixture = season(`--- e1.fountain\n${scene('[[setup: gun]]')}${scene('[[payoff: gun]]')}`);
    const context = {
      ...fixture.context(),
      measure: { page: ({ item }: { item: number }) => (item < 2 ? 1 : 1 + pages), length: () => undefined },
    };
    expect(diagnose(context).map(({ code }) => code)).toHaveLength(finds);
  });
});
