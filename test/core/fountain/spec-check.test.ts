import { describe, expect, it } from 'vitest';
import { parsed } from '../../../server/cli/parse.ts';
import { COMBINATION_ROWS } from './spec/combinations.ts';
import { HEADING_ROWS } from './spec/headings.ts';
import { ACTION_ROWS, CUT_ROWS } from './spec/paragraphs.ts';
import { parsedFile } from './spec/rows.ts';
import { LINE_ROWS, TRANSITION_ROWS } from './spec/single-lines.ts';
import { CUE_ROWS, SPEECH_ROWS } from './spec/speeches.ts';
import { FILE_ROWS, TITLE_PAGE_ROWS } from './spec/title-pages.ts';

/** What the words of fountain.md and of the output of `chekhov parse` demand, written down by someone who did not know the code. */
describe.each([
  ['scene headings', HEADING_ROWS],
  ['cues', CUE_ROWS],
  ['speeches', SPEECH_ROWS],
  ['transitions', TRANSITION_ROWS],
  ['other elements of one line', LINE_ROWS],
  ['action', ACTION_ROWS],
  ['notes and boneyards', CUT_ROWS],
  ['title pages', TITLE_PAGE_ROWS],
  ['files', FILE_ROWS],
  ['combinations', COMBINATION_ROWS],
])('%s', (_, rows) => {
  it.each(rows.map(([file, ...elements]) => [JSON.stringify(file), file, elements] as const))(
    '%s',
    (_, file, elements) => {
      expect(parsedFile(file)).toEqual(elements);
    },
  );
});

describe('offsets', () => {
  const places = (text: string) => parsed(text).map(({ type, line, start, end }) => [type, line, start, end]);

  it('count UTF-16 units, both of a CRLF, and no byte-order mark', () => {
    expect(places('\ufeff.😀\r\n\r\n!😀 [[n]]\r\nb\r\n')).toEqual([
      ['action', 0, 0, 3],
      ['action', 2, 7, 19],
      ['note', 2, 11, 16],
    ]);
  });

  it('start before a forcing mark and end before the line end', () => {
    expect(places('.A #1#\n\n@b ^\n~c\n')).toEqual([
      ['scene_heading', 0, 0, 6],
      ['character', 2, 8, 12],
      ['lyric', 3, 13, 15],
    ]);
  });
});
