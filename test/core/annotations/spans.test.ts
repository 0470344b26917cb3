import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Part } from '../../../server/core/annotations/annotation.ts';
import { parseAnnotation } from '../../../server/core/annotations/parse.ts';
import { expectLinear } from '../../growth.ts';

const BRACKETS = { note: ['[[', ']]'], comment: ['<!--', '-->'] } as const;
const FORMS = ['note', 'comment'] as const;

/** All parts, in the order of the text as far as they do not nest. */
function partsOf({ kind, ids, value, keys, note }: Annotation): Part[] {
  const all = [kind, ...ids, value, ...keys.flatMap((it) => [it.key, it.value]), note];
  return all.filter((part) => part !== undefined);
}

describe('spans', () => {
  it.each(FORMS)('of a %s are those of the text', (form) => {
    const [open, close] = BRACKETS[form];
    const text = `abc ${open} Plant: gun, Knife for=a, b via="two words" | why not ${close} def`;
    const start = text.indexOf(open);
    const annotation = parseAnnotation(text.slice(start + open.length, text.indexOf(close)), start, form)!;
    const at = (part: Part | undefined) => part && [text.slice(part.start, part.end), part.text];
    expect(text.slice(annotation.start, annotation.end)).toBe(text.slice(4, -4));
    expect(at(annotation.kind)).toEqual(['Plant', 'setup']);
    expect(annotation.ids.map(at)).toEqual([
      ['gun', 'gun'],
      ['Knife', 'knife'],
    ]);
    expect(annotation.keys.map((key) => text.slice(key.start, key.end))).toEqual(['for=a, b', 'via="two words"']);
    expect(annotation.keys.map((key) => key.values.map(at))).toEqual([
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
      [['two words', 'two words']],
    ]);
    expect(at(annotation.note)).toEqual(['why not', 'why not']);
  });

  const word = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('setup', 'setpu', 'herring', 'story', 'craft', 'ignore', 'beat', 'storyline'),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(':', '|', ',', '=', '"', '“', '”', '\\', ' ', ' for=', ' via="', 'cleared', '-6y'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('gun', 'the gun', 'setup.unpaid', 'é', '黒', '\ud83d', '\u0000', '\n', '[[', ']]'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const inside = fc
    .tuple(fc.constantFrom('setup:', 'reveal:', 'turn:', ''), fc.array(word, { maxLength: 14 }))
    .map(([first, rest]) => first + rest.join(''));

  it('lie within the annotation, in order, and problems too, whatever stands there', () => {
    fc.assert(
      fc.property(inside, fc.nat(1000), fc.constantFrom(...FORMS), (text, start, form) => {
        const annotation = parseAnnotation(text, start, form);
        if (!annotation) return;
        const [open, close] = BRACKETS[form];
        expect([annotation.start, annotation.end]).toEqual([start, start + open.length + text.length + close.length]);
        let at = start + open.length;
        for (const part of partsOf(annotation)) {
          expect(part.start).toBeGreaterThanOrEqual(at);
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          at = part.end;
        }
        expect(at).toBeLessThanOrEqual(annotation.end - close.length);
        for (const key of annotation.keys) {
          for (const value of key.values) {
            expect(value.start).toBeGreaterThanOrEqual(key.value.start);
            expect(value.end).toBeLessThanOrEqual(key.value.end);
          }
        }
        for (const problem of annotation.problems) {
          expect(problem.start).toBeGreaterThanOrEqual(annotation.start);
          expect(problem.end).toBeLessThanOrEqual(annotation.end);
        }
        expect(annotation.mark !== undefined || annotation.problems.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('say the same at any place', () => {
    fc.assert(
      fc.property(inside, fc.nat(1000), (text, start) => {
        expect(parseAnnotation(text, start, 'note')?.mark).toEqual(parseAnnotation(text, 0, 'note')?.mark);
      }),
    );
  });

  it.each([
    'k=',
    ' ke=',
    ' ke="',
    ' ke=“',
    'a,',
    ', ',
    '|',
    '\\',
    ' \\|x',
    '"',
    '-',
    "'",
    ' for=a,',
    ' for:a',
    'for:a,',
    ' for"',
    ' for = ',
    ' at:1,',
    'a cleared ',
    '\u0301',
    '  ',
  ])('cost no more than the text is long, for %j without end', (unit) => {
    expectLinear(
      (length) => unit.repeat(length),
      (text) => {
        for (const head of ['herring: x ', 'setup: ']) {
          for (const end of ['', 'x']) parseAnnotation(head + text + end, 0, 'note');
        }
      },
      1_500,
    );
  });
});
