import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { nameOfCue, studyFileName } from '../../../server/core/study-writing/names.ts';
import { newStudy } from '../../../server/core/study-writing/new-study.ts';

test('a new study has its title and its episodes, and nothing wrong in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (title, episodes) => {
      const { study, problems } = loadStudy('file:///new.study.yaml', newStudy(title, episodes));
      expect(problems).toEqual([]);
      expect(study!.title).toBe(title.replace(/\s+/g, ' ').trim() || 'Untitled');
      expect(study!.episodes.map(({ number }) => number)).toEqual(Array.from({ length: episodes }, (_, i) => i + 1));
    }),
  );
});

test('numbers that no series has are brought to ones that it may have', () => {
  const count = (episodes: number) => newStudy('A', episodes).match(/- number:/g)!.length;
  expect([0, -3, Number.NaN, 2.7, 1e9].map(count)).toEqual([1, 1, 1, 2, 500]);
});

test('its examples hold when they are uncommented, all together', () => {
  const text = newStudy('A', 1).replace(/^# (?=[\w ]*(- )?[\w{]+[:,]| {2})/gm, '');
  const { study, problems } = loadStudy('file:///new.study.yaml', text);
  expect(problems).toEqual([]);
  expect(
    [study!.characters, study!.events, study!.facts, study!.threads, study!.reveals].map((it) => it.length),
  ).toEqual([1, 1, 1, 1, 1]);
  expect([study!.turns.length, study!.craftNotes.length]).toEqual([1, 1]);
});

test.each([
  ['The Long Table', 'the-long-table.study.yaml'],
  ["Peter's “Fault”", 'peters-fault.study.yaml'],
  ['../../etc/passwd', 'etc-passwd.study.yaml'],
  ['  ', 'story.study.yaml'],
  ['Чайка', 'чайка.study.yaml'],
])('%s is called %s', (title, name) => {
  expect(studyFileName(title)).toBe(name);
});

test.each([
  ['MARISSA IRVINE', 'Marissa Irvine'],
  ["O'NEIL-SMITH", "O'Neil-Smith"],
  ['D’ARTAGNAN', 'D’Artagnan'],
  ["ANNA'S MOTHER", "Anna's Mother"],
  ['McKay', 'McKay'],
  ['DET. ALCARAS', 'Det. Alcaras'],
  ['R2', 'R2'],
])('the cue %s is written %s', (cue, name) => {
  expect(nameOfCue(cue)).toBe(name);
});
