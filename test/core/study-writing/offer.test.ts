import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { countOf, episodesFor } from '../../../server/core/study-writing/new-episodes.ts';
import { newStudy } from '../../../server/core/study-writing/new-study.ts';
import { noOffer, type StudyOffer, studyOffer } from '../../../server/core/study-writing/offer.ts';
import { folder, season } from '../../fixture.ts';
import { found } from '../rules/findings.ts';

const offerOf = (source: string, at = folder, horizon?: number) =>
  studyOffer(at, season(source).seasons.textsFor(at), horizon === undefined ? undefined : { episode: horizon });

const gull = `--- e01.fountain
Title: _**THE GULL**_
Season: 2
Episode: 1
Episode title: Low Water

INT. HALL - DAY
--- e02.treatment.md
---
title: The Gull
---

# Episode 2: The Tide
--- e03.spmd
INT. HALL - DAY
`;

describe('what the texts in a folder offer to a study', () => {
  test('is title, season, kinds of files, and episodes in order', () => {
    expect(offerOf(gull)).toEqual({
      title: 'The Gull',
      season: 2,
      files: ['*.fountain', '*.spmd', '*.treatment.md'],
      episodes: [{ number: 1, title: 'Low Water' }, { number: 2, title: 'The Tide' }, { number: 3 }],
    });
  });

  test('is nothing where there are none', () => {
    expect(offerOf('')).toBe(noOffer);
    expect(offerOf('--- notes.md\n# Episode 1')).toBe(noOffer);
  });

  test('no title where they do not agree, or say none', () => {
    expect(
      offerOf('--- e1.fountain\nTitle: Pilot\n\nA.\n--- e2.fountain\nTitle: The Tide\n\nB.\n').title,
    ).toBeUndefined();
    expect(offerOf('--- e1.fountain\nA.\n').title).toBeUndefined();
    expect(offerOf('--- e1.fountain\nTitle:\n    The\n    Gull\n\nA.\n--- e2.fountain\nB.\n').title).toBe('The Gull');
    expect(offerOf('--- e1.fountain\nTitle: ÉTÉ\n\nA.\n--- e2.fountain\nTitle: Été\n\nB.\n').title).toBe('Été');
  });

  test('no season and no episodes where there are several seasons', () => {
    const offer = offerOf('--- s01e01.fountain\nA.\n--- s02e01.fountain\nB.\n');
    expect(offer).toEqual({ files: ['*.fountain'], episodes: [] });
    expect(countOf(offer)).toBeUndefined();
  });

  test('of a film that it is one', () => {
    const offer = offerOf('--- gull.fountain\nTitle: The Gull\n\nA.\n--- gull.treatment\nB.\n');
    expect(offer).toEqual({ title: 'The Gull', files: ['*.fountain', '*.treatment'], episodes: [], film: true });
    expect(countOf(offer)).toBe(1);
  });

  test('those below, but for what has a study of its own or stands alone', () => {
    const deep = `--- scripts/e1.fountain\nTitle: A\n\nX.\n--- other/e2.fountain\nTitle: B\n\nX.\n--- other/b.study.yaml
title: B\n--- drafts/e3.fountain\nTitle: C\n\nX.\n--- e4.fountain\nTitle: A\nStudy: none\n\nX.\n`;
    expect(offerOf(deep)).toEqual({ title: 'A', files: ['**/*.fountain'], episodes: [{ number: 1 }] });
    expect(offerOf(deep, `${folder}/scripts`)).toEqual({
      title: 'A',
      files: ['*.fountain'],
      episodes: [{ number: 1 }],
    });
  });

  test('also where a study lies there already', () => {
    expect(offerOf(`${gull}--- a.study.yaml\ntitle: Another\n`)).toEqual(offerOf(gull));
  });

  test('in the languages that headings are read in, with CRLF too', () => {
    expect(offerOf('--- a.treatment.md\n# Folge 1: Ebbe\r\n\r\nX.\r\n\r\n# Folge 2: Flut\r\n').episodes).toEqual([
      { number: 1, title: 'Ebbe' },
      { number: 2, title: 'Flut' },
    ]);
  });

  test('no title of an episode beyond the horizon', () => {
    expect(offerOf(gull, folder, 1).episodes).toEqual([
      { number: 1, title: 'Low Water' },
      { number: 2 },
      { number: 3 },
    ]);
  });
});

describe('the episodes of a new study', () => {
  const offer = (...numbers: number[]): StudyOffer => ({ files: [], episodes: numbers.map((number) => ({ number })) });
  const numbers = (from: StudyOffer, count: number) => episodesFor(from, count).map(({ number }) => number);

  test.each<[number[], number, number[]]>([
    [[1, 2, 5], 5, [1, 2, 3, 4, 5]],
    [[3, 4], 4, [1, 2, 3, 4]],
    [[0, 1], 2, [0, 1]],
    [[101, 102, 105], 3, [101, 102, 105]],
    [[1, 900], 2, [1, 900]],
  ])('%j are %i, %j', (there, count, all) => {
    expect(countOf(offer(...there))).toBe(count);
    expect(numbers(offer(...there), count)).toEqual(all);
  });

  test('are as many as one says', () => {
    expect(numbers(offer(1, 2), 4)).toEqual([1, 2, 3, 4]);
    expect(numbers(offer(101), 3)).toEqual([101, 102, 103]);
    expect(numbers(offer(1, 2, 3), 2)).toEqual([1, 2]);
    expect(numbers(noOffer, 2)).toEqual([1, 2]);
    expect(numbers({ ...offer(), film: true }, 1)).toEqual([]);
    expect(numbers({ ...offer(), film: true }, 2)).toEqual([1, 2]);
  });
});

describe('a new study beside texts', () => {
  const made = (source: string, title = 'The Gull') => {
    const offer = offerOf(source);
    return newStudy(title, countOf(offer) ?? 1, offer);
  };

  test('has them as its season, and nothing wrong in it', () => {
    const text = made(gull);
    const fixture = season(`${gull}--- new.study.yaml\n${text}`);
    const { study, episodes } = fixture.season('e01.fountain');
    expect(study).toMatchObject({ title: 'The Gull', season: 2, files: ['*.fountain', '*.spmd', '*.treatment.md'] });
    expect(loadStudy(study!.uri, text).problems).toEqual([]);
    expect(episodes.map(({ number, title, told, declared }) => [number, title, !!told, !!declared])).toEqual([
      [1, 'Low Water', true, true],
      [2, 'The Tide', true, true],
      [3, undefined, true, true],
    ]);
    for (const path of fixture.manuscripts.keys()) {
      expect(fixture.seasons.assignment(fixture.uri(path))).toEqual({ season: study!.uri, study: study!.uri });
      const another = loadStudy(fixture.uri('a.study.yaml'), 'title: A').study!;
      expect(fixture.seasons.applyingWith(another)(fixture.uri(path))).toEqual({ study: study!.uri, because: 'files' });
    }
  });

  test('of a film leaves it to the script to say when it is over', () => {
    const film = (end: string) =>
      `--- gull.fountain\nTitle: The Gull\n\nINT. HALL - DAY\n\nA gun. [[setup: gun]]\n${end}`;
    const beside = (end: string) => found(`${film(end)}--- new.study.yaml\n${made(film(end))}`);
    expect(beside('')).toEqual(found(film('')));
    expect(beside('\nTHE END\n')).toEqual(['warning setup.unpaid gull.fountain: gun']);
  });

  test('whatever the texts say, has nothing wrong in it, with its examples too', () => {
    const word = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.option(fc.nat()), fc.nat(600), (title, name, number, count) => {
        const head = `Title: ${title}\n${number === null ? '' : `Episode: ${number}\n`}Episode title: ${name}\nSeason: 3\n`;
        const offer = offerOf(`--- a.fountain\n${head}\nX.\n--- b/e2.treatment.md\n# Episode 2: ${name}\n`);
        const text = newStudy(offer.title ?? 'A', count, offer);
        for (const whole of [text, text.replace(/^# (?=[\w ]*(- )?[\w{]+[:,]| {2})/gm, '')]) {
          const { study, problems } = loadStudy(`${folder}/new.study.yaml`, whole);
          expect(problems).toEqual([]);
          expect(study!.files).toEqual(offer.files);
          for (const episode of study!.episodes)
            expect(episode.title).toBe(offer.episodes.find((it) => it.number === episode.number)?.title);
        }
      }),
      { numRuns: 40 },
    );
  });
});
