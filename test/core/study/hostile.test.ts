import { describe, expect, it, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { expectLinear } from '../../growth.ts';

const load = (text: string) => loadStudy('file:///s.study.yaml', text);
const many = (length: number, each: number, line: (i: number) => string) =>
  Array.from({ length: Math.floor(length / each) }, (_, i) => line(i)).join('');

/** Study files of about so many units in which a reader may compare each thing with all others, or run out of stack. */
const hostile: [name: string, make: (length: number) => string][] = [
  ['keys without number', (length) => many(length, 10, (i) => `key${i}: 1\n`)],
  ['keys of one entry', (length) => `threads:\n  - id: a\n${many(length, 14, (i) => `    key${i}: 1\n`)}`],
  ['one key again and again', (length) => many(length, 5, () => 'a: 1\n')],
  ['entries without anything', (length) => `threads:\n${many(length, 7, () => '  - {}\n')}`],
  ['one id again and again', (length) => `facts:\n${many(length, 24, () => '  - { id: a, text: b }\n')}`],
  ['words that name nothing', (length) => `disputes: [{ id: a, on: [${many(length, 6, (i) => `z${i}, `)}] }]`],
  ['an alias again and again', (length) => `a: &a b\nthemes: [${many(length, 4, () => '*a, ')}]`],
  ['tags', (length) => `themes:\n${many(length, 11, () => '  - !!x b\n')}`],
  ['tabs', (length) => many(length, 5, () => '\t- a\n')],
  ['lines that end as elsewhere', (length) => `threads:\r\n${many(length, 11, () => '  - id: x\r\n')}`],
  ['brackets', (length) => `themes: [${many(length, 3, () => '[],')}]`],
];

describe('a hostile study takes time in proportion to its length', { timeout: 120_000 }, () => {
  it.each(hostile)('%s', (_, make) => expectLinear(make, load, 6000));
});

test('what is more than anybody mends is neither told nor a reason to fail', () => {
  const bytes = 300_000;
  for (const make of [
    () => `themes: [${many(bytes, 3, () => '{},')}]`,
    () => `themes: [${many(bytes, 6, () => '1e999,')}]`,
    () => `threads:\n${many(bytes, 7, () => '  - {}\n')}`,
  ]) {
    const { problems } = load(make());
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(1000);
  }
  expect(load(`title: ${'x'.repeat(1_000_000)}`).problems.map(({ message }) => message)).toEqual([
    'This study file is too large to read: the limit is 1 MB.',
  ]);
}, 60_000);

test.each(['\n', '\r\n', '\r'])('lines may end in %j, and the file begin with a mark of its byte order', (end) => {
  const text = `\ufeffstudy: 1\ntitle: X\nthreads:\n  - { id: a, title: A, kind: gun }\n`.replaceAll('\n', end);
  const { study, problems } = load(text);
  expect(study!.title).toBe('X');
  expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['gun']);
});

test('a key that is no text of anybody is no reason to fail', () => {
  expect(load('study: 1\ntitle: X\n"\ud800": 1\n').problems).toHaveLength(1);
  expect(load('study: 1\ntitle: X\n"100% a/b~c": 1\n').problems.map(({ message }) => message)).toEqual([
    '"100% a/b~c" is no key of a study.',
  ]);
});

const head = 'study: 1\ntitle: X\n';

/** The first thing that is said of a text, and where. */
function first(text: string): [message: string, at: string] {
  const [problem] = load(head + text).problems;
  const { start, end } = problem!.span;
  return [problem!.message, (head + text).slice(start, Math.min(end, start + 12))];
}

describe('what is no YAML is told in plain words, where it stands', () => {
  const quotes = 'A text with “: ” in it needs quotes around it.';
  const whole = 'What stands before this is read as a whole: put quotes around all of it.';
  const key = 'A key needs a “:” and a space after it.';
  const indent = 'This line is not indented like its neighbours.';
  it.each([
    ['a colon in a text', 'facts:\n  - id: a\n    text: He says: no\n', quotes, 'H'],
    [
      'a colon in a text between braces',
      'facts:\n  - { id: a, text: He says: no }\n',
      'A comma is missing here, or a text with “: ” in it needs quotes around it.',
      'He says: no ',
    ],
    [
      'a comma in a text between braces',
      'facts:\n  - { id: a, text: Yes, he does }\n',
      '"he does" is no key of an entry of "facts". If it goes on from the text before it, put quotes around all of it.',
      'he does',
    ],
    ['words after a quote', 'themes:\n  - "Mine" he says\n', whole, 'he says'],
    ['an apostrophe within single quotes', "files: ['Peter's allergy']\n", 'A comma is missing before this.', ''],
    ['a quote that is never closed', 'themes: "abc\n', 'This quote is never closed.', '"abc\n'],
    [
      'a star',
      'themes: [*x]\n',
      'A word that begins with “*” is read as a link within the file, and this leads nowhere: put it in quotes.',
      '*x',
    ],
    [
      'a tag',
      'themes:\n  - !no way\n',
      'A word that begins with “!” is read as a tag, of which a study knows none: put it in quotes.',
      '!no',
    ],
    ['an at sign', 'themes:\n  - @home\n', 'A text that begins with “@” needs quotes around it.', '@'],
    ['a key without a colon', 'facts:\n  - id: a\n    text\n    status: holds\n', key, 'text\n    sta'],
    ['a colon without a space', 'themes:x\n', key, 'themes:x'],
    ['a tab', 'facts:\n\t- id: a\n', 'Lines are indented with spaces, not with tabs.', '\t'],
    ['a line too far to the left', 'facts:\n  - id: a\n   text: b\n', indent, ' '],
    [
      'a line too far to the right',
      'facts:\n  - id: a\n     text: b\n',
      'The line below is not indented like its neighbours.',
      'a',
    ],
    ['a bracket that is never closed', 'files: [a, b\nfacts: []\n', 'A “]” is missing before this.', 'f'],
    ['a bracket too many', 'files: [a]]\n', 'There is a bracket too many here.', ']'],
    ['a comma too many', 'files: [a,, b]\n', 'There is a comma too many here.', ','],
    [
      'a text on the line of its sign',
      'title2: | hello\n',
      'After “|” or “>” the text begins on the next line.',
      'hello',
    ],
    [
      'an escape',
      'themes: ["C:\\q"]\n',
      'In double quotes a “\\” is written “\\\\”. Single quotes take it as it is.',
      '\\',
    ],
    [
      'a second document',
      '---\nfacts: []\n',
      'A study is one document, and “---” begins another: nothing from here on is read.',
      '---\nfacts: []'.slice(0, 12),
    ],
    ['a key twice', 'title: Y\n', 'This key stands here twice.', 'title'],
  ])('%s', (_, text, message, at) => {
    const [said, where] = first(text);
    expect(said).toBe(message);
    if (at !== '') expect(where).toBe(at);
  });

  it('a key that is being typed is nothing to tell of', () => {
    expect(load(`${head}facts:\n  - { id: a, text: Yes, stat }\n`).problems).toEqual([]);
  });

  it('a key that stands twice, or a tag, takes nothing else along', () => {
    const { study } = load(`${head}themes: [!x a]\nfacts:\n  - { id: a, text: One, text: Two }\n`);
    expect(study!.facts.map(({ text }) => text)).toEqual(['Two']);
  });
});
