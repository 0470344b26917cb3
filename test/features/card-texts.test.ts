import { beforeAll, describe, expect, test } from 'vitest';
import { Script } from '../../server/core/fountain/script.ts';
import { lengthOf, pageAt } from '../../server/core/pages/manuscript-pages.ts';
import type { Card } from '../../server/core/query/answers.ts';
import { card as emptyCard } from '../../server/core/query/cards/card.ts';
import type { Measure, QueryContext } from '../../server/core/query/context.ts';
import { hoverCard } from '../../server/core/query/hover.ts';
import { itemsOf } from '../../server/core/season/items.ts';
import { loadStudy } from '../../server/core/study/load.ts';
import { entryCard } from '../../server/core/study-language/entry-card.ts';
import { allLists } from '../../server/core/study-language/lists.ts';
import { plainPen, renderCard } from '../../server/features/card.ts';
import { oneLine } from '../../server/features/escape.ts';
import { markdownList } from '../../server/features/markdown-list.ts';
import { type Fixture, season } from '../fixture.ts';
import { speakBlank, speakEnglish, speakPseudo, untranslated } from '../pseudo.ts';
import { textsOf } from '../samples/load.ts';

/**
 * Every card that the samples have anywhere. In a language whose texts say nothing but what is put into them, all that is
 * left of a card are words that the writer or the study wrote, and numbers.
 */
const samples = ['samples/broken', 'samples/the-long-table', 'samples/all-her-fault'].map((folder) => {
  const texts = textsOf(folder);
  const source = [...texts].map(([name, text]) => `--- ${name}\n${text}`).join('\n');
  const fixture = season(source);
  const studies = [...texts].flatMap(([name, text]) =>
    name.endsWith('.study.yaml') ? (loadStudy(fixture.uri(name), text).study ?? []) : [],
  );
  return { folder, fixture, studies };
});

/** What is one of several words of ours, and not one of the writer's. Turns are of whatever kind the writer says. */
const chosen: ReadonlySet<string> = new Set(['kind', 'type', 'intent', 'status', 'effect', 'form', 'uri', 'files']);

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) if (!chosen.has(key)) yield* stringsIn(part);
}

type Sample = (typeof samples)[number];

/** What takes from a line all that the writer wrote. */
function writersOf({ fixture, studies }: Sample): RegExp {
  const words = [
    ...studies.flatMap((study) => [...stringsIn(study), ...study.turns.map(({ kind }) => kind)]),
    ...[...fixture.manuscripts].flatMap(([path, manuscript]) => {
      const { title, episodes, files } = fixture.season(path);
      const elements = manuscript instanceof Script ? [...manuscript.elements(0)] : [];
      return [
        title,
        ...episodes.flatMap((one) => one.title ?? []),
        ...stringsIn([...files.values()]),
        ...elements.flatMap(({ type, text }) => (type === 'synopsis' ? text : [])),
      ];
    }),
  ];
  const written = words.flatMap((one) => [one, one.replace(/\.$/, ''), one.replaceAll('-', ' ')]);
  return expressionOf(written.flatMap((one) => [one, capital(one)]));
}

/** As it begins a sentence. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function expressionOf(words: readonly string[]): RegExp {
  const all = [...new Set(words.map(oneLine))].filter((one) => /\p{L}/u.test(one));
  const longest = all.sort((a, b) => b.length - a.length).map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join('|') || '$.'})(?![\\p{L}\\p{N}])`, 'gu');
}

function measureOf({ fixture }: Sample): Measure {
  const of = (uri: string) => fixture.manuscripts.get(uri.slice(fixture.uri('').length))!;
  return {
    page: ({ uri, item }) => pageAt(of(uri), of(uri).place(item).start),
    length: ({ uri, first, end }) => {
      const items = itemsOf(of(uri).facts).length;
      const at = (item: number) => (item < items ? of(uri).place(item).start : of(uri).text.length);
      return lengthOf(of(uri), at(first), at(end));
    },
  };
}

/** A card, with the words that it stands at. */
interface Shown {
  readonly card: Card;
  readonly words: string;
}

function* cardsOf(sample: Sample, horizon?: QueryContext['horizon']): Generator<Shown> {
  const { fixture } = sample;
  const measure = measureOf(sample);
  for (const [path, { text }] of fixture.manuscripts) {
    const context = { ...fixture.context(path), measure, ...(horizon && { horizon }) };
    let end = 0;
    for (const { index } of text.slice(0, text.length).matchAll(/[\p{L}\p{N}]+/gu)) {
      if (index < end) continue;
      const card = hoverCard(context, index);
      if (!card) continue;
      // A long span may hold several things; a word that is all of it does not.
      end = text.slice(card.span.start, card.span.end).includes(' ') ? 0 : card.span.end;
      yield { card, words: text.slice(card.span.start, card.span.end) };
    }
  }
  if (!horizon) for (const card of entryCards(fixture, sample, measure)) yield { card, words: '' };
}

function entryCards(fixture: Fixture, { studies }: Sample, measure: Measure): Card[] {
  const whole = fixture.season();
  const ids = studies.flatMap((study) => [...stringsIn(study), ...study.episodes.map(({ number }) => `${number}`)]);
  const known = [...new Set(ids)].filter((id) => /^\S+$/.test(id));
  return allLists.flatMap((list) =>
    known.flatMap((id) => entryCard(whole, { list, id }, { start: 0, end: 0 }, measure) ?? []),
  );
}

/** What is said on the cards and neither translated nor the writer's. */
function leftOn(cards: Iterable<Shown>, writers: RegExp): string[] {
  const left = new Set<string>();
  const known = new Set<string>();
  for (const { card, words } of cards) {
    for (const line of renderCard(card, [], plainPen).split('\n')) {
      if (known.has(line)) continue;
      known.add(line);
      const rest = line.replace(writers, '').replaceAll(oneLine(words), '');
      if (/\p{L}/u.test(rest)) left.add(`${rest} (${line})`);
    }
  }
  return [...left];
}

describe.each(samples)('$folder', (sample) => {
  test.each([
    ['whole', undefined],
    ['up to a horizon', { episode: 2 }],
  ])(
    '%s: all that cards say is translated, but for what the writer wrote',
    (_, horizon) => {
      speakBlank();
      expect(leftOn(cardsOf(sample, horizon), writersOf(sample))).toEqual([]);
    },
    60_000,
  );

  test('would be found if it were not', () => {
    speakEnglish();
    const said = leftOn(cardsOf(sample), writersOf(sample)).join('\n');
    for (const word of ['Setup', 'Reminder', 'Character', 'Scene', 'later', 'Speaking', 'here'])
      if (sample.folder !== 'samples/all-her-fault' || word !== 'Speaking') expect(said).toContain(word);
  }, 60_000);
});

describe('what a card says of its own', () => {
  beforeAll(speakPseudo);

  test('is translated', () => {
    const line = { role: '', where: '', here: true, reading: true };
    const said = renderCard(
      emptyCard({ start: 0, end: 0 }, '', '', {
        places: [line],
        craft: [{ text: '', sources: [], reading: true }],
        disputes: [{ title: '', claims: [] }],
      }),
      [],
      plainPen,
    );
    expect(said.match(/⟦[^⟦⟧]*⟧/g)).toEqual(['⟦here⟧', '⟦a reading⟧', '⟦a reading⟧', '⟦Disputed⟧']);
    expect(untranslated(said)).not.toMatch(/\p{L}/u);
  });

  test.each(['paid', 'open', 'herring', 'cleared'])('a thread in a list that is %s', (status) => {
    const said = markdownList([{ id: '', label: '', kind: 'thread', status, children: [] }]);
    expect(untranslated(said)).toBe('-  — \n');
    expect(said).toContain('⟦');
  });
});
