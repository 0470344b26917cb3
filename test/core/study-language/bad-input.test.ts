import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { annotationCursor } from '../../../server/core/study-language/annotation-cursor.ts';
import { studyCalls } from '../../../server/core/study-language/calls.ts';
import { completeStudy } from '../../../server/core/study-language/complete.ts';
import { studyFixes } from '../../../server/core/study-language/fixes/study-fixes.ts';
import { studyHover } from '../../../server/core/study-language/hover.ts';
import { studyLinks } from '../../../server/core/study-language/links.ts';
import { studyDefinition, studyReferences } from '../../../server/core/study-language/locate.ts';
import { renameInStudy, subjectInStudy } from '../../../server/core/study-language/rename.ts';
import { renameNameInStudy } from '../../../server/core/study-language/rename-name.ts';
import { studySelectionSteps } from '../../../server/core/study-language/selection.ts';
import { studySymbols } from '../../../server/core/study-language/symbols.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { expectLinear } from '../../growth.ts';
import { ask, cake } from './ask.ts';

const { query: whole } = ask(cake);

/** Asks everything that can be asked of a file at an offset. */
function everything(source: string, offset: number): void {
  const query = { ...whole, text: SourceText.of(source) };
  studyHover(query, offset);
  studyDefinition(query, offset);
  studyReferences(query, offset, true);
  studySymbols(query.text);
  completeStudy(query, offset);
  studyLinks(query);
  studyCalls(query, offset);
  studySelectionSteps(query.text, offset);
  annotationCursor(query.text, offset, true);
  const subject = subjectInStudy(query.season, query.text, offset);
  const renamed = subject && !('refused' in subject) ? renameInStudy(query.season!, query.text, subject, 'nut') : [];
  const person = { name: 'Peter', person: 'peter', span: { start: 0, end: 0 } };
  for (const { start, end } of [...renamed, ...renameNameInStudy(query.season!, query.text, person, 'Paul')]) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(source.length);
  }
  for (const code of ['study.unresolved', 'study.duplicate', 'study.uncited', 'study.invalid'])
    for (const fix of studyFixes(query, { code, start: offset, end: offset, data: {} }))
      for (const { start, end } of fix.here) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(source.length);
      }
}

const bits = [
  'threads:',
  'id',
  ':',
  ' ',
  '\n',
  '  ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  '&a',
  '*a',
  '|',
  '>-',
  '!!x',
];
const words = ['soy-allergy', 'sources', 'on', 'thread:', 'party', 'é', '\r\n', '\t', '---', '\ud83d'];

test('any text is answered at any place', () => {
  const text = fc.array(fc.constantFrom(...bits, ...words), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(200), (source, at) => everything(source, Math.min(at, source.length))),
    { numRuns: 300 },
  );
});

test('a study that has lost any stretch of itself is answered', () => {
  fc.assert(
    fc.property(fc.nat(cake.length), fc.nat(60), fc.nat(cake.length), (start, length, at) => {
      const source = cake.slice(0, start) + cake.slice(start + length);
      everything(source, Math.min(at, source.length));
    }),
    { numRuns: 60 },
  );
});

/** Study files of about so many units that a parser, or a search by pattern, may take too long over. */
const bad: [name: string, make: (length: number) => string][] = [
  ['brackets within brackets', (length) => `threads: ${'['.repeat(length)}`],
  ['spaces without end', (length) => `a${' '.repeat(length)}`],
  ['a word without end', (length) => `[[setup: ${'a'.repeat(length)} `],
  ['one line of colons', (length) => ': '.repeat(length / 2)],
  ['an enormous entry', (length) => `threads:\n  - id: ${'x'.repeat(length)}\n`],
  ['entries without number', (length) => `threads:\n${'  - id: x\n'.repeat(length / 10)}`],
  ['keys without number', (length) => 'threads:\n'.repeat(length / 9)],
  ['keys of one entry', (length) => `threads:\n  - id: a\n${'    setups: x\n'.repeat(length / 14)}`],
  ['one id, named without number', (length) => `craft_notes:\n${'  - { on: soy-allergy }\n'.repeat(length / 24)}`],
  ['a list of one id', (length) => `disputes: [{ id: a, on: [${'soy-allergy, '.repeat(length / 13)}] }]`],
  ['one name again and again', (length) => `characters:\n${'  - { id: peter, name: Peter }\n'.repeat(length / 31)}`],
  ['aliases and anchors', (length) => `threads:\n${'  - &a { id: *a }\n'.repeat(length / 18)}`],
  ['tags', (length) => `threads:\n${'  - !!x { id: !y z }\n'.repeat(length / 21)}`],
  ['tabs', (length) => '\t- id: x\n'.repeat(length / 9)],
  ['lines that end as elsewhere', (length) => `threads:\r\n${'  - id: soy-allergy\r\n'.repeat(length / 21)}`],
];

describe('bad input takes time in proportion to its length', { timeout: 60_000 }, () => {
  it.each(bad)('%s', (_, make) => {
    expectLinear(make, (source) => {
      const word = source.indexOf('soy-allergy', source.length / 2);
      for (const offset of [0, 5, source.length, ...(word < 0 ? [] : [word])]) everything(source, offset);
    });
  });
});

test('aliases that explode, and maps within maps, are answered', () => {
  const exploding = `a: &a [x, x]\n${'bcdefghijklmnop'.replace(/./g, (c) => `${c}: &${c} [*a, *a, *a]\n`)}`;
  const maps = `threads:\n${Array.from({ length: 500 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`;
  for (const source of [exploding, maps]) for (const offset of [0, 5, source.length]) everything(source, offset);
});

test('a study that is nested without end is not read at all: the parser would end the server', () => {
  const deep = ['['.repeat(5000), '- '.repeat(5000), '{a: '.repeat(5000)];
  for (const text of deep) {
    const { study, problems } = loadStudy('file:///x', `title: X\nthreads: \n  ${text}`);
    expect(study).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual(['This is nested too deeply to be a study.']);
  }
  const ruled = `${cake}# ${'-'.repeat(500)}\nthemes: ["${'-'.repeat(500)}"]\n`;
  expect(loadStudy('file:///x', ruled).problems).toEqual([]);
});

test('of brackets in a row the first two open a note', () => {
  const at = (source: string) => annotationCursor(SourceText.of(source), source.length, true)?.at;
  expect(at('[[setup: a')).toBe('name');
  expect(at('[[[setup: a')).toBeUndefined();
  expect(at('[[[[setup: a')).toBe('name');
  expect(at('[[setup: a]] <!-- pay')).toBe('kind');
  expect(at('<!-- setup: a --> [[pay')).toBe('kind');
});
