import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parsed } from '../../../server/cli/parse.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { a4, type PageFormat, usLetter } from '../../../server/core/pages/format.ts';
import { type Pagination, paginate } from '../../../server/core/pages/pagination.ts';
import { expectLinear } from '../../growth.ts';
import { scriptText as mixedText } from '../fountain/arbitrary.ts';

const sample = readFileSync(
  new URL('../../../samples/the-long-table/the-long-table.fountain', import.meta.url),
  'utf8',
);

/** Words that each occur once, so that one can see where they have gone. */
const words = (length: number, from: number) =>
  Array.from({ length }, (_, i) => `w${from + i}${(from + i) % 7 === 6 ? '.' : ''}`).join(' ');

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('action'), length: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('speech'), length: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dual'), length: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('heading'), length: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('transition'), length: fc.constant(1) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('list'), length: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('break'), length: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('note'), length: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('long'), length: fc.integer({ min: 100, max: 900 }) }) },
);

const scriptText = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => {
  let from = 0;
  return pieces
    .map(({ type, length }) => {
      const said = words(length, from);
      from += length;
      switch (type) {
        case 'speech':
          return `BOB\n${said}`;
        case 'dual':
          return `ANN\nHm.\n\nBOB ^\n(low)\n${said}`;
        case 'heading':
          return `INT. ${said}`;
        case 'transition':
          return `> ${said}:`;
        case 'list':
          return said.replaceAll(' ', '\n');
        case 'break':
          return '===';
        case 'note':
          return '[[a note]]';
        default:
          return said;
      }
    })
    .join('\n\n');
});

const format = fc.constantFrom<PageFormat>(usLetter, a4, { paper: 'letter', blankBeforeHeading: 2 });
const linesOf = ({ paper }: PageFormat) => (paper === 'a4' ? 58 : 54);

function printed(pagination: Pagination): string[][] {
  return Array.from({ length: pagination.pages }, (_, i) => pagination.print(i + 1));
}

vi.setConfig({ testTimeout: 60_000 });

describe('pages of any script', () => {
  test('hold no more lines than they have, and none is empty', () => {
    fc.assert(
      fc.property(scriptText, format, (text, paper) => {
        for (const page of printed(paginate(Script.parse(text), paper))) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(linesOf(paper));
        }
      }),
    );
  });

  test('print each word once, in order', () => {
    fc.assert(
      fc.property(scriptText, format, (text, paper) => {
        const all = printed(paginate(Script.parse(text), paper))
          .flat()
          .join(' ')
          // Headings are printed in capitals.
          .toLowerCase();
        expect(all.match(/w\d+/g) ?? []).toEqual(text.match(/w\d+/g) ?? []);
      }),
    );
  });

  test('are the same, as are the elements, whatever ends the lines', () => {
    const seen = (text: string) => [
      printed(paginate(Script.parse(text))),
      parsed(text).map(({ start, end, ...rest }) => rest),
    ];
    fc.assert(
      fc.property(mixedText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const [unix, windows, mac] = ['\n', '\r\n', '\r'].map((end) => seen(lines.join(end)));
        expect(windows).toEqual(unix);
        expect(mac).toEqual(unix);
      }),
      { numRuns: 500 },
    );
  });

  test('say of each word the page on which it is printed', () => {
    fc.assert(
      fc.property(scriptText, format, (text, paper) => {
        const pagination = paginate(Script.parse(text), paper);
        const pages = printed(pagination);
        for (const word of text.matchAll(/w\d*[05](?!\d)/g)) {
          const page = pagination.pageAt(word.index);
          expect(pages[page - 1]!.join(' ').toLowerCase().match(/w\d+/g), `${word[0]} on page ${page}`).toContain(
            word[0],
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test('do not end in a heading or cue, unless nothing more fits that page', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const pages = printed(paginate(Script.parse(text.replaceAll('===', 'Then.'))));
        for (const page of pages.slice(0, -1)) {
          const last = page.at(-1)!.trim();
          expect(last).not.toMatch(/^(?:BOB|ANN)\b/);
          // Nothing but headings on a page is the one case in which they cannot move.
          if (!page.every((line) => line === '' || line.startsWith('INT. '))) expect(last).not.toMatch(/^INT\./);
        }
      }),
    );
  });

  test('lie in the order of the text', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const script = Script.parse(text);
        const pagination = paginate(script);
        let before = 1;
        for (const element of script.elements()) {
          if (element.type === 'note') continue;
          const page = pagination.pageAt(element.start);
          expect(page).toBeGreaterThanOrEqual(before);
          expect(pagination.pageAt(element.end)).toBeGreaterThanOrEqual(page);
          before = page;
        }
        expect(before).toBeLessThanOrEqual(Math.max(1, pagination.pages));
      }),
    );
  });

  test('add up: the parts are as long as the whole, but for rounding', () => {
    fc.assert(
      fc.property(scriptText, fc.nat(), (text, at) => {
        const pagination = paginate(Script.parse(text));
        const cut = at % (text.length + 1);
        const sum = pagination.lengthOf(0, cut) + pagination.lengthOf(cut, text.length);
        expect(Math.abs(sum - pagination.lengthOf(0, text.length))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

const snippet = fc.constantFrom(
  'x',
  ' and so on, word after word, until the line is full. ',
  '\n',
  '\n\n',
  '\n\nINT. THERE - DAY\n\n',
  '\n\nBOB\nYes. And no.\n\n',
  '\n\nANN ^\nYes.\n\n',
  '\n\n===\n\n',
  '\n\n> CUT TO:\n\n',
  '[[note]]',
  '/*',
  '*/',
  '# Act Two\n',
  'Word. '.repeat(300),
);
const change = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(4000)), insert: snippet });

describe('after edits', () => {
  test('pages are those of the text read anew', () => {
    fc.assert(
      fc.property(
        fc.oneof(scriptText, fc.constant(sample.slice(0, 12_000))),
        format,
        fc.array(change, { maxLength: 8 }),
        (text, paper, changes) => {
          let script = Script.parse(text);
          paginate(script, paper);
          for (const { at, length, insert } of changes) {
            const start = at % (script.text.length + 1);
            const end = Math.min(script.text.length, start + length);
            script = script.edit([{ start, end, insert }]);
            // Not every version is paginated.
            if (at % 3 > 0) paginate(script, paper);
          }
          const after = paginate(script, paper);
          const anew = paginate(Script.parse(script.text.toString()), paper);
          expect(after.pages).toBe(anew.pages);
          expect(after.length).toBe(anew.length);
          expect(printed(after)).toEqual(printed(anew));
          for (let offset = 0; offset <= script.text.length; offset += 311) {
            expect(after.pageAt(offset)).toBe(anew.pageAt(offset));
            expect(after.lengthOf(offset, offset + 500)).toBe(anew.lengthOf(offset, offset + 500));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the sample', () => {
  test('plays about half an hour', () => {
    const { pages, minutes } = paginate(Script.parse(sample));
    console.log(`The Long Table: ${pages} pages, ${minutes} minutes`);
    expect(pages).toBeGreaterThanOrEqual(20);
    expect(pages).toBeLessThanOrEqual(32);
    expect(minutes).toBeLessThanOrEqual(pages);
  });
});

describe('bad input', () => {
  const cases: [string, (size: number) => string][] = [
    ['one word', (size) => 'a'.repeat(size)],
    ['one paragraph', (size) => 'word '.repeat(size / 5)],
    ['one speech', (size) => `BOB\n${'Word. '.repeat(size / 6)}`],
    ['one cue', (size) => `${'A '.repeat(size / 2)}\nHi.`],
    ['one heading', (size) => `INT. ${'A '.repeat(size / 2)}\n\nHi.`],
    ['stars', (size) => '*'.repeat(size)],
    ['open marks', (size) => '*a '.repeat(size / 3)],
    ['points', (size) => '.'.repeat(size)],
    ['headings', (size) => 'INT. A\n\n'.repeat(size / 8)],
    ['notes', (size) => `One.\n\n${'[[a]]\n\n'.repeat(size / 7)}`],
    ['surrogates', (size) => '\ud83c'.repeat(size)],
  ];

  test.each(cases)('takes time in proportion: %s', (_, make) => {
    expectLinear(make, (text) => {
      const pagination = paginate(Script.parse(text));
      expect(pagination.pageAt(text.length)).toBe(pagination.pages);
      expect(pagination.print(pagination.pages).length).toBeLessThanOrEqual(54);
    });
  });
});
