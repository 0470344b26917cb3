import { expect, it } from 'vitest';
import { parsed } from '../../../server/cli/parse.ts';

/** As JSON would have it: without fields that are undefined. */
function output(text: string): unknown {
  return JSON.parse(JSON.stringify(parsed(text)));
}

it('prints every field of every element, and no other', () => {
  const text = [
    '\ufeffTitle:',
    '    Low Water',
    '',
    'INT. A #1A# [[x]]',
    '',
    'ANN (V.O.)',
    '(low)',
    'Hi.',
    '',
    'BOB ^',
    '~la',
    '',
    '## Two',
    '> THE END <',
  ].join('\r\n');
  expect(output(text)).toEqual([
    { type: 'title_page', text: 'Low Water', line: 0, start: 0, end: 21, key: 'Title' },
    { type: 'scene_heading', text: 'INT. A', line: 3, start: 25, end: 42, number: '1A' },
    { type: 'note', text: 'x', line: 3, start: 37, end: 42 },
    { type: 'character', text: 'ANN (V.O.)', line: 5, start: 46, end: 56, name: 'ANN', extension: 'V.O.' },
    { type: 'parenthetical', text: '(low)', line: 6, start: 58, end: 63 },
    { type: 'dialogue', text: 'Hi.', line: 7, start: 65, end: 68 },
    { type: 'character', text: 'BOB', line: 9, start: 72, end: 77, name: 'BOB', dual: true },
    { type: 'lyric', text: 'la', line: 10, start: 79, end: 82 },
    { type: 'section', text: 'Two', line: 12, start: 86, end: 92, depth: 2 },
    { type: 'centered', text: 'THE END', line: 13, start: 94, end: 105 },
  ]);
});

it('prints nothing of an empty text', () => {
  expect(output('')).toEqual([]);
  expect(output('\n\n')).toEqual([]);
});
