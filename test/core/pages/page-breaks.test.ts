import { describe, expect, test } from 'vitest';
import { a4 } from '../../../server/core/pages/format.ts';
import { bare, lines, pagesOf, sentence } from './pages.ts';

describe('the page', () => {
  test('of US Letter has 54 lines, of A4 58', () => {
    expect(pagesOf(lines(54))).toHaveLength(1);
    expect(pagesOf(lines(55)).map((page) => page.length)).toEqual([53, 2]);
    expect(pagesOf(lines(58), a4)).toHaveLength(1);
    expect(pagesOf(lines(59), a4)).toHaveLength(2);
  });

  test('has a blank line between paragraphs, and none above the first', () => {
    expect(pagesOf('One.\n\n\n\nTwo.\n\nCUT TO:\n\nINT. A\n\nBOB\n(low)\nHi.\n')).toEqual([
      [
        'One.',
        '',
        'Two.',
        '',
        `${' '.repeat(53)}CUT TO:`,
        '',
        'INT. A',
        '',
        `${' '.repeat(22)}BOB`,
        `${' '.repeat(16)}(low)`,
        `${' '.repeat(10)}Hi.`,
      ],
    ]);
  });

  test('has two before a heading, where that is wanted', () => {
    const format = { paper: 'letter', blankBeforeHeading: 2 } as const;
    expect(pagesOf('One.\n\nINT. A\n\nTwo.', format)).toEqual([['One.', '', '', 'INT. A', '', 'Two.']]);
  });

  test('has no title page, section, synopsis, note or boneyard on it', () => {
    const script = `Title: A\n\n# Act\n\n= What happens.\n\n[[A note.]]\n\n/* Cut.\n\nOut. */\n\nOne. [[Note.]]\n\nTwo.`;
    expect(pagesOf(script)).toEqual([['One.', '', 'Two.']]);
    expect(pagesOf('Title: A\n\n[[Only a note.]]')).toEqual([]);
  });

  test('keeps lines of action, lyrics and centred lines together that stand together', () => {
    expect(pagesOf('One.\n> TWO <\n~three\n\nFour.')).toEqual([['One.', `${' '.repeat(28)}TWO`, 'three', '', 'Four.']]);
  });
});

describe('at the foot of a page', () => {
  test('a heading moves with what follows', () => {
    expect(pagesOf(`${lines(50)}\n\nINT. A - DAY\n\nOne.`)).toHaveLength(1);
    const [first, second] = pagesOf(`${lines(51)}\n\nINT. A - DAY\n\nOne.`);
    expect(first).toHaveLength(51);
    expect(second).toEqual(['INT. A - DAY', '', 'One.']);
  });

  test('a heading stays where two lines of a longer paragraph fit below it', () => {
    const [first, second] = pagesOf(`${lines(49)}\n\nINT. A - DAY\n\n${lines(4)}`);
    expect(first!.slice(50)).toEqual(['INT. A - DAY', '', 'Line 1.', 'Line 2.']);
    expect(second).toEqual(['Line 3.', 'Line 4.']);
    expect(pagesOf(`${lines(50)}\n\nINT. A - DAY\n\n${lines(4)}`)[0]).toHaveLength(50);
  });

  test('headings in a row move together, and with them that of an act', () => {
    const [first, second] = pagesOf(`${lines(48)}\n\n> ACT TWO <\n\nEXT. A\n\nINT. B\n\nOne.`);
    expect(first).toHaveLength(48);
    expect(second!.map(bare)).toEqual(['ACT TWO', '', 'EXT. A', '', 'INT. B', '', 'One.']);
  });

  test('a heading with nothing after it stays', () => {
    expect(pagesOf(`${lines(52)}\n\nINT. A\n`)).toHaveLength(1);
    expect(pagesOf(`${lines(52)}\n\nINT. A\n\n===\n\nTwo.`)).toHaveLength(2);
  });

  test('a transition keeps the end of its scene with it', () => {
    const [first, second] = pagesOf(`${lines(49)}\n\nOne.\nTwo.\nThree.\n\nCUT TO:\n\nINT. A`);
    expect(first).toHaveLength(49);
    expect(second!.map(bare).slice(0, 5)).toEqual(['One.', 'Two.', 'Three.', '', 'CUT TO:']);
    const [, next] = pagesOf(`${lines(54)}\n\nCUT TO:\n\nINT. A`);
    expect(next!.map(bare).slice(0, 4)).toEqual(['Line 53.', 'Line 54.', '', 'CUT TO:']);
  });

  test('the end of an act stays with the act', () => {
    const [first, second] = pagesOf(`${lines(50)}\n\nOne.\nTwo.\n\n> END OF ACT ONE <\n\nINT. A`);
    expect(first).toHaveLength(50);
    expect(second!.map(bare).slice(0, 4)).toEqual(['One.', 'Two.', '', 'END OF ACT ONE']);
  });

  test('an action is parted after a sentence, and the rest starts a line of its own', () => {
    const action =
      'He runs down the long corridor as if it would never end, and it does not end. She waits. The light goes out over both of them, and what was far away comes near, and what was near is gone for good now.';
    const [first, second] = pagesOf(`${lines(51)}\n\n${action}`);
    expect(first!.slice(52)).toEqual([
      'He runs down the long corridor as if it would never end, and',
      'it does not end. She waits.',
    ]);
    expect(second).toEqual([
      'The light goes out over both of them, and what was far away',
      'comes near, and what was near is gone for good now.',
    ]);
  });

  test('an action of three lines is not parted, nor one whose sentence is too long', () => {
    expect(pagesOf(`${lines(51)}\n\nOne.\nTwo.\nThree.`).map((page) => page.length)).toEqual([51, 3]);
    expect(pagesOf(`${lines(48)}\n\n${'word '.repeat(70).trim()}.`)[0]).toHaveLength(48);
  });

  test('a name is no end of a sentence', () => {
    const action = `${'So she said it to him, once more, and again. '.repeat(2)}Then came the famous Mr. ${'Sealy and all of his friends, '.repeat(4)}who sat.`;
    const [first] = pagesOf(`${lines(50)}\n\n${action}`);
    expect(bare(first!.at(-1))).toMatch(/again\.$/);
  });
});

describe('a speech across two pages', () => {
  test('is parted at a sentence, with (MORE) and (CONT’D)', () => {
    const [first, second] = pagesOf(`${lines(48)}\n\nBOB\n${sentence(2)} ${sentence(3)}\n`);
    expect(first!.slice(49).map(bare)).toEqual([
      'BOB',
      'Words words words words words words',
      'words words words words.',
      '(MORE)',
    ]);
    expect(second!.map(bare)).toEqual([
      "BOB (CONT'D)",
      'Words words words words words words',
      ...Array(2).fill(expect.any(String)),
    ]);
    expect(second![0]).toMatch(/^ {22}BOB/);
    expect(second![1]).toMatch(/^ {10}Words/);
  });

  test('does not leave its cue, or its cue and one line', () => {
    expect(pagesOf(`${lines(52)}\n\nBOB\nHi.`)[0]).toHaveLength(52);
    expect(pagesOf(`${lines(49)}\n\nBOB\nOne.\n${sentence(4)}`)[0]).toHaveLength(49);
  });

  test('takes two lines over, if only to stay with a transition', () => {
    const [first, second] = pagesOf(`${lines(47)}\n\nBOB\nOne.\nTwo.\nThree.\nFour.\n\nCUT TO:\n\nINT. A`);
    expect(first!.slice(48).map(bare)).toEqual(['BOB', 'One.', 'Two.', '(MORE)']);
    expect(second!.map(bare).slice(0, 5)).toEqual(["BOB (CONT'D)", 'Three.', 'Four.', '', 'CUT TO:']);
  });

  test('goes on before a parenthetical, and not after it', () => {
    const [first, second] = pagesOf(`${lines(48)}\n\nBOB\n${sentence(2)}\n(beat)\n${sentence(3)}`);
    expect(bare(first!.at(-2))).toMatch(/words\.$/);
    expect(second!.map(bare).slice(0, 2)).toEqual(["BOB (CONT'D)", '(beat)']);
    const [, after] = pagesOf(`${lines(47)}\n\nBOB\n${sentence(2)}\n(beat)\n${sentence(3)}`);
    expect(after!.map(bare).slice(0, 2)).toEqual(["BOB (CONT'D)", '(beat)']);
  });

  test('keeps an extension, and does not say (CONT’D) twice', () => {
    const speech = `${sentence(2)} ${sentence(3)}`;
    expect(bare(pagesOf(`${lines(48)}\n\nBOB (V.O.)\n${speech}`)[1]![0])).toBe("BOB (V.O.) (CONT'D)");
    expect(bare(pagesOf(`${lines(48)}\n\nBOB (CONT'D)\n${speech}`)[1]![0])).toBe("BOB (CONT'D)");
  });

  test('that is longer than a page goes on from page to page', () => {
    const pages = pagesOf(`BOB\n${`${sentence(3)} `.repeat(40)}`);
    expect(pages.length).toBe(3);
    expect(pages.map((page) => bare(page[0]))).toEqual(['BOB', "BOB (CONT'D)", "BOB (CONT'D)"]);
    expect(bare(pages[1]!.at(-1))).toBe('(MORE)');
    expect(bare(pages[2]!.at(-1))).toMatch(/words\.$/);
  });
});

describe('a paragraph for which no good place is left', () => {
  test('without sentences is parted where the page ends', () => {
    const [first, second] = pagesOf('word '.repeat(12 * 60));
    expect(first).toHaveLength(54);
    expect(second).toHaveLength(6);
  });

  test('starts below its heading', () => {
    const [first] = pagesOf(`INT. A\n\n${'word '.repeat(12 * 60)}`);
    expect(first).toHaveLength(54);
    expect(first![2]).toMatch(/^word/);
  });

  test('may be a cue or a heading', () => {
    expect(pagesOf(`${'NAME '.repeat(2000)}\nHi.`).every((page) => page.length <= 54)).toBe(true);
    expect(pagesOf(`INT. ${'ROOM '.repeat(2000)}\n\nHi.`).every((page) => page.length <= 54)).toBe(true);
  });
});

describe('forced page breaks', () => {
  test('end the page', () => {
    expect(pagesOf('One.\n\n===\n\nTwo.')).toEqual([['One.'], ['Two.']]);
  });

  test('leave no page empty', () => {
    expect(pagesOf('===\n\nOne.\n\n===\n\n===\n\nTwo.\n\n===\n')).toEqual([['One.'], ['Two.']]);
    expect(pagesOf(`${lines(54)}\n\n===\n\nTwo.`)).toHaveLength(2);
  });
});

describe('dual dialogue', () => {
  test('stands side by side, as high as the longer speech', () => {
    const [page] = pagesOf('ANN\nYes.\n\nBOB ^\n(low)\nNo. I do not think that I would ever say so.\n\nOne.');
    expect(page).toEqual([
      `${' '.repeat(6)}ANN${' '.repeat(29)}BOB`,
      `Yes.${' '.repeat(31)}(low)`,
      `${' '.repeat(32)}No. I do not think that I`,
      `${' '.repeat(32)}would ever say so.`,
      '',
      'One.',
    ]);
  });

  test('is not parted', () => {
    const dual = `ANN\n${sentence(3)}\n\nBOB ^\n${sentence(3)}`;
    expect(pagesOf(`${lines(51)}\n\n${dual}`).map((page) => page.length)).toEqual([51, 5]);
  });

  test('stands in one column where there is no speech to stand beside', () => {
    expect(pagesOf('BOB ^\nNo.')).toEqual([[`${' '.repeat(22)}BOB`, `${' '.repeat(10)}No.`]]);
    expect(pagesOf('ANN\nYes.\n\nHe nods.\n\nBOB ^\nNo.')[0]).toHaveLength(7);
  });

  test('of most of a page stands one below the other', () => {
    const pages = pagesOf(`ANN\n${`${sentence(3)} `.repeat(20)}\n\nBOB ^\nNo.`);
    expect(pages).toHaveLength(2);
    expect(bare(pages[0]!.at(-1))).toBe('(MORE)');
  });
});
