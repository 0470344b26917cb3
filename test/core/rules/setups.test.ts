import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { season } from '../../fixture.ts';
import { found, foundBy, scene } from './findings.ts';

describe('setup.unpaid', () => {
  test('is a warning once a lone script has ended', () => {
    expect(found(`--- one.fountain\n${scene('[[setup: gun]]')}THE END\n`)).toEqual([
      'warning setup.unpaid one.fountain: gun',
    ]);
  });

  test('is a hint as long as the story goes on', () => {
    expect(found(`--- one.fountain\n${scene('[[setup: gun]]')}`)).toEqual(['hint setup.unpaid one.fountain: gun']);
    expect(found(`--- e1.fountain\n${scene('[[setup: gun]]')}> FADE OUT.\n`)).toEqual([
      'hint setup.unpaid e1.fountain: gun',
    ]);
  });

  test('looks for the payoff in the whole season', () => {
    expect(found(`--- e1.fountain\n[[setup: gun]]\n--- e2.treatment.md\n[[payoff: gun]]\n`)).toEqual([]);
  });

  test('the last episode that the study declares ends the season', () => {
    const study = '--- all.study.yaml\ntitle: All\nepisodes: [{ number: 1 }, { number: 2 }]\n';
    expect(found(`${study}--- e1.fountain\n[[setup: gun]]\n`)).toEqual(['hint setup.unpaid e1.fountain: gun']);
    expect(found(`${study}--- e1.fountain\n[[setup: gun]]\n--- e2.fountain\nText.\n`)).toEqual([
      'warning setup.unpaid e1.fountain: gun',
    ]);
  });

  test.each([
    '[[setup: gun intent=open]]',
    '[[setup: gun intent=motif]]',
    '[[setup: gun intent=herring]]',
    '[[storyline A]]',
  ])('%s owes no payoff', (mark) =>
    expect(foundBy('setup.unpaid', `--- one.fountain\n${scene(mark)}THE END\n`)).toEqual([]),
  );

  test('a payoff that only the study knows is a payoff', () => {
    const study = (points: string) =>
      `--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object${points} }]\n--- one.fountain\n[[setup: gun]]\n`;
    expect(found(study(', payoffs: [{ text: Bang }]'))).toEqual([]);
    expect(found(study(''))).toEqual(['hint setup.unpaid one.fountain: gun']);
    expect(found(study(', intent: open'))).toEqual([]);
  });

  test('a study may declare a motif', () => {
    const study = '--- all.study.yaml\ntitle: All\nthreads: [{ id: cake, title: Cake, kind: motif }]\n';
    expect(found(`${study}--- one.fountain\n[[setup: cake]]\n`)).toEqual([]);
  });

  test('a thread that is planted twice is found once', () => {
    expect(found(`--- e1.fountain\n[[setup: gun]]\n--- e2.fountain\n[[setup: gun]]\n`)).toEqual([
      'hint setup.unpaid e1.fountain: gun',
    ]);
  });

  test('is silent under a horizon', () => {
    expect(found(`--- one.fountain\n${scene('[[setup: gun]]')}THE END\n`, {}, { episode: 3 })).toEqual([]);
  });
});

describe('setup.unreinforced', () => {
  const at = (episode: number, more = '') =>
    found(`--- e1.fountain\n[[setup: gun]]\n\n${more}\n--- e${episode}.fountain\n[[payoff: gun]]\n`);

  test('finds a thread that nothing reminds of for three episodes', () => {
    expect(at(4)).toEqual(['info setup.unreinforced e1.fountain: gun']);
  });

  test('two are not too many, and a reminder or a second setup will do', () => {
    expect(at(3)).toEqual([]);
    expect(at(4, '[[reminder: gun]]')).toEqual([]);
    expect(at(4, '[[setup: gun]]')).toEqual([]);
  });

  test("a study's reminder without a place is one", () => {
    const study =
      '--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, reminders: [{ text: Once }] }]\n';
    expect(found(`${study}--- e1.fountain\n[[setup: gun]]\n--- e4.fountain\n[[payoff: gun]]\n`)).toEqual([]);
  });

  test.each([
    ['fountain', 30, 0],
    ['fountain', 31, 1],
    ['treatment.md', 30, 0],
    ['treatment.md', 31, 1],
  ])('pages count where they are known, those of a %s too: %i pages', (kind, pages, finds) => {
    const heading = kind === 'fountain' ? '' : '# ';
    const scenes = ['[[setup: gun]]', '[[payoff: gun]]'].map((mark) => heading + scene(mark));
    const fixture = season(`--- e1.${kind}\n${scenes.join('')}`);
    const measure = { page: ({ item }: { item: number }) => (item < 2 ? 1 : 1 + pages), length: () => undefined };
    expect(diagnose({ ...fixture.context(), measure })).toHaveLength(finds);
  });
});

describe('setup.forgotten', () => {
  const episodes = (last: number, more: Record<number, string> = {}) =>
    Array.from({ length: last }, (_, i) => {
      const text = more[i + 1] ?? (i === 0 ? '[[setup: gun]]' : i === last - 1 ? '[[payoff: gun]]' : 'Text.');
      return `--- e${i + 1}.fountain\n${text}\n`;
    }).join('');

  test('finds a thread that is away for five episodes', () => {
    expect(foundBy('setup.forgotten', episodes(7))).toEqual(['info setup.forgotten e1.fountain: gun']);
  });

  test('four are not too many', () => {
    expect(foundBy('setup.forgotten', episodes(6))).toEqual([]);
    expect(foundBy('setup.forgotten', episodes(7), { limits: { forgottenEpisodes: 5 } })).toEqual([]);
  });

  test('a reminder in between mends it', () => {
    expect(found(episodes(7, { 4: '[[reminder: gun]]' }))).toEqual([]);
  });

  test('where an episode is not there nothing is said', () => {
    expect(foundBy('setup.forgotten', episodes(7).replace(/--- e4[\s\S]*?(?=--- e5)/, ''))).toEqual([]);
  });

  test('nor where the study has an occurrence without a place, or cues and the prose is not at hand', () => {
    const study = (more: string) =>
      `--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, ${more} }]\n`;
    expect(found(study('reminders: [{ text: Somewhere }]') + episodes(7))).toEqual([]);
    expect(foundBy('setup.forgotten', study('cues: [the gun]') + episodes(7))).toEqual([]);
  });

  test.each([
    ['Text.', 1],
    ['There is the gun.', 0],
    ['INT. THE GUN - DAY\n\nText.', 1],
  ])('of a thread with cues the prose between tells: %j', (text, finds) => {
    const study = '--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, cues: [the gun] }]\n';
    const fixture = season(study + episodes(7, { 4: text }));
    const measure = {
      page: () => undefined,
      length: () => undefined,
      text: (uri: string) => fixture.manuscripts.get(uri.split('/').at(-1)!),
    };
    const codes = diagnose({ ...fixture.context('e1.fountain'), measure }).map(({ code }) => code);
    expect(codes.filter((code) => code === 'setup.forgotten')).toHaveLength(finds);
  });

  test('what comes after the last payoff does not count', () => {
    expect(found(episodes(8, { 2: '[[payoff: gun]]', 8: '[[reminder: gun]]' }))).toEqual([]);
  });
});

describe('herring.uncleared', () => {
  const story = (cleared: string) => `--- one.fountain\n${scene('[[herring: colin]]')}${scene(cleared)}THE END\n`;

  test('finds one that is never cleared', () => {
    expect(found(story('Text.'))).toEqual(['info herring.uncleared one.fountain: colin']);
  });

  test('at the limit: cleared in its own scene, or before it is planted', () => {
    expect(found(`--- one.fountain\n${scene('[[herring: colin]] [[herring: colin cleared]]')}THE END\n`)).toEqual([]);
    expect(
      found(`--- one.fountain\n${scene('[[herring: colin cleared]]')}${scene('[[herring: colin]]')}THE END\n`),
    ).toEqual([]);
  });

  test('not before the story is over, nor when it is cleared', () => {
    expect(found(story('[[herring: colin cleared]]'))).toEqual([]);
    expect(found(`--- one.fountain\n${scene('[[herring: colin]]')}`)).toEqual([]);
  });
});
