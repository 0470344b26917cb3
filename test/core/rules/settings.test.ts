import { describe, expect, test } from 'vitest';
import { found, scene } from './findings.ts';

describe('settings', () => {
  const text = '--- one.fountain\n[[payoff: gun]]\n';

  test('make a rule louder, quieter, silent', () => {
    expect(found(text, { rules: { 'payoff.unplanted': 'error' } })).toEqual([
      'error payoff.unplanted one.fountain: gun',
    ]);
    expect(found(text, { rules: { 'payoff.unplanted': 'off' } })).toEqual([]);
  });

  test('what is no severity leaves the default', () => {
    for (const value of ['loud', 3, null, {}]) {
      expect(found(text, { rules: { 'payoff.unplanted': value } })).toEqual([
        'warning payoff.unplanted one.fountain: gun',
      ]);
    }
  });

  test('a hint before the end stays a hint', () => {
    const setup = '--- one.fountain\n[[setup: gun]]\n';
    expect(found(setup, { rules: { 'setup.unpaid': 'error' } })).toEqual(['hint setup.unpaid one.fountain: gun']);
  });
});

describe('ignore', () => {
  test('silences the next line that is not blank', () => {
    expect(
      found('--- one.fountain\nText.\n\n[[ignore: payoff.unplanted | why]]\n\n[[payoff: gun]]\n\n[[payoff: glass]]\n'),
    ).toEqual(['warning payoff.unplanted one.fountain: glass']);
  });

  test('silences no other rule', () => {
    expect(found('--- one.fountain\nText.\n\n[[ignore: setup.unpaid]]\n[[payoff: gun]]\n')).toHaveLength(1);
  });

  test('several may stand above one another, and one may stand in the line', () => {
    expect(
      found(
        '--- one.fountain\nText.\n\n[[ignore: payoff.unplanted]]\n[[ignore: setup.unpaid]]\n[[payoff: gun]] [[setup: glass]]\n',
      ),
    ).toEqual([]);
    expect(found('--- one.fountain\nText.\n\nBang. [[payoff: gun]] [[ignore: payoff.unplanted]]\n')).toEqual([]);
  });

  test('at the top of the file it holds for the file', () => {
    const rest = 'Text.\n\n[[payoff: gun]]\n\nText.\n\n[[payoff: glass]]\n';
    expect(found(`--- one.fountain\n[[ignore: payoff.unplanted]]\n\n${rest}`)).toEqual([]);
    expect(
      found(`--- one.fountain\nTitle: One\n\n[[ignore: setup.unpaid]]\n[[ignore: payoff.unplanted]]\n\n${rest}`),
    ).toEqual([]);
    const form = '[[form: finale]]\n\n';
    expect(found(`--- one.fountain\n${form}[[ignore: payoff.unplanted]]\n\n${rest}`)).toEqual([]);
    expect(found(`--- one.fountain\n[[craft: x]]\n\n[[ignore: payoff.unplanted]]\n\n${rest}`)).toHaveLength(2);
    expect(found(`--- one.treatment.md\n---\nTitle: One\n---\n\n<!-- ignore: payoff.unplanted -->\n\n${rest}`)).toEqual(
      [],
    );
  });
});

test('ordinary texts without annotations have nothing to find', () => {
  expect(
    found(
      `--- one.fountain\nTitle: One\n\n${scene('ANNA\nHello. [[why?]]')}THE END\n--- two.treatment.md\n# Two\n\nProse.\n`,
    ),
  ).toEqual([]);
});

describe('under a horizon', () => {
  const story =
    '--- e1.fountain\n[[payoff: gun]]\n\n[[setpu: x]]\n--- e2.fountain\n[[setup: gun]]\n\n[[payoff: glass]]\n\n[[setpu: y]]\n';

  test('what lies ahead is not told, how an annotation is written is', () => {
    expect(found(story, {}, { episode: 1 })).toEqual([
      'hint annotation.typo e1.fountain: setpu',
      'hint annotation.typo e2.fountain: setpu',
    ]);
  });

  test('within it all is told', () => {
    expect(found(story, {}, { episode: 2 })).toEqual([
      'warning payoff.before-setup e1.fountain: gun',
      'hint annotation.typo e1.fountain: setpu',
      'warning payoff.unplanted e2.fountain: glass',
      'hint annotation.typo e2.fountain: setpu',
    ]);
  });
});
