import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { paginate } from '../../../server/core/pages/pagination.ts';
import { expectLinear } from '../../growth.ts';

/** A great many annotations in one paragraph or block. */
const annotated: [name: string, make: (length: number) => string][] = [
  ['on one line', (length) => '[[turn: a]] '.repeat(length / 12)],
  ['beside boneyards', (length) => '[[turn: a]]/*b*/'.repeat(length / 16)],
  ['slips', (length) => '[[setpu: a]] '.repeat(length / 13)],
  ['in each line of a block', (length) => '> a [[turn: a]] <\n'.repeat(length / 18)],
  ['in each line of a speech', (length) => `A\n${'(b)\nc [[turn: a]]\n'.repeat(length / 18)}`],
];

/** Asks of each item what it is, and on which page it stands. */
function ask(text: string): void {
  const script = Script.parse(text);
  const pages = paginate(script);
  for (const [item] of factItems(script.facts).entries()) {
    script.annotation(item);
    const { start, end } = script.place(item);
    pages.pageAt(start);
    pages.lengthOf(start, end);
  }
}

/** Texts of about so many units that a parser may take too long over. */
const bad: [name: string, make: (length: number) => string][] = [
  ['nothing but [', (length) => '['.repeat(length)],
  ['nothing but /*', (length) => '/*'.repeat(length / 2)],
  ['nothing but */', (length) => '*/'.repeat(length / 2)],
  ['an unclosed /* on each line', (length) => '/* a\n'.repeat(length / 5)],
  ['an unclosed /* in each block', (length) => '/* a\n\n'.repeat(length / 6)],
  ['an unclosed [[ in each block', (length) => '[[ a\n\n'.repeat(length / 6)],
  ['a boneyard over it all', (length) => `/*${'a\n\n'.repeat(length / 3)}*/`],
  ['a note on each line', (length) => '[[setup: a]]\n'.repeat(length / 13)],
  ['a note on each line of a title page', (length) => 'Key: value [[n]]\n'.repeat(length / 17)],
  ['a title page without colons', (length) => `A: b\n${'cd\n'.repeat(length / 3)}`],
  ['boneyards in one note', (length) => `[[${'/*a*/\n  \n'.repeat(length / 9)}]]`],
  ['notes on one line', (length) => '[[turn: a]]'.repeat(length / 11)],
  ['one line', (length) => 'a'.repeat(length)],
  ['one line of spaces', (length) => ' '.repeat(length)],
  ['one cue of brackets', (length) => `A${'()'.repeat(length / 2)}\nb`],
  ['one cue of closing brackets', (length) => `A${')'.repeat(length)}\nb`],
  ['one heading of #', (length) => `INT. A ${'#'.repeat(length)}`],
  ['empty lines', (length) => '\n'.repeat(length)],
  ['lone \\r', (length) => 'a\r'.repeat(length / 2)],
  ['lines of two spaces in a speech', (length) => `A\nb\n${'  \n~a\n'.repeat(length / 6)}`],
  ['dual speeches', (length) => 'A ^\nb\n\n'.repeat(length / 7)],
  ['lone surrogates', (length) => '\udc00\ud800\n'.repeat(length / 3)],
  ['NUL', (length) => '\0'.repeat(length)],
];

function work(text: string): void {
  const script = Script.parse(text);
  for (const element of script.elements()) element.text.at(0);
  const middle = text.length >> 1;
  script.edit([{ start: middle, end: middle + 1, insert: 'x' }]);
}

describe('bad input takes time in proportion to its length', { timeout: 60_000 }, () => {
  it.each(bad)('%s', (_, make) => {
    expectLinear(make, work);
  });

  it('a million of them does not throw', () => {
    for (const [, make] of bad) expect(() => Script.parse(make(1_000_000))).not.toThrow();
  });
});

describe('annotations are asked about in time in proportion to their number', { timeout: 60_000 }, () => {
  it.each(annotated)('%s', (_, make) => {
    expectLinear(make, ask, 4000);
  });
});
