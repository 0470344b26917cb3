import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { formatEighths, formatMinutes, formatPages } from '../../../server/core/pages/length.ts';
import { lengthOf, pageAt } from '../../../server/core/pages/manuscript-pages.ts';
import { paginate } from '../../../server/core/pages/pagination.ts';
import { treatmentLength, treatmentPageAt } from '../../../server/core/pages/treatment-length.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { lines } from './pages.ts';

function paginated(text: string) {
  const pagination = paginate(Script.parse(text));
  return {
    pagination,
    page: (words: string) => pagination.pageAt(text.indexOf(words)),
    length: (from: string, to: string) => pagination.lengthOf(text.indexOf(from), text.indexOf(to)),
  };
}

describe('the page of a place', () => {
  test('is that on which it is printed', () => {
    const { page } = paginated(`Title: A\n\nOne.\n\n===\n\nTwo.\n\n===\n\nThree.`);
    expect([page('Title'), page('One'), page('Two'), page('Three')]).toEqual([1, 1, 2, 3]);
  });

  test('is found within a paragraph that goes on, notes, marks and tabs in it notwithstanding', () => {
    const { page } = paginated(`${lines(50)}\n\nOne *one*. [[Note.]]\n\tTwo.\n**Three.**\nFour.\nFive.`);
    expect([page('One'), page('Note'), page('Two'), page('Three'), page('Four'), page('Five')]).toEqual([
      1, 1, 1, 1, 2, 2,
    ]);
  });

  test('is found within a speech that goes on', () => {
    const { page } = paginated(`${lines(48)}\n\nBOB\n(low)\nOne.\nTwo.\nThree.\nFour. Five.\n`);
    expect([page('BOB'), page('low'), page('One'), page('Two'), page('Three'), page('Five')]).toEqual([
      1, 1, 1, 1, 2, 2,
    ]);
  });

  test('of a note is that of what is printed before it', () => {
    const { page } = paginated(`${lines(54)}\n\n[[setup: x]]\n\nNext.`);
    expect([page('setup'), page('Next')]).toEqual([1, 2]);
  });

  test('of a section, and of what stands below it, is that of what follows', () => {
    const { page } = paginated(`${lines(54)}\n\n# Act Two\n\n[[turn: x]]\n\nNext.`);
    expect([page('Act Two'), page('turn'), page('Next')]).toEqual([2, 2, 2]);
  });

  test('of a script that prints nothing is the first', () => {
    const { pagination } = paginated('[[Note.]]');
    expect([pagination.pages, pagination.length, pagination.pageAt(0), pagination.pageAt(100)]).toEqual([0, 0, 1, 1]);
    expect(paginate(Script.parse('')).pages).toBe(0);
  });
});

describe('the length of a stretch', () => {
  test('is its lines, to an eighth of a page, and at least one', () => {
    const { length, pagination } = paginated(`INT. A\n\n${lines(24)}\n\nINT. B\n\nOne.\n\nINT. C\n\nTwo.`);
    expect(length('INT. A', 'INT. B')).toBe(4);
    expect(length('INT. B', 'INT. C')).toBe(1);
    expect(length('INT. A', 'INT. A')).toBe(0);
    expect(pagination.length).toBe(5);
    expect(pagination.minutes).toBe(5 / 8);
  });

  test('goes to the end of the text', () => {
    const text = `INT. A\n\n${lines(52)}`;
    const { pagination } = paginated(text);
    expect(pagination.lengthOf(0, text.length)).toBe(8);
    expect(pagination.lengthOf(0, text.length + 10)).toBe(8);
  });

  test('does not count what a forced page break leaves empty', () => {
    const { length } = paginated(`INT. A\n\nOne.\n\n===\n\nINT. B\n\n${lines(24)}\n\n===\n\nEnd.`);
    expect(length('INT. A', 'INT. B')).toBe(1);
    expect(length('INT. A', 'End.')).toBe(4);
  });

  test('counts the foot of a page that stays empty because what follows does not fit', () => {
    const { length } = paginated(`INT. A\n\n${lines(49)}\n\nINT. B\n\nOne.`);
    expect(length('INT. A', 'INT. B')).toBe(8);
  });

  test('is written as in production', () => {
    expect([1, 3, 4, 8, 19, 16].map(formatEighths)).toEqual(['1/8', '3/8', '4/8', '1', '2 3/8', '2']);
    expect([1, 8, 9].map(formatPages)).toEqual(['1/8 page', '1 page', '1 1/8 pages']);
    expect([0.25, 0.875, 1, 2.4].map(formatMinutes)).toEqual([
      ...['under a minute', 'under a minute'],
      ...['1 minute', '2 minutes'],
    ]);
  });
});

describe('a treatment', () => {
  const text = `---\nTitle: Not counted\n---\n\n# One\n\n${'word '.repeat(249)}[[setup: a | not counted]]\n\n<!-- nor\nthis -->\n\n## Two\n\n${'more '.repeat(30)}`;
  const treatment = Treatment.parse(text);
  const at = (words: string) => text.indexOf(words);

  test('has 250 words a page', () => {
    expect(treatmentPageAt(treatment, 0)).toBe(1);
    expect(treatmentPageAt(treatment, at('word'))).toBe(1);
    expect(treatmentPageAt(treatment, at('## Two'))).toBe(2);
    expect(treatmentPageAt(treatment, text.length)).toBe(2);
    expect(treatmentLength(treatment, at('# One'), at('## Two'))).toBe(8);
    expect(treatmentLength(treatment, at('## Two'), text.length)).toBe(1);
    expect(treatmentLength(treatment, 0, at('# One'))).toBe(0);
  });

  test('has no minutes', () => {
    expect(lengthOf(treatment, 0, text.length)).toEqual({ eighths: 9, pages: 2 });
    expect(lengthOf(Script.parse(lines(27)), 0, 1000)).toEqual({ eighths: 4, pages: 1, minutes: 0.5 });
    expect(pageAt(treatment, at('## Two'))).toBe(2);
    expect(pageAt(Script.parse(lines(60)), 1000)).toBe(2);
  });

  test('without words is on its first page', () => {
    expect(treatmentPageAt(Treatment.parse(''), 0)).toBe(1);
    expect(treatmentLength(Treatment.parse(''), 0, 10)).toBe(0);
  });
});
