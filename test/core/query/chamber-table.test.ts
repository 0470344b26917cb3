import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../server/core/query/answers.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { season } from '../../fixture.ts';

function card(source: string): Card {
  const fixture = season(source);
  return hoverCard(fixture.context(), fixture.offset)!;
}

const script = `INT. HALL - NIGHT

One two three.

ANNA
Four five six seven.

INT. YARD - DAY

One two.
`;
const head = ['As a chamber play', 'Here', 'Median of 94 produced films', 'The Breakfast Club'];

describe('an episode that is to be a chamber play', () => {
  test('has a table beside what films come to, on its title page and its heading', () => {
    const expected = {
      head,
      rows: [
        ['In the most used place: HALL', '67 %', '13 %', '81 %'],
        ['Places, effective number', '1.8', '21.7', '1.5'],
        ['Speakers with nine tenths of the dialogue', '1', '11', '6'],
        ['Dialogue', '27 %', '41 %', '70 %'],
        ['Breaks in time', '1', '', ''],
      ],
    };
    expect(card(`--- e1.fountain\nTitle: The H$0all\n\n[[form: chamber-play]]\n\n${script}`).table).toEqual(expected);
    expect(card(`--- one.fountain\n# Epi$0sode 1\n\n[[form: chamber-play]]\n\n${script}`).table).toEqual(expected);
    const study = '--- all.study.yaml\ntitle: All\nepisodes: [{ number: 1, form: chamber-play }]\n';
    expect(card(`${study}--- one.fountain\n# Epi$0sode 1\n\n${script}`).table).toEqual(expected);
  });

  test('a treatment has only place and time', () => {
    const text =
      '--- one.treatment.md\n# Epi$0sode 1\n\n[[form: chamber-play]]\n\n## INT. HALL - NIGHT\n\nThey talk.\n';
    expect(card(text).table!.rows).toEqual([
      ['In the most used place: HALL', '100 %', '13 %', '81 %'],
      ['Places, effective number', '1.0', '21.7', '1.5'],
      ['Breaks in time', 'none', '', ''],
    ]);
  });

  test('the long table has one', () => {
    const sample = new URL('../../../samples/the-long-table/the-long-table.fountain', import.meta.url);
    const text = readFileSync(sample, 'utf8').replace('Title:', 'Ti$0tle:');
    expect(card(`--- long.fountain\n${text}`).table!.rows).toHaveLength(5);
  });
});

test('any other episode has one line', () => {
  const { table, lines } = card(`--- one.fountain\n# Epi$0sode 1\n\n${script}`);
  expect(table).toBeUndefined();
  expect(lines.at(-1)).toBe(
    '67 % in one place (HALL); 1.8 places in effect; 1 speaker with nine tenths of the dialogue; 27 % dialogue; 1 break in time.',
  );
  expect(card('--- one.treatment.md\n# Epi$0sode 1\n\nProse.\n').lines).toEqual([]);
});
