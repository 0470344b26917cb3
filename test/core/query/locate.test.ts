import { describe, expect, test } from 'vitest';
import { definition, implementation, references } from '../../../server/core/query/locate.ts';
import { type Fixture, season } from '../../fixture.ts';

type Ask = (fixture: Fixture) => (string | undefined)[] | undefined;
const texts = (fixture: Fixture, targets?: Parameters<Fixture['textOf']>[0][]) => targets?.map(fixture.textOf);
const definitions: Ask = (f) => texts(f, [...(definition(f.context(), f.offset)?.targets ?? [])]);
const implementations: Ask = (f) => texts(f, [...(implementation(f.context(), f.offset)?.targets ?? [])]);
const all = (f: Fixture, declaration = true) =>
  texts(f, [...(references(f.context(), f.offset, declaration)?.targets ?? [])]);

const story = (text: string) =>
  season(`--- e1.fountain
INT. HOUSE - NIGHT

[[setup: gun for=murder]] [[setup: glass for=murder]]

ANNA
Hello.
--- e2.treatment.md
[[setup: gun]] [[knows: murder who=anna]]
--- e3.fountain
${text}

[[payoff: gun]] [[reveal: murder to=audience]]
`);

describe('definition', () => {
  test('from payoff and reminder to the setups', () => {
    const setups = ['[[setup: gun for=murder]]', '[[setup: gun]]'];
    expect(definitions(story('[[payoff: gu$0n | x]]'))).toEqual(setups);
    expect(definitions(story('[[reminder: gu$0n]]'))).toEqual(setups);
  });

  test('from a reveal to the setups of its evidence, from what uses the fact to the reveal', () => {
    expect(definitions(story('[[reveal: mur$0der | x]]'))).toEqual([
      '[[setup: gun for=murder]]',
      '[[setup: glass for=murder]]',
      '[[setup: gun]]',
    ]);
    expect(definitions(story('[[uses: mur$0der who=anna]]'))).toEqual(['[[reveal: murder to=audience]]']);
    expect(definitions(story('[[setup: rope for=mur$0der]]'))).toEqual(['[[reveal: murder to=audience]]']);
  });

  test('from a name to whoever speaks under it', () => {
    expect(definitions(story('[[uses: murder who=an$0na]]'))).toEqual(['ANNA']);
    expect(definitions(story('[[uses: murder who=b$0o]]'))).toEqual([]);
  });

  test('begins at the word', () => {
    const fixture = story('[[payoff: glass, gu$0n]]');
    const { origin } = definition(fixture.context(), fixture.offset)!;
    expect(fixture.context().manuscript.text.slice(origin.start, origin.end)).toBe('gun');
  });

  test('nothing in prose', () => {
    expect(definition(story('Plain te$0xt.').context(), 3)).toBeUndefined();
  });
});

test('implementation goes from setup to payoffs and clearings, from fact to reveals', () => {
  expect(implementations(story('[[setup: gu$0n | x]]'))).toEqual(['[[payoff: gun]]']);
  expect(implementations(story('[[herring: bo$0]] [[herring: bo cleared]]'))).toEqual(['[[herring: bo cleared]]']);
  expect(implementations(story('[[setup: rope for=mur$0der]]'))).toEqual(['[[reveal: murder to=audience]]']);
});

test('references are all occurrences, in narrative order', () => {
  expect(all(story('[[reminder: gu$0n]]'))).toEqual([
    '[[setup: gun for=murder]]',
    '[[setup: gun]]',
    '[[reminder: gun]]',
    '[[payoff: gun]]',
  ]);
  expect(all(story('[[uses: murder who=an$0na]]'))).toEqual([
    'ANNA',
    '[[knows: murder who=anna]]',
    '[[uses: murder who=anna]]',
  ]);
});

describe('in the study', () => {
  const study = `--- all.study.yaml
title: All
characters: [{ id: anna, name: Anna Berg, aliases: [Annie] }]
events: [{ id: bang, text: Bang, told: { episode: 3 } }]
facts: [{ id: murder, text: He did it, status: holds }]
threads: [{ id: gun, title: The Gun, kind: object, setups: [{ text: Wall }], payoffs: [{ text: Bang, event: bang }] }]
`;
  const one = (text: string) => season(`${study}--- e3.fountain\n${text}\n`);

  test('a payoff whose setup stands nowhere else leads to the entry', () => {
    expect(definitions(one('[[payoff: gu$0n]]'))).toEqual(['Wall']);
  });

  test('an alias leads to the character, an event to its entry', () => {
    expect(definitions(one('ANN$0IE\nHello.'))).toEqual(['anna']);
    expect(definitions(one('[[payoff: gun event=ba$0ng]]'))).toEqual(['bang']);
  });

  test('references with and without the declaration', () => {
    expect(all(one('[[payoff: gu$0n event=bang]]'))).toEqual(['gun', 'Wall', '[[payoff: gun event=bang]]', 'Bang']);
    expect(all(one('[[payoff: gu$0n event=bang]]'), false)).toEqual(['Wall', '[[payoff: gun event=bang]]', 'Bang']);
    expect(all(one('[[payoff: gun event=ba$0ng]]'))).toEqual(['bang', '[[payoff: gun event=bang]]']);
  });
});
