import { describe, expect, test } from 'vitest';
import { found, foundBy, scene } from './findings.ts';

describe('reveal.unsupported', () => {
  test('finds a reveal without evidence where the season has evidence for others', () => {
    expect(
      foundBy('reveal.unsupported', '--- e1.fountain\n[[setup: gun for=other intent=open]]\n\n[[reveal: murder]]\n'),
    ).toEqual(['warning reveal.unsupported e1.fountain: murder']);
  });

  test('finds evidence that comes too late', () => {
    expect(
      foundBy('reveal.unsupported', '--- e1.fountain\n[[reveal: murder]]\n\n[[setup: gun for=murder intent=open]]\n'),
    ).toHaveLength(1);
  });

  test('evidence before it supports it, and later tellings', () => {
    expect(
      found(
        '--- e1.fountain\n[[setup: gun for=murder intent=open]]\n\n[[reveal: murder to=audience]]\n\n[[reveal: murder to=anna]]\n',
      ),
    ).toEqual([]);
  });

  test('evidence in a flashback goes back to before', () => {
    const text = (heading: string) =>
      `--- e1.fountain\n[[reveal: murder]]\n\n${heading}\n\n[[setup: gun for=murder intent=open]]\n`;
    expect(foundBy('reveal.unsupported', text('INT. BARN - DAY'))).toHaveLength(1);
    expect(foundBy('reveal.unsupported', text('INT. BARN - DAY (FLASHBACK)'))).toEqual([]);
  });

  test('where nobody says what is evidence, nothing is said', () => {
    expect(found('--- e1.fountain\n[[reveal: murder]]\n')).toEqual([]);
  });

  const study = (evidence: string) => `--- all.study.yaml
title: All
threads: [{ id: gun, title: Gun, kind: object, intent: open, setups: [{ text: Wall, episode: 1 }] }]
facts: [{ id: murder, text: He did it, status: holds }]
reveals: [{ id: r, fact: murder, to: [audience], episode: 1, evidence: [${evidence}] }]
`;

  test('a study declares evidence for its reveal, and its entries prove no order', () => {
    expect(found(`${study('gun')}--- e1.fountain\n[[reveal: murder]]\n`)).toEqual([]);
    expect(found(`${study('gun')}--- e1.fountain\n[[reveal: murder]]\n\n[[setup: gun]]\n`)).toEqual([
      'warning reveal.unsupported e1.fountain: murder',
    ]);
    expect(found(`${study('')}--- e1.fountain\n[[reveal: murder]]\n`)).toEqual([]);
  });

  test('a `for=` in the season declares it for the reveals of the study too', () => {
    const reveal = '[[reveal: murder to=audience]]\n\n[[setup: gun for=murder]]\n';
    const text = `${study('').replace(/threads:.*\n/, '')}--- e1.fountain\n${reveal}`;
    expect(foundBy('reveal.unsupported', text)).toEqual(['warning reveal.unsupported e1.fountain: murder']);
  });
});

describe('reveal.repeated', () => {
  test('finds a reveal to people who know', () => {
    expect(
      found('--- e1.fountain\n[[reveal: murder to=anna,audience]]\n\n[[reveal: murder to=audience,anna]]\n'),
    ).toEqual(['hint reveal.repeated e1.fountain: murder']);
    expect(found('--- e1.fountain\n[[knows: murder who=anna]]\n\n[[reveal: murder to=anna]]\n')).toHaveLength(1);
  });

  test('one who does not know is enough', () => {
    expect(found('--- e1.fountain\n[[reveal: murder to=audience]]\n\n[[reveal: murder to=audience,anna]]\n')).toEqual(
      [],
    );
  });

  test('using it is not knowing it', () => {
    expect(
      foundBy('reveal.repeated', '--- e1.fountain\n[[uses: murder who=anna]]\n\n[[reveal: murder to=anna]]\n'),
    ).toEqual([]);
  });

  test('of a flashback nothing is concluded for characters, but for the audience', () => {
    const told = (to: string) =>
      found(
        `--- e1.fountain\n[[story: -1y]]\n\n[[reveal: murder to=${to}]]\n\n[[story: now]]\n\n[[reveal: murder to=${to}]]\n`,
      );
    expect(told('anna')).toEqual([]);
    expect(told('audience')).toHaveLength(1);
  });
});

describe('fact.disputed', () => {
  const study = '--- all.study.yaml\ntitle: All\nfacts: [{ id: years, text: How long ago, status: disputed }]\n';

  test('finds it told as settled', () => {
    expect(found(`${study}--- one.fountain\n[[reveal: years]]\n`)).toEqual(['info fact.disputed one.fountain: years']);
  });

  test('at the limit: one of two facts is disputed; a disputed fact is used, not told', () => {
    expect(found(`${study}--- one.fountain\n[[learns: years who=anna]]\n`)).toHaveLength(1);
    expect(foundBy('fact.disputed', `${study}--- one.fountain\n[[reveal: other, years]]\n`)).toEqual([
      'info fact.disputed one.fountain: years',
    ]);
    expect(
      foundBy('fact.disputed', `${study}--- one.fountain\n[[knows: years who=anna]] [[uses: years who=anna]]\n`),
    ).toEqual([]);
  });

  test('told as disputed it is well', () => {
    expect(found(`${study}--- one.fountain\n[[reveal: years as=disputed]]\n`)).toEqual([]);
    expect(found('--- one.fountain\n[[reveal: years]]\n')).toEqual([]);
  });
});

describe('act.no-turn', () => {
  const acts = (first: string, second = '[[turn: midpoint]]') =>
    `--- one.fountain\n# Act One\n\n${scene('Text.')}${scene(first)}# Act Two\n\n${scene(second)}# Act Three\n\n${scene('Text.')}# Tag\n\n${scene('Text.')}`;

  test('finds an act that does not end in a turn', () => {
    expect(found(acts('Text.'))).toEqual(['hint act.no-turn one.fountain: # Act One']);
  });

  test.each(['[[turn: act-out]]', '[[turn: surprise]]', '[[reveal: murder]]'])('%s turns it', (mark) => {
    expect(found(acts(mark))).toEqual([]);
  });

  test('at the limit: a turn in the last scene of the act is its end, one in the scene before is not', () => {
    expect(found(acts('It ends.\n\n[[turn: x]]\n\nAnd then.'))).toEqual([]);
    const early = `--- one.fountain\n# Act One\n\n${scene('[[turn: x]]')}${scene('Text.')}# Act Two\n\n${scene('Text.')}`;
    expect(found(early)).toEqual(['hint act.no-turn one.fountain: # Act One']);
  });

  test('where no turn is marked nothing is said', () => {
    expect(found(acts('Text.', 'Text.'))).toEqual([]);
  });

  test.each([
    [
      'a turn',
      'turns: [{ id: t, kind: midpoint, text: It turns, episode: 1 }, { id: u, kind: x, text: Again, event: e }]',
    ],
    ['a reveal', 'facts: [{ id: f, text: F, status: holds }]\nreveals: [{ id: r, fact: f, to: [audience], event: e }]'],
  ])('%s that only the study has may end any act', (_, entries) => {
    const study = (number: number) =>
      `--- all.study.yaml\ntitle: All\nevents: [{ id: e, text: E, told: { episode: ${number} } }]\n${entries}\n`;
    const text = acts('Text.').replace('one.fountain', 'e1.fountain');
    expect(found(study(1) + text)).toEqual([]);
    expect(found(study(2) + text)).toEqual(['hint act.no-turn e1.fountain: # Act One']);
  });
});
