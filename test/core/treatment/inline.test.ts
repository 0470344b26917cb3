import { parser } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInline } from '../../../server/core/treatment/inline.ts';
import { expectLinear } from '../../growth.ts';

const annotations = (text: string) => readInline(text).annotations.map(({ start, end }) => text.slice(start, end));

describe('annotations in prose', () => {
  it.each<[string, string[]]>([
    ['She [[setup: gun]] sits.', ['[[setup: gun]]']],
    ['She <!-- setup: gun --> sits.', ['<!-- setup: gun -->']],
    ['[[setup: a]] and [[payoff: b | so]]', ['[[setup: a]]', '[[payoff: b | so]]']],
    ['<!-- setup: a --><!-- setup: b -->', ['<!-- setup: a -->', '<!-- setup: b -->']],
    ['*[[setup: a]]*, **_[[setup: b]]_**', ['[[setup: a]]', '[[setup: b]]']],
    ['[[An ordinary note]] <!-- and a comment -->', []],
    ['`[[setup: a]]` ``[[setup: `b`]]``', []],
    ['`[[setup: a]]', ['[[setup: a]]']],
    ['[[setup: a | see `x` there]]', ['[[setup: a | see `x` there]]']],
    ['[[setup: a `]]` b]]', ['[[setup: a `]]` b]]']],
    ['\\[[setup: a]]', []],
    ['\\\\[[setup: a]]', ['[[setup: a]]']],
    ['[\\[setup: a]]', []],
    ['\\`[[setup: a]]`', ['[[setup: a]]']],
    ['\\<!-- setup: a -->', []],
    ['<a title="[[setup: a]]">x</a>', []],
    ['<b>[[setup: a]]</b>', ['[[setup: a]]']],
    ['[[setup: a | <b>bold</b>]]', ['[[setup: a | <b>bold</b>]]']],
    ['a < b [[setup: a]] > c', ['[[setup: a]]']],
    ['<https://x.org/[[setup:a]]>', []],
    ['<?[[setup: a]]?> <![CDATA[[[setup: a]]]]>', []],
    ['[[[setup: a]]]', ['[[setup: a]]']],
    ['[[not closed [[setup: a]]', ['[[setup: a]]']],
    ['[[craft: see [[setup: a]] there]]', ['[[craft: see [[setup: a]] there]]']],
    ['[[look: [[setup: a]] there]]', ['[[setup: a]]']],
    ['[[setup:\na]] [[setup: b]]', ['[[setup: b]]']],
    ['<!-- setup:\na --> [[setup: b]]', ['[[setup: b]]']],
    ['<!-- setup: a [[setup: b]] -->', ['<!-- setup: a [[setup: b]] -->']],
    ['<!-- [[setup: b]] -->', []],
    ['<!-- setup: b', []],
    ['<!--> [[setup: a]] -->', ['[[setup: a]]']],
    ['| a | [[setup: a | why]] | [[setup: b \\| why]] |', ['[[setup: a | why]]', '[[setup: b \\| why]]']],
    ['[[setup: a]](https://x.org)', ['[[setup: a]]']],
    ['[[setup: a]', []],
    ['[[setup: [a]]]', ['[[setup: [a]]']],
  ])('%s', (text, expected) => expect(annotations(text)).toEqual(expected));
});

describe('what is not prose', () => {
  /** Code, comments and tags as the whole parser of Markdown finds them. */
  function byLezer(text: string): [number, number][] {
    const found: [number, number][] = [];
    parser.parse(text).iterate({
      enter(node) {
        if (!['InlineCode', 'HTMLTag', 'Comment', 'ProcessingInstruction', 'Autolink'].includes(node.name)) return true;
        found.push([node.from, node.to]);
        return false;
      },
    });
    return found;
  }

  // No parentheses: there Lezer prefers links to code, where CommonMark says otherwise.
  const piece = fc.constantFrom(
    ...[
      '`',
      '``',
      '```x',
      '<a>',
      '</b>',
      '<a href="',
      '">',
      '<b c=d>',
      "<b c='`'>",
      '<!-- x',
      '-->',
      '\\',
      '\\`',
      'a',
      ' ',
    ],
    ...['<', '>', '[ ', ' ]', '[[ ', ' ]] ', '<xx:y>', '<?', '?>', '\n'],
  );

  it('is what the whole parser of Markdown takes for code, comments and tags', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = `x${pieces.join('').replace(/\n\s*/g, '\nx')}`;
        // Lezer takes no run of backticks for a mark of code that an escaped backtick stands before.
        fc.pre(!/\\``/.test(text));
        // Two brackets that touch make a link to Lezer, whether or not there is anything to link to.
        fc.pre(!/\]\s*\[/.test(text));
        expect(readInline(text).asides.map(({ start, end }) => [start, end])).toEqual(byLezer(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is in order, in the text, and holds the annotations', () => {
    const any = fc.oneof(piece, fc.constantFrom('[[', ']]', '[[setup: ', '<!-- setup: a', ' | ', '[', ']', '\r'));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const inline = readInline(text);
        let at = 0;
        for (const { start, end } of inline.asides) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        const spans = inline.annotations.map(({ start, end }) => ({ start, end }));
        expect(inline.asides).toEqual(expect.arrayContaining(spans));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '[',
    ']',
    '[[',
    '[[setup: ',
    '[[ ]',
    '`',
    '` ``',
    '`a ``b',
    '<!--',
    '<',
    '<a b="',
    "<a b='",
    '<a ',
    '<?',
    '\\',
    '[[a ]] ',
    '<a:',
  ])('costs no more than the text is long, for %j without end', (unit) => {
    expectLinear(
      (length) => unit.repeat(length),
      (text) => {
        for (const end of ['', ']]', '>', '`']) readInline(text + end);
      },
      1_500,
    );
  });
});
