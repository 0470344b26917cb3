import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { textFixes } from '../../../server/core/study-language/fixes/text-fixes.ts';
import { studyText } from '../../../server/core/study-language/words.ts';
import { addEntry } from '../../../server/core/study-language/yaml-edit.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { cake } from './ask.ts';
import { apply } from './edits.ts';

/** The fixes of the first finding with a code in the first text, each with what they make of it or of the study. */
function fixes(code: string, source: string, study?: string) {
  const fixture = season(study === undefined ? source : `${source}--- a.study.yaml\n${study}`);
  const context = fixture.context();
  const text = context.manuscript.text.toString();
  const finding = diagnose(context).find((one) => one.code === code);
  if (!finding) return undefined;
  const found = { code, ...finding.span, data: finding.data ?? {} };
  const inStudy = study === undefined ? undefined : SourceText.of(study);
  return textFixes(context, inStudy, found).map((fix) => ({
    title: fix.title,
    here: apply(text, fix.here),
    inStudy: study && apply(study, fix.inStudy),
  }));
}
const mended = (code: string, source: string, title: string, study?: string) =>
  fixes(code, source, study)?.find((fix) => fix.title === title);

const e1 = (text: string) => `--- e1.fountain\nEpisode: 1\n\nINT. FLAT - DAY\n\n${text}\n`;

test('a slip in a kind, and in an id', () => {
  expect(mended('annotation.typo', e1('A gun. [[setpu: gun]]'), 'Change to “setup”')?.here).toContain('[[setup: gun]]');
  const slip = e1('[[setup: soy-alergy]]');
  expect(mended('thread.unknown', slip, 'Change to “soy-allergy”', cake)?.here).toContain('[[setup: soy-allergy]]');
});

test('a slip in a key, and a key that is not joined to its value', () => {
  const bo = '[[knows: baby-swap who=bo]] [[reveal: baby-swap tp=audience]]';
  expect(mended('annotation.typo', e1(bo), 'Change to “to”')?.here).toContain('[[reveal: baby-swap to=audience]]');
  const quoted = mended('annotation.malformed', e1('[[reveal: swap via"a call"]]'), 'Change to “via="a call"”');
  expect(quoted?.here).toContain('[[reveal: swap via="a call"]]');
  const open = mended('annotation.malformed', e1('[[setup: gun intent:open | so]]'), 'Change to “intent=open”');
  expect(open?.here).toContain('[[setup: gun intent=open | so]]');
  expect(fixes('annotation.malformed', e1('[[setup: gun for=]]'))?.map(({ title }) => title)).toEqual([
    'Ignore annotation.malformed here',
  ]);
});

describe('what the study has not', () => {
  test.each([
    [
      'thread.unknown',
      '[[setup: The brass key]]',
      'thread “the-brass-key”',
      '  - id: the-brass-key\n    title: The brass key\n    kind: object\n',
    ],
    ['fact.unknown', '[[reveal: who-did-it]]', 'fact “who-did-it”', '  - id: who-did-it\n    text: Who did it\n'],
    [
      'fact.unknown',
      '[[setup: soy-allergy for=who-did-it]]',
      'fact “who-did-it”',
      '  - id: who-did-it\n    text: Who did it\n',
    ],
    ['character.unknown', '[[knows: baby-swap who=colin]]', 'character “colin”', '  - id: colin\n    name: Colin\n'],
  ])('%s: %s', (code, text, what, entry) => {
    const fix = mended(code, e1(text), `Add the ${what} to the study`, cake);
    expect(fix?.inStudy).toContain(entry);
    expect(season(`${e1(text)}--- a.study.yaml\n${fix?.inStudy}`).season().study?.title).toBe('The Cake');
    expect(fixes(code, e1(text), fix?.inStudy)).toBeUndefined();
  });

  test.each(['thread', 'fact', 'character'] as const)('%s: a study that ends in dots has it before these', (what) => {
    const written = { thread: '[[setup: gun]]', fact: '[[reveal: who]]', character: '[[knows: who who=bo]]' }[what];
    const study =
      'study: 1\ntitle: The Cake\nfacts:\n  - id: a\n    text: A\ncharacters: [{ id: b, name: B }]\nthreads:\n  - { id: t, title: T, kind: object }\n...\n';
    const all = season(`${e1(written)}--- a.study.yaml\n${study}`);
    const fix = fixes(`${what}.unknown`, e1(written), study)?.find(({ title }) => title.startsWith('Add the'));
    expect(fix?.inStudy?.endsWith('\n...\n')).toBe(true);
    expect(all.season().study?.title).toBe('The Cake');
    expect(fixes(`${what}.unknown`, e1(written), fix?.inStudy)).toBeUndefined();
  });

  test('a list that is new comes before them too', () => {
    const study = 'study: 1\ntitle: The Cake\n...\n';
    const edit = addEntry(studyText(SourceText.of(study)), 'threads', ['id: gun'])!;
    expect(apply(study, [edit])).toBe('study: 1\ntitle: The Cake\n\nthreads:\n  - id: gun\n...\n');
  });

  test('a study in braces is left as it is', () => {
    const braces =
      '{ study: 1, title: The Cake, facts: [{ id: a, text: A }], threads: [{ id: b, title: B, kind: object }] }\n';
    expect(fixes('thread.unknown', e1('[[setup: gun]]'), braces)?.map(({ title }) => title)).toEqual([
      'Ignore thread.unknown here',
    ]);
  });
});

test('a heading gets its blank line', () => {
  const fix = mended('heading.blank-line', '--- e1.fountain\nINT. FLAT - DAY\nHe eats.\n', 'Put a blank line after it');
  expect(fix?.here).toBe('INT. FLAT - DAY\n\nHe eats.\n');
});

describe('a setup that is never paid off', () => {
  test('is waived', () => {
    const of = (text: string, title: string) =>
      mended('setup.unpaid', e1(text), title)?.here.trimEnd().split('\n').at(-1);
    expect(of('[[setup: gun | On the wall]]', 'Leave it open on purpose')).toBe(
      '[[setup: gun intent=open | On the wall]]',
    );
    expect(of('[[setup: The gun]]', 'It is a motif')).toBe('[[setup: The gun intent=motif]]');
    expect(of('[[setup: gun at=1:20]]', 'It is a red herring')).toBe('[[setup: gun at=1:20 intent=herring]]');
  });
});

describe('a rule is ignored', () => {
  const ignored = (source: string) => {
    const [fix] = fixes('setup.unpaid', source)!.slice(-1);
    const path = source.slice(4, source.indexOf('\n'));
    expect(fixes('setup.unpaid', `--- ${path}\n${fix!.here}`)).toBeUndefined();
    return fix!.here;
  };

  test('in a paragraph of its own before the line', () => {
    expect(ignored(e1('A gun. [[setup: gun]]'))).toContain('DAY\n\n[[ignore: setup.unpaid]]\n\nA gun. [[setup: gun]]');
    expect(ignored('--- e1.treatment.md\n# Episode 1\n\nA gun. [[setup: gun]]\n')).toContain(
      '# Episode 1\n\n[[ignore: setup.unpaid]]\n\nA gun.',
    );
  });

  test('on the line itself, where a paragraph goes on, and at the top of a file', () => {
    expect(ignored(e1('A room.\nA gun. [[setup: gun]]'))).toContain('A gun. [[setup: gun]] [[ignore: setup.unpaid]]\n');
    expect(ignored('--- e1.treatment.md\nA gun. [[setup: gun]]\n')).toBe(
      'A gun. [[setup: gun]] [[ignore: setup.unpaid]]\n',
    );
  });
});
