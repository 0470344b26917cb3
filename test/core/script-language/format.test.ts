import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingAsPrinted } from '../../../server/core/fountain/headings.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { type FormatOptions, formatFinishedLine, formatScript } from '../../../server/core/script-language/format.ts';
import type { TextEdit } from '../../../server/core/text/span.ts';
import { scriptText } from '../fountain/arbitrary.ts';
import { pagesOf } from '../pages/pages.ts';

const usual: FormatOptions = { capitals: true };

function applied(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let after = '';
  for (const { start, end, insert } of edits) {
    expect(start).toBeGreaterThanOrEqual(at);
    after += text.slice(at, start) + insert;
    at = end;
  }
  return after + text.slice(at);
}

const format = (text: string, options = usual) => applied(text, formatScript(Script.parse(text), options));

/** A line between blank ones, formatted. */
const line = (text: string) => format(`Rain.\n\n${text}\n\nRain.\n`).split('\n\n').slice(1, -1).join('\n\n');

describe('a heading', () => {
  test.each([
    ['int. house - day', 'INT. HOUSE - DAY'],
    ['Int.  House   -  day', 'INT. HOUSE - DAY'],
    ['INT.HOUSE -DAY', 'INT. HOUSE - DAY'],
    ['INT. T-JUNCTION – DAY', 'INT. T-JUNCTION – DAY'],
    ['INT. HOUSE--DAY', 'INT. HOUSE--DAY'],
    ['int./ext. car', 'INT./EXT. CAR'],
    ['i/e car', 'I/E CAR'],
    ['   int. house', 'INT. HOUSE'],
    ['int. house   #12a#  ', 'INT. HOUSE #12a#'],
    ['int. house [[setup: key | a Key]] ', 'INT. HOUSE [[setup: key | a Key]]'],
    ['int. house #1a# /* Gone */', 'INT. HOUSE #1a# /* Gone */'],
    ['int. straße - tag', 'INT. STRASSE - TAG'],
    ['int. кухня - ночь', 'INT. КУХНЯ - НОЧЬ'],
    ['int. σπίτι', 'INT. ΣΠΊΤΙ'],
    ["int. o'hara's flat", "INT. O'HARA'S FLAT"],
  ])('%s', (before, after) => {
    expect(line(before)).toBe(after);
  });

  test('that is forced keeps its case, and so does one with notes between its words', () => {
    for (const text of ['.Flashback', '.élan  vital', 'int. a [[b]] house']) expect(line(text)).toBe(text);
  });

  test('keeps its case where that is wanted', () => {
    expect(format('int. House  - day\n\nRain.', { capitals: false })).toBe('int. House - day\n\nRain.');
  });

  test('that is none, but for the line after it, is left alone', () => {
    expect(format('int. house\nShe enters.')).toBe('int. house\nShe enters.');
  });
});

describe('other lines', () => {
  test.each([
    ['BOB^\nHi.', 'BOB ^\nHi.'],
    ['MAN #2   ^  \nHi.', 'MAN #2 ^\nHi.'],
    ['  BOB (v.o.)\n    (beat)\n  Hi.  ', 'BOB (v.o.)\n(beat)\nHi.'],
    ['@ McGee\nHi.', '@McGee\nHi.'],
    ['>Fade out.', '> Fade out.'],
    ['>THE END<', '> THE END <'],
    ['#Act One', '# Act One'],
    ['##   A  beat', '## A  beat'],
    ['=what happens', '= what happens'],
    ['~la  la  ', '~la  la'],
    ['Rain.  \nMore rain.\t', 'Rain.\nMore rain.'],
  ])('%j', (before, after) => {
    expect(line(before)).toBe(after);
  });

  test.each([
    ['what is indented or spaced in action', '    A  sign:\n\tCLOSED'],
    ['what a space keeps from being a transition', 'CUT TO: '],
    ['an empty line of a speech', 'BOB\nOne.\n  \nTwo.'],
    ['an empty line that holds a lyric in a speech', '@Bob\n  \n# so\n  \n~la la'],
    ['one before a parenthetical', 'BOB\nOne.\n  \n(beat)\nTwo.'],
    ['runs of spaces in a speech', 'BOB\nOne.  Two.'],
    ['a boneyard', '/*\n\n\nint. house   \n\n\n*/'],
    ['a note over several lines', 'Rain. [[a   \n  \n   b]]'],
    ['synopses of one sign', '==a'],
    ['a page break', '====='],
    ['forced action', '!INT.  HOUSE'],
  ])('%s stays', (_, text) => {
    expect(line(text)).toBe(text);
  });

  test('a title page keeps its lines', () => {
    const text = 'Title:  A\nContact:\n    Ann\n    Street\n\nint. a\n';
    expect(format(text)).toBe(text.replace('int. a', 'INT. A'));
    expect(format('  Title: A\n\nRain.')).toBe('  Title: A\n\nRain.');
  });
});

describe('blank lines', () => {
  test.each([
    ['runs of them are one', 'Rain.\n\n\n\nRain.\n', 'Rain.\n\nRain.\n'],
    ['with nothing on them', 'Rain.\n \t\n  \nRain.\n', 'Rain.\n\nRain.\n'],
    ['none at the end', 'Rain.\n\n  \n', 'Rain.\n'],
    ['one at the beginning stays: below it, no title page is meant', '\n\n\nTitle: A\n', '\nTitle: A\n'],
    [
      'one between a section and a heading, cue or transition',
      '# One\nINT. A\n\n= so\nBOB\nHi.\n',
      '# One\n\nINT. A\n\n= so\n\nBOB\nHi.\n',
    ],
    ['none between a heading and what is said of it', 'INT. A\n= so\n\nRain.\n', 'INT. A\n= so\n\nRain.\n'],
    ['with the line ends of Windows', '# One\r\nint. a\r\n\r\n\r\nRain. \r\n', '# One\r\n\r\nINT. A\r\n\r\nRain.\r\n'],
  ])('%s', (_, before, after) => {
    expect(format(before)).toBe(after);
  });
});

describe('a range', () => {
  test('changes its lines alone', () => {
    const text = 'int. a\n\nRain.  \n\n\n\nint. b\n\nRain.  \n';
    const at = (from: string, to: string) => ({ start: text.indexOf(from), end: text.indexOf(to) + to.length });
    const formatted = (from: string, to: string) =>
      applied(text, formatScript(Script.parse(text), usual, at(from, to)));
    expect(formatted('int. b', 'int. b')).toBe(text.replace('int. b', 'INT. B'));
    expect(formatted('Rain', 'int. b')).toBe('int. a\n\nRain.\n\nINT. B\n\nRain.  \n');
  });
});

describe('a line that is finished', () => {
  const finished = (text: string) => {
    const at = text.indexOf('$0');
    const source = text.replace('$0', '');
    return applied(source, formatFinishedLine(Script.parse(source), at, usual));
  };

  test('is formatted, and nothing else is', () => {
    expect(finished('int. a - day\n$0\n\n\nint. b\n')).toBe('INT. A - DAY\n\n\n\nint. b\n');
    expect(finished('Rain.\n\n@ Ann ^\n$0')).toBe('Rain.\n\n@Ann ^\n');
  });

  test('is left alone where it is prose, or may still become something else', () => {
    for (const text of ['Rain.  \n$0', 'int. a\n$0She enters.', 'BOB\nHi.  \n$0', '$0int. a'])
      expect(finished(text)).toBe(text.replace('$0', ''));
  });
});

describe('formatting', () => {
  const sample = readFileSync(
    new URL('../../../samples/the-long-table/the-long-table.fountain', import.meta.url),
    'utf8',
  );

  /** What a script says, with headings as they are printed. Blank space around notes says nothing. */
  const said = (text: string) =>
    [...Script.parse(text).elements()].map(({ type, text: words, dual, number, name, depth, key }) => {
      const form =
        type === 'scene_heading'
          ? headingAsPrinted(words)
          : words
              .split('\n')
              .map((one) => one.trimEnd())
              .join('\n');
      return [type, form, dual, number, name, depth, key];
    });
  const messy = fc
    .array(
      fc.tuple(
        fc.constantFrom('', '', '', ' ', '  ', '\t', '   '),
        scriptText,
        fc.constantFrom('', '', ' ', '  ', ' \t'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.flat().join(''));
  const heads = fc
    .array(
      fc.constantFrom(
        'int',
        'EXT',
        'i/e',
        '.',
        ' ',
        '  ',
        '-',
        '–',
        'a',
        'ß',
        '*',
        '_',
        '\\',
        '#',
        '1',
        '[[n]]',
        '/*b*/',
        '\u0345',
        'ŉ',
      ),
      { maxLength: 14 },
    )
    .map((parts) => `x\n\n${parts.join('')}\n\ny`);
  const texts = fc.oneof(scriptText, messy, heads);

  test('never changes what is printed, nor what is said', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, capitals) => {
        const after = format(text, { capitals });
        expect(pagesOf(after)).toEqual(pagesOf(text));
        expect(said(after)).toEqual(said(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('leaves what has been formatted as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = format(text);
        expect(formatScript(Script.parse(once), usual)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a part or of a finished line changes nothing printed either', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const script = Script.parse(text);
        expect(pagesOf(applied(text, formatScript(script, usual, { start, end })))).toEqual(pagesOf(text));
        expect(pagesOf(applied(text, formatFinishedLine(script, start, usual)))).toEqual(pagesOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('of the sample finds it in its usual form', () => {
    expect(formatScript(Script.parse(sample), usual)).toEqual([]);
  });
});
