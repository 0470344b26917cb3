import { beforeAll, describe, expect, test } from 'vitest';
import type { MarkKind } from '../../../../server/core/annotations/annotation.ts';
import { craftCard, craftSubjects } from '../../../../server/core/query/craft-cards.ts';
import { hoverCard } from '../../../../server/core/query/hover.ts';
import { effectName, kindName, threadKindName } from '../../../../server/core/query/labels.ts';
import type { Horizon } from '../../../../server/core/season/horizon.ts';
import type { Effect, ThreadKind } from '../../../../server/core/study/study.ts';
import { season } from '../../../fixture.ts';
import { speakPseudo, untranslated } from '../../../pseudo.ts';

beforeAll(speakPseudo);

const cardAt = (source: string, horizon?: Horizon) => {
  const fixture = season(source);
  return hoverCard({ ...fixture.context(), ...(horizon && { horizon }) }, fixture.offset)!;
};

const scene = (text: string) => `INT. HALL - DAY\n\n${text}\n`;
const study = (lists: string) => `--- all.study.yaml\ntitle: All\n${lists}\n`;

test.each(craftSubjects)('the craft card %s and its source', (subject) => {
  const { text, source = '' } = craftCard(subject);
  expect(text).toMatch(/^⟦/);
  expect(untranslated(text + source)).toBe('');
});

test('every word of a choice', () => {
  const kinds: ThreadKind[] = ['object', 'trait', 'promise', 'secret', 'line', 'motif', 'clue'];
  const effects: Effect[] = ['surprise', 'suspense', 'irony', 'recognition', 'reversal'];
  const marks: MarkKind[] = ['setup', 'turn', 'story', 'form', 'craft', 'ignore', 'storyline', 'marker', 'todo'];
  const said = [...kinds.map(threadKindName), ...effects.map(effectName), ...marks.map(kindName)];
  expect(said).toEqual([...kinds, ...effects].map((word) => `⟦${word}⟧`).concat(said.slice(-marks.length)));
  expect(said.map(untranslated).join('')).toBe('');
});

describe('a thread', () => {
  test('that is left open', () => {
    const open = 'threads: [{ id: gun, title: Gun, kind: object, intent: open }]';
    expect(cardAt(`${study(open)}--- e1.fountain\n${scene('[[setup: g$0un]]')}`).kind).toBe(
      '⟦Setup⟧ · ⟦object⟧ · ⟦left open on purpose⟧',
    );
  });

  test.each([
    ['⟦not paid off yet⟧', '[[setup: g$0un]]'],
    ['⟦never paid off⟧', '[[setup: g$0un]]\n\nTHE END'],
    ['⟦not set up anywhere⟧', '[[payoff: g$0un]]'],
    ['⟦not cleared yet⟧', '[[herring: g$0un]]'],
    ['⟦never cleared⟧', '[[herring: g$0un]]\n\nTHE END'],
    ['⟦not revealed yet⟧', '[[setup: hat for=g$0un]]'],
  ])('of which something is owed: %s', (missing, text) => {
    expect(cardAt(`--- one.fountain\n${scene(text)}`).missing).toEqual([missing]);
  });

  test.each([
    ['⟦⟦1 episode⟧ later⟧', ''],
    ['⟦⟦2 episodes⟧ later⟧', '--- e2.fountain\nNothing.\n'],
  ])('with the way to its payoff: %s', (distance, between) => {
    const { places } = cardAt(
      `--- e1.fountain\n${scene('[[setup: g$0un]]')}${between}--- e${between ? 3 : 2}.fountain\n${scene('[[payoff: gun]]')}`,
    );
    expect(places.at(-1)?.distance).toBe(distance);
  });

  test('with pages and minutes on the way', () => {
    const fixture = season(`--- e1.fountain\n${scene('[[setup: g$0un]]\n\n[[payoff: gun]]')}`);
    const measure = { page: ({ item }: { item: number }) => 3 * item, length: () => undefined };
    expect(hoverCard({ ...fixture.context(), measure }, fixture.offset)!.places.at(-1)?.distance).toBe(
      '⟦⟦3 pages⟧ · ⟦3 minutes⟧ later⟧',
    );
  });
});

describe('a mention', () => {
  const story = (role: string) =>
    study(`events: [{ id: hung, text: Hung., told: { episode: 1 }, cues: [on the wall] }]
threads:
  - { id: gun, title: Gun, kind: object, cues: [gun], ${role}: [{ text: X, event: hung, episode: 1 }] }
  - { id: toy, title: Toy, kind: motif, cues: [toy, gun] }`);
  const card = (text: string, role = 'setups') =>
    cardAt(`${story(role)}--- e1.fountain
${scene(text)}`);

  test('is said to be one', () => {
    const { kind, lines } = card('A g$0un.');
    expect(kind).toBe('⟦Mention⟧ · ⟦object⟧');
    expect(lines.slice(0, 2)).toEqual(['⟦A mention: “gun” refers to this thread.⟧', '⟦Also a mention of: Toy.⟧']);
  });

  test.each(['setup', 'reminder', 'payoff'])('with the role of a %s, and why', (role) => {
    const { kind, lines } = card('A g$0un hangs on the wall.', `${role}s`);
    expect(kind).toMatch(/^⟦\w+⟧ · ⟦inferred⟧ · ⟦object⟧$/);
    expect(lines[0]).toBe(
      `⟦A mention; the role is inferred, since the study places this ${role} in what the paragraph tells: Hung.⟧`,
    );
  });
});

describe('a part of the text', () => {
  const both = (script: string, treatment: string) =>
    `${study('episodes: [{ number: 1 }]')}--- e1.fountain\nEpisode: 1\n${script}\n\n${scene('Nothing.')}
--- e1.treatment.md\n---\nepisode: 1\n${treatment}\n---\n\nNothing.\n`;

  test('that another text tells too', () => {
    const texts = [both('Title: X$0', 'title: X'), both('Title: X', 'title: X$0')].map((source) => cardAt(source));
    expect(texts.flatMap(({ lines }) => lines.filter((line) => line.includes('nother')))).toEqual([
      '⟦Another text tells this episode too; this one counts.⟧',
      '⟦Another text of this episode counts; this one is linked to it.⟧',
    ]);
    expect(texts.flatMap(({ places }) => places.map(({ role }) => role))).toEqual(['⟦Treatment⟧', '⟦Script⟧']);
    expect(texts[0]!.kind).toMatch(/^⟦Episode⟧/);
  });

  test('without a number is a story', () => {
    expect(cardAt(`--- one.fountain\nTitle: The H$0all\n\n${scene('Nothing.')}`).kind).toMatch(/^⟦Story⟧/);
  });

  test.each([
    ['⟦Episode⟧', '# Episode 2$0\n\nINT. A - DAY\n\nX.'],
    ['⟦Act⟧', '# Episode 2\n\n## Act O$0ne\n\nINT. A - DAY\n\nX.'],
    ['⟦Scene⟧', '# Episode 2\n\nINT. A$0 - DAY\n\nX.'],
    ['⟦Setup⟧', '# Episode 2\n\nINT. A - DAY\n\n[[setup: g$0un]]'],
    ['⟦Turn⟧', '# Episode 2\n\nINT. A - DAY\n\n[[turn: mid$0point]]'],
  ])('that lies beyond the horizon: %s', (title, text) => {
    const card = cardAt(`--- all.fountain\n# Episode 1\n\nINT. B - DAY\n\nX.\n\n${text}\n`, { episode: 1 });
    expect([card.title, ...card.lines]).toEqual([title, '⟦This lies beyond the horizon, which is at episode 1.⟧']);
  });

  test('with more threads than one reads', () => {
    const marks = Array.from({ length: 10 }, (_, i) => `[[setup: t${i}]]`).join('\n');
    const { lines } = cardAt(`--- one.fountain\nINT. H$0ALL - DAY\n\n${marks}\n`);
    expect(lines).toContain('⟦Threads: ⟦t0, t1, t2, t3, t4, t5, t6, t7 and ⟦2 others⟧⟧.⟧');
  });

  test('with one speaker', () => {
    const { lines } = cardAt(`--- one.fountain\nTitle: The H$0all\n\n${scene('ANNA\nYes.')}`);
    expect(lines.at(-1)).toContain('⟦1 speaker with nine tenths of the dialogue⟧');
  });
});

test('who does not know what others know', () => {
  const lists = 'characters: [{ id: anna, name: Anna }, { id: bo, name: Bo }]\nfacts: [{ id: who, text: Who }]';
  const tale = (first: string) => `${study(lists)}--- one.fountain\n${scene(first)}\n[[reveal: who to=anna,bo]]\n`;
  const { knows } = cardAt(tale('[[reveal: w$0ho to=anna]]'));
  expect(knows).not.toEqual([]);
  expect(
    knows
      .map(untranslated)
      .join('')
      .replace(/[,; :]/g, ''),
  ).toBe('');
  expect(cardAt(tale('[[setup: hat for=w$0ho]]')).knows.map(untranslated).join('')).toBe('');
});

test('the audience', () => {
  const { title, kind } = cardAt(`--- one.fountain\n${scene('[[reveal: who to=aud$0ience]]')}`);
  expect([title, kind]).toEqual(['⟦The audience⟧', '⟦Whoever watches⟧']);
  expect(cardAt(`--- one.fountain\n${scene('[[reveal: w$0ho to=audience via=letter]]')}`).kind).toBe(
    '⟦Reveal⟧ · ⟦to ⟦the audience⟧⟧ · ⟦via letter⟧',
  );
});
