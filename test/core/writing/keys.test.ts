import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { beginsElement } from '../../../server/core/writing/enter-rules.ts';
import { type WritingKeys, writingKeys } from '../../../server/core/writing/keys.ts';
import { expectLinear } from '../../growth.ts';
import { scriptText } from '../fountain/arbitrary.ts';

/** `|` is the cursor. */
function keys(marked: string): WritingKeys {
  const offset = marked.indexOf('|');
  return writingKeys(Script.parse(marked.replace('|', '')), offset);
}

describe('Enter', () => {
  test.each<[string, string, WritingKeys['enter']]>([
    ['after a heading begins action', 'A.\n\nINT. FLAT - NIGHT|', 'newElement'],
    ['after a heading right above action, too', 'A.\n\nINT. FLAT|\nHe sits.', 'newElement'],
    ['after a forced heading, too', 'A.\n\n.FLAT|\n', 'newElement'],
    ['after a transition begins the next element', 'A.\n\nCUT TO:|\n', 'newElement'],
    ['after a section begins the next element', 'A.\n\n# Act Two|', 'newElement'],
    ['after a section below action, too', 'A.\n# Act Two|\n', 'newElement'],
    ['after a name is a line end', 'A.\n\nBOB|\n', undefined],
    ['after a parenthetical is a line end', 'A.\n\nBOB\n(beat)|\nHi.', undefined],
    ['in a parenthetical leaves it', 'A.\n\nBOB\n(beat|)\n', 'leave'],
    ['in a parenthetical goes to what is said', 'A.\n\nBOB\n(beat|)\nHi.', 'goDown'],
    ['in an empty parenthetical takes it away', 'A.\n\nBOB\n(|)\n', 'clear'],
    ['in an empty parenthetical above words takes its line away', 'A.\n\nBOB\n(|)\nHi.', 'removeLine'],
    ['after a speech begins the next element', 'A.\n\nBOB\nHi.|\n\nMore.', 'newElement'],
    ['after a speech at the end of all, too', 'A.\n\nBOB\nHi.|', 'newElement'],
    ['within a speech is a line end', 'A.\n\nBOB\nHi.|\nThere.', 'lineEnd'],
    ['within a line is a line end', 'A.\n\nBOB\nHi| there.\n', undefined],
    ['in a heading is a line end', 'A.\n\nINT. |FLAT\n', undefined],
    ['in action is a line end', 'A.|\n', undefined],
    ['on an empty line is a line end', 'A.\n\n|\n', undefined],
    ['on an empty forced name goes back to action', 'A.\n\n@|\n', 'clear'],
    ['on the title page is a line end', 'Title: A|\n\nB.', undefined],
    ['in a value of the title page is a line end', 'Notes:\n    A|\n\nB.', undefined],
    ['on an indented line without a value ends the title page', 'Notes:\n    A\n    |\n', 'breakOff'],
    ['on one that begins with a tab, too', 'Notes:\n\tA\n\t|', 'breakOff'],
    ['on another indented line is a line end', 'Notes:\n    A\n\nB.\n    |\n', undefined],
    ['after a lyric is a line end', 'A.\n\n~La|\n', undefined],
    ['on the mark of one more lyric ends the song', 'A.\n\n~La\n~|\n', 'breakOff'],
    ['on a lone mark is a line end', 'A.\n\n~|\n', undefined],
    ['in a note is a line end', 'A.\n\n[[a|\nb]]\n', undefined],
    ['in a boneyard is a line end', 'A.\n\n/*\n\nINT. FLAT|\n\n*/\n', 'lineEnd'],
    ['in action that is cut in capitals is a line end', 'He\nRUNS\naway.|\n', 'lineEnd'],
    ['on an indented line is a line end', 'A.\n\n    INT. FLAT|\n', undefined],
  ])('%s', (_name, text, enter) => {
    expect(keys(text).enter).toBe(enter);
  });
});

/** A text as it is after it has been typed with nobody to ask: the language's rules alone. */
describe('Enter by the rules of the language', () => {
  test.each<[string, string, boolean]>([
    ['INT. FLAT - NIGHT', '', true],
    ['int. flat', '', true],
    ['Int./Ext. car', '', true],
    ['EXT/INT CAR', '', true],
    ['I/E. CAR', '= A synopsis', true],
    ['INT. FLAT', 'He sits.', false],
    ['INTERIOR', '', false],
    ['INT ', '', false],
    ['.FLAT', '', true],
    ['.ÉTÉ', '# Act One', true],
    ['... and then', '', false],
    ['CUT TO:', '', true],
    ['COUPE À: NO', '', false],
    ['CUT TO: ', '', false],
    ['Cut to:', '', false],
    ['> FADE OUT.', '', true],
    ['> THE END <', '', false],
    ['>', '', false],
    ['# Act Two', 'He sits.', true],
    ['Hi.', 'BOB', true],
    ['Hi.', 'ÉDOUARD (V.O.) (cont’d) ^', true],
    ['Hi.', '@McGee', true],
    ['Hi.', '(beat)', true],
    ['(beat)', 'BOB', false],
    ['(he', 'BOB', true],
    ['~La la', 'BOB', false],
    ['Hi.', 'Bob', false],
    ['Hi.', '', false],
    ['Hi.', 'INT. FLAT - NIGHT', false],
    ['Hi.', 'TITLE: A', false],
    ['Hi.', '(V.O.', false],
    [' Hi.', 'BOB', false],
    ['', 'BOB', false],
  ])('after %j below %j: %j', (line, above, begins) => {
    expect(beginsElement(line, '', above)).toBe(begins);
    expect(beginsElement(line, ' ', above)).toBe(begins);
    expect(beginsElement(line, ' x', above)).toBe(false);
  });

  test.each([' ', '(', '()', '^', '<', '=', 'A', '>', '@ '])('takes no longer than lines of %j are long', (part) => {
    expectLinear(
      (length) => part.repeat(length / part.length),
      (line) => {
        for (const end of ['', 'a', 'é(', '<']) beginsElement(`A${line}${end}`, line, `A${line}${end}`);
      },
    );
  });
});

describe('Tab', () => {
  test.each<[string, string, WritingKeys['tab']]>([
    ['on an empty line asks who speaks', 'A.\n\n|\n', 'suggest'],
    ['on an empty line at the end, too', 'A.\n\n|', 'suggest'],
    ['right below action is a tab', 'He sits.\n|\n', undefined],
    ['after a name that has yet to speak begins a parenthetical', 'A.\n\nBOB|\n', 'parentheticalBelow'],
    ['after a name that speaks, too', 'A.\n\nBOB|\nHi.', 'parentheticalBelow'],
    ['below a name begins a parenthetical', 'A.\n\nBOB\n|\n', 'parenthetical'],
    ['below what is said begins a parenthetical', 'A.\n\nBOB\nHi.\n|\n', 'parenthetical'],
    ['in a parenthetical leaves it', 'A.\n\nBOB\n(beat|)\n', 'leave'],
    ['in prose is a tab', 'A man.|\n', undefined],
    ['in brackets that are no parenthetical is a tab', 'A.\n\n(beat|)\n', undefined],
  ])('%s', (_name, text, tab) => {
    expect(keys(text).tab).toBe(tab);
  });
});

test('Shift+Tab takes an empty parenthetical away', () => {
  expect(keys('A.\n\nBOB\n(|)\n').shiftTab).toBe('clear');
  expect(keys('A.\n\nBOB\n(beat|)\n').shiftTab).toBeUndefined();
});

test('a new element is begun where Enter is to begin one, whatever the script', () => {
  fc.assert(
    fc.property(scriptText, fc.nat(200), (text, at) => {
      const script = Script.parse(text);
      const offset = Math.min(at, text.length);
      if (writingKeys(script, offset).enter !== 'newElement') return;
      const after = script.edit([{ start: offset, end: offset, insert: '\n\nHe sits.' }]);
      const begun = after.elementAt(offset + 2);
      expect(begun?.type).toBe('action');
      expect(begun?.start).toBe(offset + 2);
    }),
    { numRuns: 1000 },
  );
});

test('where a line end is asked for, or nothing, the rules are right once the keys are told', () => {
  fc.assert(
    fc.property(scriptText, fc.nat(200), (text, at) => {
      const offset = Math.min(at, text.length);
      const { enter, byRule } = writingKeys(Script.parse(text), offset);
      fc.pre(text.slice(offset - 1, offset + 1) !== '\r\n');
      const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
      const after = text.slice(offset).split(/\r\n|\r|\n/)[0]!;
      const begins = beginsElement(lines.at(-1)!, after, lines.at(-2) ?? '');
      expect(byRule === true).toBe(begins && enter === 'newElement');
      if (begins) expect(enter).toBeDefined();
      if (enter === 'lineEnd') expect(begins).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
