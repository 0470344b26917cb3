import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { brief, dumpElement } from './dump.ts';
import { read } from './read.ts';

/** Every ruling of fountain.md, in its order. */
describe('rulings', () => {
  it.each<[name: string, input: string, elements: string[]]>([
    ['a heading needs its blank line', 'INT. HOUSE¶She enters.', ['action: INT. HOUSE¶She enters.']],
    [
      'the line of a note counts as blank after a heading',
      'INT. A¶[[setup: x]]¶She enters.',
      ['scene_heading: INT. A', 'note: setup: x', 'action: She enters.'],
    ],
    [
      'the line of a boneyard counts as blank beside a transition and a heading',
      'CUT TO:¶/* cut */¶EXT. B',
      ['transition: CUT TO:', 'boneyard: cut', 'scene_heading: EXT. B'],
    ],
    ['a section on line 1 is no title page', '# Episode 3: Low Water', ['section: Episode 3: Low Water']],
    ['a heading on line 1 is no title page', 'INT. X: Y', ['scene_heading: INT. X: Y']],
    ['a dot and a space force nothing', '. NOT A HEADING', ['action: . NOT A HEADING']],
    ['two dots force nothing', '..ellipsis', ['action: ..ellipsis']],
    ['a dot forces a heading before a letter of any script', '.élan vital', ['scene_heading: élan vital']],
    ['a trailing space stops a transition', 'CUT TO:␠', ['action: CUT TO: ']],
    ['a transition is in upper case', 'he goes TO:', ['action: he goes TO:']],
    ['a transition needs a blank line after it', 'CUT TO:¶Next line.', ['action: CUT TO:¶Next line.']],
    ['a transition needs a blank line before it', 'Action¶CUT TO:', ['action: Action¶CUT TO:']],
    ['FADE OUT. is action', 'He sits.¶¶FADE OUT.', ['action: He sits.', 'action: FADE OUT.']],
    ['CUT TO BLACK. is action', 'CUT TO BLACK.', ['action: CUT TO BLACK.']],
    [
      'an extension may be in lower case',
      'HANS (on the radio)¶Over.',
      ['character: HANS (on the radio)', 'dialogue: Over.'],
    ],
    ['digits alone are no cue', '23¶Go.', ['action: 23¶Go.']],
    ['a cue may hold digits', 'R2D2¶Beep.', ['character: R2D2', 'dialogue: Beep.']],
    ['a cue may begin with a digit', '3CPO¶Oh dear.', ['character: 3CPO', 'dialogue: Oh dear.']],
    ['a cue may have accents', 'ÉDOUARD¶Oui.', ['character: ÉDOUARD', 'dialogue: Oui.']],
    ['a cue may be in Cyrillic', 'ИВАН¶Да.', ['character: ИВАН', 'dialogue: Да.']],
    ['a script without case has no cue without @', '黒澤¶はい。', ['action: 黒澤¶はい。']],
    ['a note after a cue', 'JOHN [[x]]¶Hi.', ['character: JOHN', 'note: x', 'dialogue: Hi.']],
    ['a note after a numbered heading', 'INT. A #1A# [[x]]', ['scene_heading: INT. A', 'note: x']],
    [
      'a note of two lines in one action',
      'He sits. [[a¶b]] He stands.',
      ['action: He sits. ¶ He stands.', 'note: a¶b'],
    ],
    ['an empty line ends a note', '[[a¶¶b]]', ['action: [[a', 'action: b]]']],
    ['an unclosed boneyard is plain text', '/* a¶¶INT. B', ['action: /* a', 'scene_heading: INT. B']],
    ['an unclosed note is plain text', '[[ a¶¶INT. B', ['action: [[ a', 'scene_heading: INT. B']],
    ['! forces action, and the next line goes on with it', '!SCANNING¶Where?', ['action: SCANNING¶Where?']],
    ['a lyric in a speech', 'BOB¶~la la', ['character: BOB', 'lyric: la la']],
    ['a cue on line 1', 'BOB¶Hi.', ['character: BOB', 'dialogue: Hi.']],
    ['FADE IN: on line 1', 'FADE IN:¶¶INT. A', ['action: FADE IN:', 'scene_heading: INT. A']],
    ['a title page with nothing after', 'Title: X', ['title_page: X']],
  ])('%s', (_, input, elements) => {
    expect(brief(read(input))).toEqual(elements);
  });

  it('the number is no part of the heading', () => {
    expect(dumpElement([...read('INT. A #1A# [[x]]').elements()][0]!)).toEqual({
      type: 'scene_heading',
      text: 'INT. A',
      number: '1A',
      start: 0,
      end: 17,
    });
    expect(factItems(read('INT. A #1A# [[x]]').facts)).toEqual([{ type: 'scene', heading: 'INT. A', number: '1A' }]);
  });

  it('tells a heading that lacks only its blank line', () => {
    expect(read('INT. HOUSE¶She enters.').bareHeadings()).toEqual([{ start: 0, end: 10 }]);
    expect(read('INT. HOUSE').bareHeadings()).toEqual([]);
    expect(read('She waits.¶INT. HOUSE').bareHeadings()).toEqual([]);
    expect(read('Fine.¶¶INT. HOUSE¶She.').bareHeadings()).toEqual([{ start: 7, end: 17 }]);
  });
});
