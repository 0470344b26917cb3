import { describe, expect, it } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { brief, dumpElement } from './dump.ts';
import { read } from './read.ts';

describe('notes and boneyards', () => {
  it.each<[name: string, input: string, elements: string[]]>([
    ['a note by itself', '[[ a ]]', ['note: a']],
    ['an empty note', 'A[[]]b', ['action: Ab', 'note: ']],
    ['two notes', 'A [[b]] c [[d]]', ['action: A  c ', 'note: b', 'note: d']],
    ['the first [[ goes with the next ]]', 'A [[b [[c]] d]]', ['action: A  d]]', 'note: b [[c']],
    ['three brackets', 'A [[[b]]]', ['action: A ]', 'note: [b']],
    ['single brackets are text', 'A [b] c', ['action: A [b] c']],
    ['a line of two spaces in a note', 'A [[b¶␠␠¶c]] d', ['action: A ¶ d', 'note: b¶¶c']],
    ['a line of one space ends the attempt', 'a [[b¶␠¶c]] d', ['action: a [[b', 'action: c]] d']],
    ['a tab ends the attempt', 'a [[b¶⇥¶c]] d', ['action: a [[b', 'action: c]] d']],
    ['an attempt that ended takes nothing with it', '[[a¶¶b [[c]] d', ['action: [[a', 'action: b  d', 'note: c']],
    ['the line of a note in action', 'a¶[[n]]¶b', ['action: a¶b', 'note: n']],
    ['the line of a note before action', '[[n]]¶a', ['note: n', 'action: a']],
    ['the line of a note after action', 'a¶[[n]]', ['action: a', 'note: n']],
    ['a note that spans elements', '# A [[n¶m]] b', ['section: A', 'note: n¶m', 'action:  b']],
    ['a note on the line of a section', '# A [[n]]', ['section: A', 'note: n']],
    ['a boneyard by itself', '/* a */', ['boneyard: a']],
    ['an empty boneyard', 'A/**/b', ['action: Ab', 'boneyard: ']],
    ['/*/ does not close itself', 'A /*/ b */ c', ['action: A  c', 'boneyard: / b']],
    ['boneyards do not nest', 'A /* b /* c */ d */', ['action: A  d */', 'boneyard: b /* c']],
    ['*/ alone is text', 'A */ b', ['action: A */ b']],
    ['a boneyard over a blank line', 'a /* b¶¶c */ d', ['action: a ', 'boneyard: b¶¶c', 'action:  d']],
    ['a note cannot open where one goes on', '/* a¶¶[[b */ c ]]', ['boneyard: a¶¶[[b', 'action:  c ]]']],
    [
      'a boneyard over a whole scene',
      'a¶¶/*¶INT. B¶¶BOB¶Hi.¶*/¶¶c',
      ['action: a', 'boneyard: INT. B¶¶BOB¶Hi.', 'action: c'],
    ],
    [
      'two boneyards, one after the other',
      '/* a¶¶b *//* c¶¶d */ e',
      ['boneyard: a¶¶b', 'boneyard: c¶¶d', 'action:  e'],
    ],
    ['a boneyard opens where one closes', '/* a¶¶b */ x /* c', ['boneyard: a¶¶b', 'action:  x /* c']],
    ['a boneyard in a note', '[[a /* b */ c]]', ['note: a  c', 'boneyard: b']],
    ['a note in a boneyard', '/* a [[b]] c */', ['boneyard: a [[b]] c']],
    ['a boneyard that hides ]]', '[[a /* ]] */ b]] c', ['action:  c', 'note: a  b', 'boneyard: ]]']],
    ['a boneyard that hides [[', '/* [[ */ a ]]', ['action:  a ]]', 'boneyard: [[']],
    ['a boneyard that closes within [[ ]]', 'a /* [[b */ c]]', ['action: a  c]]', 'boneyard: [[b']],
    ['brackets parted by a boneyard are none', '[/**/[a]]', ['action: [[a]]', 'boneyard: ']],
    ['a boneyard before a heading', '/* a */ INT. B', ['scene_heading: INT. B', 'boneyard: a']],
    ['a boneyard after a cue', 'BOB /* a */¶Hi.', ['character: BOB', 'boneyard: a', 'dialogue: Hi.']],
    [
      'a boneyard is the line after a heading',
      'INT. A¶/* b */¶c',
      ['scene_heading: INT. A', 'boneyard: b', 'action: c'],
    ],
    [
      'a boneyard opens on the line of a heading',
      'INT. A /* b¶¶c */¶d',
      ['scene_heading: INT. A', 'boneyard: b¶¶c', 'action: d'],
    ],
    ['trimmed line by line', '[[ a ¶ b ]]', ['note: a¶b']],
  ])('%s', (_, input, elements) => {
    expect(brief(read(input))).toEqual(elements);
  });

  it('a note comes after the element in which it starts', () => {
    expect(brief(read('BOB [[a¶b]] Hi.'))).toEqual(['character: BOB', 'note: a¶b', 'dialogue: Hi.']);
    expect(brief(read('[[a]] He sits.'))).toEqual(['action:  He sits.', 'note: a']);
  });

  it('knows the boneyard it begins to read in', () => {
    const script = read('a /* b¶¶c¶¶d */ e');
    const dump = (from: number, to: number) => Array.from(script.elements(from, to), dumpElement);
    const boneyard = { type: 'boneyard', text: 'b\n\nc\n\nd', start: 2, end: 15 };
    expect(dump(8, 8)).toEqual([boneyard]);
    expect(dump(16, 17)).toEqual([{ type: 'action', text: ' e', start: 11, end: 17 }]);
    expect(script.elementAt(8)).toBeUndefined();
  });

  it('finds annotations, with spaces for the boneyards in them', () => {
    const script = read('a¶¶b [[setup: gun /* no */ | x]]');
    expect(script.facts.runs).toEqual([
      { items: [{ type: 'mark', mark: { kind: 'setup', ids: ['gun'], keys: {}, note: 'x' }, flawed: false }] },
    ]);
    expect(script.place(0)).toEqual({ start: 5, end: 32 });
    expect(script.annotation(0)).toMatchObject({
      start: 5,
      end: 32,
      kind: { start: 7 },
      ids: [{ start: 14, end: 17 }],
    });
  });
});

describe('line ends', () => {
  const lines = ['Title: X', '', 'INT. A', '', 'BOB', 'Hi.', '  ', 'You. [[n', 'm]]', '', 'a /* b', '', 'c */ d'];
  const expected = brief(Script.parse(lines.join('\n')));

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s changes nothing', (_, lineEnd) => {
    expect(brief(Script.parse(lines.join(lineEnd)))).toEqual(expected);
  });

  it.each([[['\n', '\r\n']], [['\r', '\r\n']], [['\r', '\r\n', '\r\n']]])('may be mixed: %j', (lineEnds) => {
    const mixed = lines.map((line, i) => line + lineEnds[i % lineEnds.length]).join('');
    expect(brief(Script.parse(mixed))).toEqual(expected);
  });

  it('a byte-order mark changes nothing but offsets', () => {
    expect(brief(Script.parse('\ufeffINT. A\n\nb'))).toEqual(['scene_heading: INT. A', 'action: b']);
    expect(brief(Script.parse('\ufeff  b'))).toEqual(['action:   b']);
  });
});
