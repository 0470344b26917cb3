import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadStudy } from '../../../server/core/study/load.ts';
import { studyText, wordsOf } from '../../../server/core/study-language/words.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { cake } from './ask.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../../samples/${name}/${name}.study.yaml`, import.meta.url), 'utf8');

test.each([
  ['the cake', cake],
  ['all-her-fault', sample('all-her-fault')],
  ['the-long-table', sample('the-long-table')],
])('piece by piece the same ids are found as in the whole file: %s', (_, text) => {
  const { references } = loadStudy('file:///x', text);
  const words = wordsOf(studyText(SourceText.of(text)));
  const starts = (list: readonly { start: number; end: number }[]) =>
    list.map(({ start, end }) => `${start} ${text.slice(start, end)}`).sort();
  expect(starts(words.filter(({ own }) => !own).map(({ whole }) => whole))).toEqual(
    starts(references.map(({ span }) => span).filter(({ start, end }) => !text.slice(start, end).match(/^["']/))),
  );
  expect(words.filter(({ own }) => own).length).toBeGreaterThan(10);
});
