import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { keysAt, type Shape, shapesAt } from '../../../server/core/study-language/schema.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { sampleStudies } from '../../samples/load.ts';

beforeAll(speakPseudo);

type Path = readonly (string | number)[];

const messages = (text: string) => loadStudy('file:///s.study.yaml', text).problems.map(({ message }) => message);
const notOurs = (said: Iterable<string>) => [...said].filter((message) => untranslated(message) !== '');

const samples = sampleStudies();

/** What no key wants, each of another kind. */
const wrong = [
  {},
  [],
  [{}],
  [[]],
  [3],
  [''],
  ['a b!'],
  'a b!',
  '',
  -1,
  1.5,
  true,
  { zzz: 1 },
  [{ zzz: 1 }],
  { 'he does': null },
];

/** Every path that the schema knows, with the first entry for each list. */
function allPaths(path: Path = []): Path[] {
  return [path, ...stepsFrom(path).flatMap((step) => allPaths([...path, step]))];
}

function stepsFrom(path: Path): Path {
  const isList = (shape: Shape) => shape === 'list' || shape === 'list of entries';
  return shapesAt(path).some(isList) ? [0] : keysAt(path).map(({ key }) => key);
}

/** A study in which nothing stands but a value at a path. */
function only(path: Path, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  return typeof part === 'number' ? [only(rest, value)] : { [part]: only(rest, value) };
}

test('whatever breaks a rule of the schema, what is said of it is translated', () => {
  const said = new Set(
    allPaths().flatMap((path) => wrong.flatMap((value) => messages(JSON.stringify(only(path, value))))),
  );
  expect(said.size).toBeGreaterThan(150);
  expect(notOurs(said)).toEqual([]);
});

test.each(samples)('whatever is broken in %s, what is said of it is translated', (_, text) => {
  const signs = [
    '',
    '"',
    "'",
    ': ',
    '[',
    '}',
    ', ',
    '- ',
    '\t',
    '*x ',
    '!x ',
    '@',
    '%',
    '|',
    '#',
    '\\',
    '\n',
    '  ',
    '\n---\n',
    'x:y ',
  ];
  const begun = fc.nat({ max: text.length });
  const said = new Set<string>();
  fc.assert(
    fc.property(begun, fc.nat({ max: 12 }), fc.constantFrom(...signs), (at, length, sign) => {
      // Only what stands around it, so that it is read soon.
      const from = Math.max(0, text.lastIndexOf('\n\n', at));
      const end = text.indexOf('\n\n', at + length);
      const part = text.slice(from, at) + sign + text.slice(at + length, end < 0 ? text.length : end);
      for (const message of messages(`study: 1\ntitle: X\n${part.replace(/^(study|title):.*/gm, '')}`))
        said.add(message);
    }),
    { numRuns: 300 },
  );
  expect(said.size).toBeGreaterThan(5);
  expect(notOurs(said)).toEqual([]);
});

describe('each of several ways to say it is a whole text', () => {
  const first = (text: string) => messages(`study: 1\ntitle: X\n${text}`)[0];

  test.each([
    ['⟦"whom" is no key of a study.⟧', 'whom: 1'],
    ['⟦"whom" is no key of an entry of "facts".⟧', 'facts: [{ id: a, text: A, whom: 1 }]'],
    ['⟦"whom" is no key of "told".⟧', 'events: [{ id: a, text: A, told: { whom: 1 } }]'],
    [
      '⟦⟦"he does" is no key of an entry of "facts".⟧ If it goes on from the text before it, put quotes around all of it.⟧',
      'facts: [{ id: a, text: Yes, he does }]',
    ],
    ['⟦An entry of "facts" needs "text".⟧', 'facts: [{ id: a }]'],
    [
      '⟦"kind" is one of ⟦object, trait, promise, secret, line, motif or clue⟧.⟧',
      'threads: [{ id: a, title: A, kind: x }]',
    ],
    ['⟦"title" is a text (put it in quotes).⟧', 'sources: [{ id: a, title: [] }]'],
    ['⟦"text" is empty.⟧', 'facts: [{ id: a, text: "" }]'],
    ['⟦"id" is an id: letters, digits, "-" and "_".⟧', 'facts: [{ id: a b, text: A }]'],
    ['⟦"url" is an address that begins with http:// or https://.⟧', 'sources: [{ id: a, title: A, url: www }]'],
    ['⟦"season" is a whole number.⟧', 'season: two'],
    ['⟦"season" is 0 or more.⟧', 'season: -1'],
    ['⟦"reading" is true or false.⟧', 'facts: [{ id: a, text: A, reading: maybe }]'],
    ['⟦"facts" is a list.⟧', 'facts: none'],
    ['⟦"told" is an entry with keys.⟧', 'events: [{ id: a, text: A, told: now }]'],
    ['⟦"claims" needs at least 1.⟧', 'disputes: [{ id: a, claims: [] }]'],
    ['⟦This is an entry with keys.⟧', 'facts: [a]'],
    ['⟦This is a text (put it in quotes).⟧', 'files: [1]'],
    ['⟦This is empty.⟧', 'files: [""]'],
    ['⟦This is an id: letters, digits, "-" and "_".⟧', 'facts: [{ id: a, text: A, known_by: [b c] }]'],
    ['⟦This is a text, or has keys of its own.⟧', 'themes: [1]'],
    ['⟦"a" stands twice in "facts".⟧', 'facts: [{ id: a, text: A }, { id: a, text: B }]'],
    ['⟦"b" is not in "characters".⟧', 'facts: [{ id: a, text: A, known_by: [b] }]'],
    ['⟦"b" is not in "threads".⟧', 'craft_notes: [{ on: thread:b, text: A }]'],
    ['⟦"b" names nothing in this study.⟧', 'craft_notes: [{ on: b, text: A }]'],
    [
      '⟦"b" is no list: write one of source, character, place, event, fact, thread, reveal, episode, act, turn, theme, dispute.⟧',
      'craft_notes: [{ on: b:a, text: A }]',
    ],
    [
      '⟦"a" names several things: write ⟦⟦event:a or fact:a⟧ or turn:a⟧.⟧',
      'facts: [{ id: a, text: A }]\nevents: [{ id: a, text: A }]\nturns: [{ id: a, kind: x, text: A }]\ncraft_notes: [{ on: a, text: A }]',
    ],
    ['⟦This entry names no source.⟧', 'sources: [{ id: s, title: S }]\nfacts: [{ id: a, text: A }]'],
    ['⟦A text that begins with “@” needs quotes around it.⟧', 'themes:\n  - @home\n'],
    ['⟦This key stands here twice.⟧', 'title: Y'],
    ['⟦In double quotes a “\\” is written “\\\\”. Single quotes take it as it is.⟧', 'themes: ["C:\\q"]\n'],
  ])('%s', (message, text) => {
    expect(first(text)).toBe(message);
  });

  test.each([
    ['⟦A study needs "title".⟧', 'study: 1'],
    ['⟦"study" is always 1.⟧', 'study: 2\ntitle: X'],
    ['⟦A study file begins with keys: "study: 1", "title: …".⟧', '- 1'],
    ['⟦This is nested too deeply to be a study.⟧', '['.repeat(1000)],
    ['⟦This study file is too large to read: the limit is 1 MB.⟧', 'x'.repeat(1_000_001)],
  ])('%s', (message, text) => {
    expect(messages(text)).toEqual([message]);
  });
});
