import { describe, expect, test } from 'vitest';
import { season } from '../../fixture.ts';

/** The episodes of the season of the first file: `S1E2 Two: e2.fountain + e2.treatment.md`. */
function episodes(source: string): string[] {
  const { episodes } = season(source).season();
  return episodes.map(({ season: of, number, title, told, linked }) => {
    const texts = [told, ...linked].map((text) => text?.uri.split('/show/')[1]).join(' + ');
    return `${of === undefined ? '' : `S${of}`}${number === undefined ? '' : `E${number}`} ${title ?? ''}: ${texts}`.trim();
  });
}

describe('the number of an episode', () => {
  test('stands in the text, in the head, or in the name', () => {
    expect(
      episodes('--- e1.fountain\nA\n--- x.fountain\nEpisode: 2\n\nB\n--- y.treatment.md\n# Episode 3: Three\n\nC'),
    ).toEqual(['E1 : e1.fountain', 'E2 : x.fountain', 'E3 Three: y.treatment.md']);
  });

  test('the text goes before the name', () => {
    expect(episodes('--- e1.fountain\nEpisode: 4\n\nA')).toEqual(['E4 : e1.fountain']);
  });

  test('a study whose files are names counts them, before the name of the file', () => {
    const study = (files: string) => `--- all.study.yaml\ntitle: All\nfiles: [${files}]\n`;
    const texts = '--- dawn.fountain\nA\n--- noon9.fountain\nB\n';
    expect(episodes(study('noon9.fountain, dawn.fountain') + texts)).toEqual([
      'E1 : noon9.fountain',
      'E2 : dawn.fountain',
    ]);
    expect(episodes(study('noon9.fountain, "*.fountain"') + texts)).toEqual([': dawn.fountain', ': noon9.fountain']);
  });

  test('one file may tell several', () => {
    expect(episodes('--- all.fountain\n# Episode 1\n\nA\n\n# Episode 2: Two\n\nB\n')).toEqual([
      'E1 : all.fountain',
      'E2 Two: all.fountain',
    ]);
  });
});

describe('the order', () => {
  test('is season, number, name; without a number last', () => {
    const study = '--- all.study.yaml\ntitle: All\n';
    expect(
      episodes(
        `${study}--- b.fountain\nB\n--- s02e01.fountain\nX\n--- s01e10.fountain\nY\n--- s01e09.fountain\nZ\n--- a.fountain\nA\n`,
      ),
    ).toEqual([
      'S1E9 : s01e09.fountain',
      'S1E10 : s01e10.fountain',
      'S2E1 : s02e01.fountain',
      ': a.fountain',
      ': b.fountain',
    ]);
  });

  test('without a season the study tells which it is', () => {
    const study = '--- all.study.yaml\ntitle: All\nseason: 2\n';
    expect(episodes(`${study}--- e1.treatment.md\nX\n--- s02e01.fountain\nY\n`)).toEqual([
      'S2E1 : s02e01.fountain + e1.treatment.md',
    ]);
  });
});

describe('two texts of one episode', () => {
  test('the script counts, the treatment is linked', () => {
    expect(episodes('--- e1.treatment.md\nA\n--- e1.fountain\nB\n')).toEqual(['E1 : e1.fountain + e1.treatment.md']);
  });

  test('of two scripts the first by name', () => {
    expect(episodes('--- e1 copy.fountain\nA\n--- e1.fountain\nB\n')).toEqual(['E1 : e1 copy.fountain + e1.fountain']);
  });
});

test('the study declares episodes that no text tells, and titles', () => {
  const study = '--- all.study.yaml\ntitle: All\nepisodes: [{ number: 2, title: Two, form: finale }, { number: 1 }]\n';
  expect(episodes(`${study}--- e1.fountain\nA\n`)).toEqual(['E1 : e1.fountain', 'E2 Two:']);
  expect(
    season(`${study}--- e1.fountain\n[[form: chamber-play]]\n`)
      .season()
      .episodes.map(({ form }) => form),
  ).toEqual(['chamber-play', 'finale']);
});

test('the title of a title page is the title of the series, where the number stands in the name', () => {
  expect(episodes('--- e1.fountain\nTitle: Guns\n\nA')).toEqual(['E1 : e1.fountain']);
  expect(season('--- e1.fountain\nTitle: Guns\n\nA').season().title).toBe('Guns');
});

describe('the story is over', () => {
  const over = (source: string) => season(source).season().over;
  const study = '--- all.study.yaml\ntitle: All\nepisodes: [{ number: 1 }, { number: 2 }]\n';

  test.each([
    ['a lone script that ends', '--- one.fountain\nText.\n\nTHE END\n', true],
    ['a lone script that fades out', '--- one.fountain\nText.\n\n> FADE OUT.\n', true],
    ['a lone script that goes on', '--- one.fountain\nText.\n', false],
    ['a lone treatment', '--- one.treatment.md\nTHE END\n', false],
    ['an episode', '--- e1.fountain\nText.\n\nTHE END\n', false],
    ['the last declared episode is there', `${study}--- e2.treatment.md\nText.\n`, true],
    ['the last declared episode is not there', `${study}--- e1.fountain\nText.\n\nTHE END\n`, false],
  ])('%s', (_, source, is) => {
    expect(over(source)).toBe(is);
  });
});
