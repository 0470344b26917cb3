import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { expectLinear } from '../../growth.ts';
import { seed } from '../../seed.ts';

const sequences = Number(process.env.CHEKHOV_SEQUENCES ?? 10_000) / 2;
console.log(`treatments, incremental: seed ${seed}, ${sequences} sequences (CHEKHOV_SEED, CHEKHOV_SEQUENCES)`);

/** All that can be seen of a treatment. */
function seen(treatment: Treatment) {
  const items = factItems(treatment.facts);
  return {
    text: treatment.text.toString(),
    facts: treatment.facts.head,
    items: items.map((item, i) => ({ item, place: treatment.place(i), annotation: treatment.annotation(i) })),
    passages: treatment.passages().map(({ type, level, start, end }) => [type, level, start, end]),
    words: treatment.words(),
  };
}

/** Compared as text first: that is quick, and a difference is then shown in full. */
function expectReadAnew(treatment: Treatment): void {
  const after = seen(treatment);
  const anew = seen(Treatment.parse(treatment.text.toString()));
  if (JSON.stringify(after) !== JSON.stringify(anew)) expect(after).toEqual(anew);
}

const piece = fc.constantFrom(
  ...[
    'a',
    'prose and more',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '# Act One',
    '## B\n',
    '---',
    '---\n',
    '===\n',
  ],
  ...[
    '- ',
    '1. ',
    '> ',
    '* * *',
    '```',
    '```\n',
    '~~~\n',
    '`',
    '[[setup: gun]]',
    '[[',
    ']]',
    '<!-- setup: gun -->',
    '<!--',
    '-->',
  ],
  ...[
    '<div>\n',
    '</div>\n',
    '<b>',
    'Title: x\n',
    '...\n',
    '\ufeff',
    '\ud83d',
    '| a | b |\n',
    '[x]: y\n',
    '\\',
    '\u0000',
    'é',
  ],
);
const edits = fc.array(fc.record({ at: fc.nat(1000), length: fc.nat(30), insert: fc.array(piece, { maxLength: 4 }) }), {
  maxLength: 8,
});
const beginning = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('after any edits', () => {
  it('a treatment is what it would be if it were read anew', () => {
    fc.assert(
      fc.property(beginning, edits, fc.boolean(), (text, list, front) => {
        let treatment = Treatment.parse(front ? `---\nTitle: y\n---\n${text}` : text);
        for (const { at, length, insert } of list) {
          const start = at % (treatment.text.length + 1);
          const before = treatment;
          treatment = before.edit([{ start, end: start + length, insert: insert.join('') }]);
          expectReadAnew(treatment);
          if (treatment.facts !== before.facts) {
            expect(JSON.stringify(treatment.facts)).not.toBe(JSON.stringify(before.facts));
          }
        }
      }),
      { numRuns: sequences },
    );
  }, 120_000);

  it('so it is where several come at once', () => {
    fc.assert(
      fc.property(beginning, edits, (text, list) => {
        const changes = list.map(({ at, length, insert }) => ({
          start: at,
          end: at + length,
          insert: insert.join(''),
        }));
        const treatment = Treatment.parse(text).edit(changes);
        expectReadAnew(treatment);
      }),
      { numRuns: Math.ceil(sequences / 4) },
    );
  }, 120_000);
});

it('an edit that cuts the indentation of a line makes that line anew', () => {
  const before = Treatment.parse('B\n\n\n    a<div>\n<div>\n');
  expectReadAnew(before.edit([{ start: 0, end: 5, insert: '' }]));
});

describe('any text', () => {
  it('has items that nest in it and come in order', () => {
    fc.assert(
      fc.property(fc.oneof(beginning, fc.string({ unit: 'binary' })), (text) => {
        const treatment = Treatment.parse(text);
        let at = 0;
        for (let i = 0; i < factItems(treatment.facts).length; i++) {
          const { start, end } = treatment.place(i);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(treatment.itemAt(start)).toBeGreaterThanOrEqual(i);
          at = start;
        }
        for (const { start, end } of treatment.passages()) expect(end).toBeGreaterThan(start);
      }),
    );
  });

  it.each([
    '[',
    '> ',
    '>',
    '- ',
    '1. ',
    '* ',
    '# ',
    '`',
    '<!--',
    '<div>\n',
    '    ',
    '\n',
    '\r',
    '[a]: b "\n',
    '- a\n',
    '> a\n',
    'a\n',
    '* ',
  ])('costs no more than it is long, for %j without end', (unit) => {
    expectLinear(
      (length) => `x\n\n${unit.repeat(length)}`,
      (text) => {
        const middle = text.length >> 1;
        const treatment = Treatment.parse(text).edit([{ start: 0, end: 0, insert: 'y' }]);
        treatment.edit([{ start: middle, end: middle, insert: '\n\n' }]);
      },
      1_500,
    );
  });
});
