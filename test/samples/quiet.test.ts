import { describe, expect, test } from 'vitest';
import { generateScript, generateTreatment, withoutAnnotations } from '../../bench/generate.ts';
import { findAll, textsOf } from './load.ts';

/** `file:line severity code`, for what a sample is meant to show. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  'samples/all-her-fault': [],
  'samples/the-long-table': [],
};

const lines = (texts: ReadonlyMap<string, string>) =>
  findAll(texts).map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`);

describe.each(Object.entries(wanted))('%s', (folder, expected) => {
  test('has nothing to find but what it is meant to show', () => {
    expect(lines(textsOf(folder))).toEqual(expected);
  });

  test('is looked at: without one of its setups there is something', () => {
    const texts = [...textsOf(folder)].map(([name, text]): [string, string] => [
      name,
      text.replaceAll(/\[\[setup: [^\]]*\]\]/g, ''),
    ]);
    const studies = texts.filter(([name]) => name.endsWith('.yaml'));
    const bare = studies.map(([name, text]): [string, string] => [
      name,
      text.replace(/^threads:[\s\S]*?^(?=\w)/m, 'threads: []\n'),
    ]);
    expect(lines(new Map([...texts, ...bare])).some((line) => line.endsWith('payoff.unplanted'))).toBe(true);
  });
});

describe('ordinary texts without annotations', () => {
  const ordinary = textsOf('test/samples/ordinary');

  test.each([...ordinary])('%s has nothing to find', (name, text) => {
    expect(lines(new Map([[name, text]]))).toEqual([]);
  });

  test('nor have they together, nor with a study that knows none of them', () => {
    expect(ordinary.size).toBe(7);
    expect(lines(ordinary)).toEqual([]);
    const study =
      'study: 1\ntitle: All\ncharacters: [{ id: rosa, name: Rosa }]\nthreads: [{ id: well, title: The well, kind: object, cues: [well] }]\n';
    expect(lines(new Map([...ordinary, ['all.study.yaml', study]]))).toEqual([]);
  });

  test('nor have long ones, as a season and each by itself', () => {
    const comments = /<!--[\s\S]*?-->/g;
    const long = new Map([
      ...[1, 2, 3].map((n): [string, string] => [`e${n}.fountain`, withoutAnnotations(generateScript(100_000, n))]),
      ['all.treatment.md', withoutAnnotations(generateTreatment(60_000)).replace(comments, '')],
    ]);
    for (const text of long.values()) expect(text).not.toMatch(/\[\[|<!--/);
    expect(lines(long)).toEqual([]);
    for (const one of long) expect(lines(new Map([one]))).toEqual([]);
  });
});
