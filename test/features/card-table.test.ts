import { expect, it } from 'vitest';
import { card } from '../../server/core/query/cards/card.ts';
import { markdownPen, plainPen, renderCard } from '../../server/features/card.ts';

const measured = card({ start: 0, end: 1 }, 'Episode 5', 'Episode', {
  table: {
    head: ['As a chamber play', 'Here', 'Films'],
    rows: [
      ['Place: A|B <img>', '92 %', '13 %'],
      ['Breaks in time', 'none', ''],
    ],
  },
});

it('a table of measures is a table', () => {
  expect(renderCard(measured, [], markdownPen)).toBe(
    [
      '**Episode 5** · *Episode*',
      [
        '| As a chamber play | Here | Films |',
        '| --- | --- | --- |',
        '| Place: A\\|B \\<img\\> | 92 % | 13 % |',
        '| Breaks in time | none |  |',
      ].join('\n'),
    ].join('\n\n'),
  );
});

it('can be read without Markdown', () => {
  expect(renderCard(measured, [], plainPen)).toContain('Place: A|B <img>: 92 % (Films: 13 %)\nBreaks in time: none');
});
