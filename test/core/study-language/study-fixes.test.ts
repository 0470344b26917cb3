import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import type { Fix, Found } from '../../../server/core/study-language/fixes/fix.ts';
import { studyFixes } from '../../../server/core/study-language/fixes/study-fixes.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { ask, cake } from './ask.ts';
import { apply } from './edits.ts';

/** The fixes of the first problem with a code, each with the lines that are new after it. */
function fixes(source: string, code: string) {
  const { query } = ask(source);
  const problem = loadStudy('file:///x', source).problems.find((one) => one.code === code);
  if (!problem) return undefined;
  const { span, list, id } = problem;
  const found: Found = { code, ...span, data: { ...(list && { list }), ...(id && { id }) } };
  const after = (fix: Fix) => apply(source, fix.here);
  return studyFixes({ ...query, text: SourceText.of(source) }, found).map((fix) => ({ ...fix, after: after(fix) }));
}
const titles = (source: string, code: string) => fixes(source, code)?.map(({ title }) => title);
/** The text after the fix with a title; it has no problem of the code left at that place. */
const mended = (source: string, code: string, title: string) =>
  fixes(source, code)?.find((fix) => fix.title === title)?.after;
const count = (text: string, code: string) =>
  loadStudy('file:///x', text).problems.filter((one) => one.code === code).length;
const newLines = (before: string, after: string | undefined) => {
  const known = new Set(before.split('\n'));
  return after?.split('\n').filter((line) => !known.has(line));
};

describe('an id that names nothing', () => {
  test('is declared in the list that it is of', () => {
    const source = cake.replace('evidence: [soy-allergy]', 'evidence: [nut-box]');
    const after = mended(source, 'study.unresolved', 'Add the thread “nut-box”');
    expect(newLines(source, after)).toEqual(['  - id: nut-box', '    title: Nut box', '    kind: object']);
    expect(after).toContain('    sources: [time]\n  - id: nut-box\n    title: Nut box\n    kind: object\nreveals:');
    expect(count(after!, 'study.unresolved')).toBe(0);
  });

  test.each([
    ['who: [peter, marissa]', 'who: [peter, carrie]', 'Add the character “carrie”'],
    ['where: flat', 'where: house', 'Add the place “house”'],
    ['fact: baby-swap', 'fact: other', 'Add the fact “other”'],
    ['event: party,', 'event: funeral,', 'Add the event “funeral”'],
    ['sources: [parade]', 'sources: [radio]', 'Add the source “radio”'],
    ['from: 2', 'from: 3', 'Add the episode “3”'],
  ])('%s as %s: %s', (before, now, title) => {
    const after = mended(cake.replace(before, now), 'study.unresolved', title);
    expect(count(after!, 'study.unresolved')).toBe(0);
    expect(count(after!, 'study.invalid')).toBe(0);
  });

  test('in a list that is missing, empty, or in brackets', () => {
    const about = (places: string) => `study: 1\ntitle: X\n${places}events: [{ id: e, text: E, where: flat }]\n`;
    const title = 'Add the place “flat”';
    expect(mended(about(''), 'study.unresolved', title)).toBe(`${about('')}\nplaces:\n  - id: flat\n    name: Flat\n`);
    expect(mended(about('places:\n'), 'study.unresolved', title)).toContain(
      'places:\n  - id: flat\n    name: Flat\nev',
    );
    expect(mended(about('places: []\n'), 'study.unresolved', title)).toContain('places: [{ id: flat, name: Flat }]');
    expect(mended(about('places: [{ id: a, name: A }]\n'), 'study.unresolved', title)).toContain(
      'places: [{ id: a, name: A }, { id: flat, name: Flat }]',
    );
    const commented = about('places:\n  - { id: a, name: A } # one\n\n# What happens.\n');
    expect(mended(commented, 'study.unresolved', title)).toContain(
      '# one\n  - id: flat\n    name: Flat\n\n# What happens.\n',
    );
  });

  test('or is a slip away from one', () => {
    const source = cake.replace('evidence: [soy-allergy]', 'evidence: [soy-alergy]');
    expect(fixes(source, 'study.unresolved')![0]).toMatchObject({
      title: 'Change to “soy-allergy”',
      preferred: true,
      after: cake,
    });
  });

  test('or fits several lists', () => {
    const source = cake.replace('id: flat, name', 'id: party, name').replace('where: flat', 'where: party');
    expect(titles(source, 'study.unresolved')).toEqual(['Change to “place:party”', 'Change to “event:party”']);
    expect(mended(source, 'study.unresolved', 'Change to “event:party”')).toContain('{ on: event:party, text');
  });

  test('or of which nothing is known', () => {
    expect(titles(cake.replace('on: party', 'on: x-y'), 'study.unresolved')).toEqual([
      'Add the thread “x-y”',
      'Add the fact “x-y”',
      'Add the event “x-y”',
    ]);
  });
});

describe('an entry that stands twice', () => {
  const remove = (source: string) => mended(source, 'study.duplicate', 'Remove this entry');

  test('goes', () => {
    const again = '  - id: flat\n    name: Again\n    sources: [time]\n';
    expect(remove(cake.replace('events:', `${again}\n# Now what happens.\nevents:`))).toBe(
      cake.replace('events:', '\n# Now what happens.\nevents:'),
    );
  });

  test('also in brackets', () => {
    const list = (items: string) => `study: 1\ntitle: X\nplaces: [${items}]\n`;
    expect(remove(list('{ id: a, name: A }, { id: a, name: B }'))).toBe(list('{ id: a, name: A }'));
    expect(remove(list('{ id: a, name: A }, { id: a, name: B }, { id: c, name: C }'))).toBe(
      list('{ id: a, name: A }, { id: c, name: C }'),
    );
    const acts = '    acts:\n      - { id: one, title: 1 }\n      - id: one\n        title: "2"\n    title: T\n';
    expect(remove(`study: 1\ntitle: X\nepisodes:\n  - number: 1\n${acts.replace('1 }', 'A }')}`)).toBe(
      `study: 1\ntitle: X\nepisodes:\n  - number: 1\n    acts:\n      - { id: one, title: A }\n    title: T\n`,
    );
  });
});

describe('an entry without a source', () => {
  test('cites one of those that there are, or is a reading', () => {
    const source = cake
      .replace('    text: Peter waves the cake away.', '    text: X')
      .replace('    where: flat\n    sources: [time]\n', '    where: flat\n');
    expect(titles(source, 'study.uncited')).toEqual([
      'Cite “TIME”',
      'Cite “What Happened”',
      'Say that it is a reading of your own',
    ]);
    expect(mended(source, 'study.uncited', 'Cite “What Happened”')).toContain(
      '    where: flat\n    sources: [parade]\nfacts:',
    );
    expect(count(mended(source, 'study.uncited', 'Say that it is a reading of your own')!, 'study.uncited')).toBe(0);
  });

  test.each([
    ['in brackets', 'name: Marissa Irvine, sources: [parade]', 'name: Marissa Irvine'],
    [
      'with an empty list',
      'number: 2, form: chamber-play, sources: [time]',
      'number: 2, form: chamber-play, sources: []',
    ],
    ['a setup', '        event: party\n        sources: [time]', '        event: party'],
    [
      'a note',
      '    text: Planted in plain sight.\n    sources: [time]',
      '    text: >-\n      Planted in\n      plain sight.',
    ],
  ])('%s', (_, before, now) => {
    const source = cake.replace(before, now);
    expect(count(source, 'study.uncited')).toBe(1);
    const after = mended(source, 'study.uncited', 'Cite “TIME”');
    expect(loadStudy('file:///x', after!).problems).toEqual([]);
  });
});

test('a key or word that is a slip away from one', () => {
  expect(titles(cake.replace('kind: trait', 'kind: triat'), 'study.invalid')).toEqual(['Change to “trait”']);
  const key = cake.replace('evidence_for', 'evidence_fro');
  expect(mended(key, 'study.invalid', 'Change to “evidence_for”')).toBe(cake);
  expect(titles(cake.replace('kind: trait', 'kind: banana'), 'study.invalid')).toEqual([]);
});

test.each([
  ['study.unresolved', 'fact: baby-swap', 'fact: "other"', 'Add the fact “other”'],
  ['study.unresolved', 'fact: baby-swap', "fact: 'baby-swop'", 'Change to “baby-swap”'],
  ['study.uncited', 'text: A party., from: 2, sources: [time]', 'text: A party., from: 2', 'Cite “TIME”'],
  [
    'study.uncited',
    'on: party, text: A party., from: 2, sources: [time]',
    'on: "party", text: A party.',
    'Cite “TIME”',
  ],
  ['study.duplicate', 'id: marissa, name', 'id: "peter", name', 'Remove this entry'],
  ['study.invalid', 'kind: trait', 'kind: "trat"', 'Change to “trait”'],
])('%s is mended in quotes as without: %s as %s', (code, before, now, title) => {
  const after = mended(cake.replace(before, now), code, title);
  expect(count(after!, code)).toBe(0);
  expect(count(after!, 'study.invalid')).toBe(0);
});

test('line ends stay what they are', () => {
  const source = cake.replace('where: flat', 'where: house').replaceAll('\n', '\r\n');
  const after = mended(source, 'study.unresolved', 'Add the place “house”')!;
  expect(after).toContain('sources: [time] }\r\n  - id: house\r\n    name: House\r\nevents:');
  expect(after.replaceAll('\r\n', '')).not.toContain('\n');
});
