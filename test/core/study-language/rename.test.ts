import { describe, expect, test } from 'vitest';
import {
  newIdOf,
  type RenameSubject,
  renameInStudy,
  renameInText,
  subjectInStudy,
  subjectInText,
} from '../../../server/core/study-language/rename.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import type { TextEdit } from '../../../server/core/text/span.ts';
import { ask, cake, cakeAt, texts } from './ask.ts';
import { apply } from './edits.ts';

const withTexts = (study: string, more = '') => `--- a.study.yaml\n${study}${texts}${more}`;

/** The subject at `$0`, be it in the study or in a text. */
function subjectAt(source: string) {
  const asked = ask(source);
  const { fixture, query, offset } = asked;
  const manuscript = fixture.manuscripts.get(fixture.path);
  const season = query.season!;
  const subject = manuscript ? subjectInText(season, manuscript, offset) : subjectInStudy(season, query.text, offset);
  return { ...asked, season, subject };
}

/** Every line that a rename changes, as it is after it; or why it is refused. */
function renamed(source: string, name: string): string | string[] | undefined {
  const { subject, season, fixture } = subjectAt(source);
  if (!subject || 'refused' in subject) return subject?.refused;
  const newId = newIdOf(season, subject, name);
  if (typeof newId !== 'string') return newId.refused;
  const changed = (text: string, edits: readonly TextEdit[]) => {
    const before = text.split('\n');
    return apply(text, edits)
      .split('\n')
      .filter((line, i) => line !== before[i]);
  };
  const text = fixture.textOf({ uri: fixture.uri('a.study.yaml'), span: { start: 0, end: 1e9 } })!;
  const inStudy = renameInStudy(season, SourceText.of(text), subject, newId);
  const inTexts = [...fixture.manuscripts.values()].flatMap((manuscript) =>
    changed(manuscript.text.toString(), renameInText(manuscript, subject, newId)),
  );
  return [...changed(text, inStudy), ...inTexts].map((line) => line.trim());
}

describe('renaming', () => {
  const thread = [
    '- id: nut-allergy',
    '- { id: who-he-is, fact: baby-swap, to: [audience, marissa], evidence: [nut-allergy], event: party, sources: [time] }',
    '- on: thread:nut-allergy',
    '- { on: nut-allergy, text: And again., sources: [time] }',
    'Peter waves it away. [[setup: nut-allergy event=party]]',
    'He eats. [[payoff: nut-allergy]] [[reveal: baby-swap to=marissa]] [[knows: baby-swap who=peter]]',
  ];

  test('a thread, from its entry, from a reference, from a text', () => {
    expect(renamed(withTexts(cakeAt('soy-allergy')), 'nut-allergy')).toEqual(thread);
    expect(
      renamed(withTexts(cakeAt('thread:soy-allergy').replace('t$0hread:soy', 'thread:s$0oy')), 'Nut-Allergy'),
    ).toEqual(thread);
    const fromText = `--- a.study.yaml\n${cake}${texts.replace('payoff: soy', 'payoff: s$0oy')}`;
    expect(renamed(fromText, 'nut-allergy')).toEqual(thread);
  });

  test.each([
    ['a fact', 'baby-swap', 1, 4],
    ['a character', 'peter\n', 1, 4],
    ['an event', 'party\n', 1, 5],
    ['a source', 'parade\n', 1, 2],
    ['a place', 'flat, name', 1, 2],
    ['a reveal', 'who-he-is, fact', 1, 2],
    ['an act', 'act-one }', 1, 2],
  ])('%s: in as many lines as it stands', (_, text, nth, lines) => {
    const changed = renamed(withTexts(cakeAt(text, nth)), 'brand-new');
    expect(changed).toHaveLength(lines);
    for (const line of changed as string[]) expect(line).toContain('brand-new');
  });

  test('a thread that is written as a title: the id takes its place', () => {
    const title = '\n--- e3.fountain\nEpisode: 3\n\nA box. [[setup: Soy allergy intent=open | x]]\n';
    expect(renamed(withTexts(cakeAt('soy-allergy'), title), 'nut-allergy')).toContain(
      'A box. [[setup: nut-allergy intent=open | x]]',
    );
  });

  test('what has the same id in another list stays', () => {
    const twin = cake.replace('party, sources', 'party, via: cake, sources').replace('id: flat,', 'id: soy-allergy,');
    const changed = renamed(twin.replace('- id: soy-allergy', '- id: s$0oy-allergy'), 'nut-allergy');
    expect(changed).not.toContainEqual(expect.stringContaining('The flat'));
    // A bare id that fitted both is not touched: it named neither for sure.
    expect(changed).toHaveLength(3);
  });

  test('an id that would fit several lists afterwards is written with its list', () => {
    expect(renamed(cakeAt('soy-allergy'), 'party')).toEqual([
      '- id: party',
      '- { id: who-he-is, fact: baby-swap, to: [audience, marissa], evidence: [party], event: party, sources: [time] }',
      '- on: thread:party',
      '- { on: thread:party, text: And again., sources: [time] }',
      '- { on: event:party, text: A party., from: 2, sources: [time] }',
    ]);
  });

  test('an id that YAML would read as something else is quoted', () => {
    expect(renamed(cakeAt('parade'), 'true')).toContain('- id: "true"');
    expect(renamed(cakeAt('parade').replace('[p$0arade]', '[parade]'), '2024')).toContain(
      '- { id: marissa, name: Marissa Irvine, sources: ["2024"] }',
    );
  });

  test('works without a study', () => {
    const source = '--- e1.fountain\nA gun. [[setup: g$0un for=murder]]\n--- e2.fountain\n[[payoff: gun]]\n';
    const { subject, fixture } = subjectAt(source);
    const lines = [...fixture.manuscripts.values()].flatMap((manuscript) =>
      apply(manuscript.text.toString(), renameInText(manuscript, subject as RenameSubject, 'rifle')).split('\n'),
    );
    expect(lines).toContain('A gun. [[setup: rifle for=murder]]');
    expect(lines).toContain('[[payoff: rifle]]');
  });
});

describe('is refused', () => {
  test.each([
    ['the same id twice', 'soy-allergy', 'soy-allergy', undefined],
    ['an id that is taken', 'marissa, name', 'peter', 'There is already a character “peter”.'],
    ['a name that is taken', 'marissa, name', 'pete', '“pete” already means Peter Irvine.'],
    [
      'words',
      'soy-allergy',
      'Nut allergy',
      '“Nut allergy” is no id: it has letters, digits, “-” and “_” only. Write “nut-allergy”.',
    ],
    ['nothing', 'soy-allergy', '  ', '“” is no id: it has letters, digits, “-” and “_” only.'],
    ['a word of the language', 'soy-allergy', 'cleared', expect.stringContaining('is a word of the annotations')],
    ['the audience', 'audience', 'x', 'The audience is always called “audience”.'],
    ['an episode', '2, form', '3', 'An episode is called by its number, which is not a name.'],
  ])('%s', (_, at, name, why) => {
    const result = renamed(cakeAt(at), name);
    if (why === undefined) expect(result).toEqual([]);
    else expect(result).toEqual(why);
  });

  test('what a text alone has taken', () => {
    const more = '\n--- e3.fountain\nEpisode: 3\n\n[[setup: knife]]\n';
    expect(renamed(withTexts(cakeAt('soy-allergy'), more), 'knife')).toBe('There is already a thread “knife”.');
  });

  test('what another entry of its list has taken, be it an event or an act', () => {
    const source = `study: 1
title: X
episodes:
  - { number: 1, acts: [{ id: one, title: One }, { id: two, title: Two }] }
events:
  - { id: dinner, text: Dinner }
  - { id: party, text: Party }
`;
    expect(renamed(source.replace('id: one', 'id: o$0ne'), 'two')).toBe('There is already an act “two”.');
    expect(renamed(source.replace('id: dinner', 'id: d$0inner'), 'party')).toBe('There is already an event “party”.');
  });

  test('a name that is no id, the story as a whole, and what names nothing', () => {
    const text = texts.replace('who=peter', 'who=pe$0te');
    expect(renamed(withTexts(cake).replace(texts, text), 'x')).toBe(
      '“pete” is here a name of Peter Irvine, whose id is “peter”.',
    );
    expect(renamed(cake.replace('on: party', 'on: sea$0son'), 'x')).toBe('“season” is the story as a whole.');
    expect(renamed(cake.replace('on: party', 'on: sea$0'), 'x')).toBe('“sea” names nothing in this study.');
    expect(renamed(cakeAt('Planted'), 'x')).toBeUndefined();
  });
});
