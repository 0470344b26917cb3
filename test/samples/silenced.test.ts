import { describe, expect, test } from 'vitest';
import { rules } from '../../server/core/rules/table.ts';
import { type Found, findAll, textsOf } from './load.ts';

/** Each rule finds one thing in these: see `broken.test.ts`. */
const season = textsOf('samples/broken');
const studyFile = textsOf('samples/broken/study-file');
const found = [...findAll(season), ...findAll(studyFile)];
const byCode = new Map(found.map((one) => [one.code, one]));
const inText = found.filter(({ file }) => !file.endsWith('.yaml'));

const codes = (all: readonly Found[]) => all.map(({ code }) => code).sort();
const without = (code: string, all = found) => codes(all.filter((one) => one.code !== code));

/** The season with something in place of one of its texts. */
const withText = (file: string, change: (text: string) => string) =>
  new Map([...season, [file, change(season.get(file)!)]]);

const aboveLine = (line: number, note: string) => (text: string) => {
  const lines = text.split('\n');
  return [...lines.slice(0, line - 1), note, '', ...lines.slice(line - 1)].join('\n');
};

/** Below the title page or front matter. */
const atTop = (note: string) => (text: string) => {
  const head = /^---\n[\s\S]*?\n---\n/.exec(text) ?? /^[\s\S]*?\n\n/.exec(text);
  const end = head?.[0].length ?? 0;
  return `${text.slice(0, end)}\n${note}\n\n${text.slice(end)}`;
};

describe.each(Object.keys(rules))('%s', (code) => {
  test('is silent where chekhov.rules has it off, and all others are as before', () => {
    const settings = { rules: { [code]: 'off' } };
    expect(codes([...findAll(season, settings), ...findAll(studyFile, settings)])).toEqual(without(code));
  });

  test('is as loud as chekhov.rules has it', () => {
    const settings = { rules: { [code]: 'error' } };
    const all = [...findAll(season, settings), ...findAll(studyFile, settings)];
    expect(all.find((one) => one.code === code)?.severity).toBe('error');
  });
});

describe.each(inText.map(({ code }) => code))('[[ignore: %s]]', (code) => {
  const { file, line } = byCode.get(code)!;
  const other = code === 'setup.unpaid' ? 'payoff.unplanted' : 'setup.unpaid';

  test("silences the next line, and another rule's does not", () => {
    const noted = (ignored: string) => codes(findAll(withText(file, aboveLine(line, `[[ignore: ${ignored} | why]]`))));
    expect(noted(code)).not.toContain(code);
    expect(noted(other)).toContain(code);
  });

  test("silences the file from its top, and another rule's does not", () => {
    const noted = (ignored: string) => codes(findAll(withText(file, atTop(`[[ignore: ${ignored}]]`))));
    expect(noted(code)).toEqual(without(code, inText));
    expect(noted(other)).toContain(code);
  });
});
