import { describe, expect, it } from 'vitest';
import { brief, dumpElement } from './dump.ts';
import { read } from './read.ts';

type Case = [name: string, input: string, elements: string[]];

function table(cases: Case[]): void {
  it.each(cases)('%s', (_, input, elements) => {
    expect(brief(read(input))).toEqual(elements);
  });
}

describe('scene headings', () => {
  table([
    ...[
      'INT. A',
      'EXT. A',
      'EST. A',
      'INT./EXT. A',
      'INT/EXT. A',
      'EXT/INT. A',
      'I/E. A',
      'INT A',
      'i/e a',
      'Int. a',
    ].map((line): Case => [line, line, [`scene_heading: ${line}`]]),
    ['INTERIOR is no prefix', 'INTERIOR', ['action: INTERIOR']],
    ['INT alone is no heading', 'INT', ['action: INT']],
    ['a tab does not end a prefix', 'INT⇥A', ['action: INT    A']],
    ['between blank lines', 'a.¶¶INT. B¶¶C.', ['action: a.', 'scene_heading: INT. B', 'action: C.']],
    ['not without a blank line before', 'a.¶INT. B¶¶C.', ['action: a.¶INT. B', 'action: C.']],
    ['a line of one space is blank', 'a.¶␠¶INT. B¶⇥¶C.', ['action: a.', 'scene_heading: INT. B', 'action: C.']],
    ['a line of two spaces is blank', 'a.¶␠␠¶INT. B¶␠␠¶C.', ['action: a.', 'scene_heading: INT. B', 'action: C.']],
    ['is no cue either, without its blank line', 'INT. A¶Hello.', ['action: INT. A¶Hello.']],
    ['indented', '␠␠␠INT. A␠␠', ['scene_heading: INT. A']],
    ['with emphasis marks, which stay', 'INT. *A*', ['scene_heading: INT. *A*']],
    [
      'forced, without a blank line after',
      '.SNIPER SCOPE¶He aims.',
      ['scene_heading: SNIPER SCOPE', 'action: He aims.'],
    ],
    ['forced, but for a blank line before', 'a.¶.B', ['action: a.¶.B']],
    ['forced by a dot before a digit', '.4th floor', ['scene_heading: 4th floor']],
    ['forced before an astral letter', '.\u{10400}x', ['scene_heading: \u{10400}x']],
    ['not forced before anything else', '.—', ['action: .—']],
    ['after a section', '# One¶INT. A', ['section: One', 'scene_heading: INT. A']],
    ['before a synopsis', 'INT. A¶= They meet.', ['scene_heading: INT. A', 'synopsis: They meet.']],
    ['not before a page break', 'INT. A¶===', ['action: INT. A', 'page_break: ']],
    ['after the line of a note', 'a.¶[[n]]¶INT. B', ['action: a.', 'note: n', 'scene_heading: INT. B']],
    ['with a note within', 'INT. [[n]] A', ['scene_heading: INT.  A', 'note: n']],
    ['a note on the same line, before', '[[n]] INT. A', ['scene_heading: INT. A', 'note: n']],
  ]);

  it.each([
    ['INT. A #1#', 'INT. A', '1'],
    ['INT. A #1-A#', 'INT. A', '1-A'],
    ['INT. A #110A.2#  ', 'INT. A', '110A.2'],
    ['INT. A #Ⅳé#', 'INT. A', 'Ⅳé'],
    ['.A #2#', 'A', '2'],
    ['INT. A#1#', 'INT. A#1#', undefined],
    ['INT. A ##', 'INT. A ##', undefined],
    ['INT. A #1 2#', 'INT. A #1 2#', undefined],
    ['INT. A #1# B', 'INT. A #1# B', undefined],
    ['INT. #1#', 'INT.', '1'],
  ])('%s: number %s', (input, text, number) => {
    const [element] = read(input).elements();
    expect([element!.text, element!.number]).toEqual([text, number]);
  });
});

describe('speeches', () => {
  table([
    ['cue, parenthetical, dialogue', 'BOB¶(beat)¶Hi.', ['character: BOB', 'parenthetical: (beat)', 'dialogue: Hi.']],
    [
      'a parenthetical between lines',
      'BOB¶A¶(b)¶C',
      ['character: BOB', 'dialogue: A', 'parenthetical: (b)', 'dialogue: C'],
    ],
    ['half a parenthetical is dialogue', 'BOB¶(b) C', ['character: BOB', 'dialogue: (b) C']],
    ['lines of dialogue are one', 'BOB¶A␠¶⇥B', ['character: BOB', 'dialogue: A¶B']],
    ['a blank line ends it', 'BOB¶A¶¶B', ['character: BOB', 'dialogue: A', 'action: B']],
    ['a line of one space ends it', 'BOB¶A¶␠¶B', ['character: BOB', 'dialogue: A', 'action: B']],
    ['a line of two spaces does not', 'BOB¶A¶␠␠¶B', ['character: BOB', 'dialogue: A¶¶B']],
    ['several lines of spaces are several empty lines', 'BOB¶A¶␠␠¶␠␠␠¶B', ['character: BOB', 'dialogue: A¶¶¶B']],
    ['lines of spaces at its end are none of its lines', 'BOB¶A¶␠␠¶¶B', ['character: BOB', 'dialogue: A', 'action: B']],
    ['a heading in it is dialogue', 'BOB¶INT. A¶¶B', ['character: BOB', 'dialogue: INT. A', 'action: B']],
    ['shouting in it is dialogue', 'BOB¶NO!¶STOP!', ['character: BOB', 'dialogue: NO!¶STOP!']],
    [
      'marks of other elements in it are dialogue',
      'BOB¶Hi.¶#1¶>x¶=y¶.z',
      ['character: BOB', 'dialogue: Hi.¶#1¶>x¶=y¶.z'],
    ],
    ['! ends it', 'BOB¶A¶!B¶C', ['character: BOB', 'dialogue: A', 'action: B¶C']],
    ['a lyric within', 'BOB¶A¶~b¶~c¶D', ['character: BOB', 'dialogue: A', 'lyric: b¶c', 'dialogue: D']],
    ['the line of a note is none of its lines', 'BOB¶A¶[[n]]¶B', ['character: BOB', 'dialogue: A¶B', 'note: n']],
    ['a note within a line', 'BOB¶A [[n]] B', ['character: BOB', 'dialogue: A  B', 'note: n']],
    ['a note with a line of spaces', 'BOB¶A [[n¶␠␠¶m]] B', ['character: BOB', 'dialogue: A¶B', 'note: n¶¶m']],
    ['indented', '⇥⇥BOB¶⇥(low)¶␠␠␠Hi.', ['character: BOB', 'parenthetical: (low)', 'dialogue: Hi.']],
  ]);
});

describe('cues', () => {
  table([
    ['nothing after it', 'BOB', ['action: BOB']],
    ['a blank line after it', 'BOB¶¶Hi.', ['action: BOB', 'action: Hi.']],
    ['a line of spaces after it', 'BOB¶␠␠¶Hi.', ['action: BOB', 'action: Hi.']],
    ['no blank line before it', 'a.¶BOB¶Hi.', ['action: a.¶BOB¶Hi.']],
    ['a section after it', 'BOB¶# A', ['action: BOB', 'section: A']],
    ['a section before it', '# A¶BOB¶Hi.', ['section: A', 'character: BOB', 'dialogue: Hi.']],
    ['the line of a note before it', 'a.¶[[n]]¶BOB¶Hi.', ['action: a.', 'note: n', 'character: BOB', 'dialogue: Hi.']],
    ['the line of a note after it', 'BOB¶[[n]]¶Hi.', ['action: BOB¶Hi.', 'note: n']],
    ['lower case', 'McGEE¶Hi.', ['action: McGEE¶Hi.']],
    ['forced', '@McGee¶Hi.', ['character: McGee', 'dialogue: Hi.']],
    ['forced, with a space', '@ McGee¶Hi.', ['character: McGee', 'dialogue: Hi.']],
    ['forced, and silent', '@McGee¶¶a.', ['character: McGee', 'action: a.']],
    ['forced in a script without case', '@黒澤¶はい。', ['character: 黒澤', 'dialogue: はい。']],
    ['forced, but for the blank line', 'a.¶@McGee', ['action: a.¶@McGee']],
    ['@ alone', '@¶Hi.', ['action: @¶Hi.']],
    ['only an extension', '(V.O.)¶Hi.', ['action: (V.O.)¶Hi.']],
    ['no letter but in the extension', '23 (V.O.)¶Hi.', ['action: 23 (V.O.)¶Hi.']],
    ['an extension not at the end', 'BOB (low) SMITH¶Hi.', ['action: BOB (low) SMITH¶Hi.']],
    ['an astral letter in upper case', '\u{10400}\u{10401}¶Hi.', ['character: \u{10400}\u{10401}', 'dialogue: Hi.']],
    ['an astral letter in lower case', 'A\u{10428}¶Hi.', ['action: A\u{10428}¶Hi.']],
    ['letters without case beside an upper-case one', '黒澤A¶Hi.', ['character: 黒澤A', 'dialogue: Hi.']],
    ['ß is in lower case', 'GROß¶Hi.', ['action: GROß¶Hi.']],
    ['a lone surrogate', '\ud800A¶Hi.', ['character: \ud800A', 'dialogue: Hi.']],
    ['what would be a transition is none', 'CUT TO:¶Hi.', ['action: CUT TO:¶Hi.']],
    ['emphasis marks stay', '**BOB**¶Hi.', ['character: **BOB**', 'dialogue: Hi.']],
  ]);

  it.each([
    ['BOB', 'BOB', undefined],
    ['BOB (V.O.)', 'BOB', 'V.O.'],
    ['BOB(V.O.)', 'BOB', 'V.O.'],
    ['BOB (V.O.) (CONT’D)', 'BOB', 'V.O., CONT’D'],
    ['BOB (on the (old) radio)', 'BOB', 'on the (old) radio'],
    ['BOB (V.O.) ^', 'BOB', 'V.O.'],
    ['@bob (v.o.)', 'bob', 'v.o.'],
    ['BOB (V.O.', 'BOB (V.O.', undefined],
    ['  BOB  ', 'BOB', undefined],
  ])('%s: name and extension', (cue, name, extension) => {
    const [element] = read(`${cue}¶Hi.`).elements();
    expect([element!.name, element!.extension]).toEqual([name, extension]);
  });
});

describe('dual speeches', () => {
  it.each<[name: string, input: string, dual: string[]]>([
    ['the second of two', 'A¶x¶¶B ^¶y', ['B']],
    ['^ without a space', 'A¶x¶¶B^¶y', ['B']],
    ['before a note', 'A¶x¶¶B ^ [[n]]¶y', ['B']],
    ['forced', 'A¶x¶¶@b ^¶y', ['b']],
    ['nothing before it', 'B ^¶y', []],
    ['action between', 'A¶x¶¶He sits.¶¶B ^¶y', []],
    ['a heading between', 'A¶x¶¶INT. C¶¶B ^¶y', []],
    ['a note between', 'A¶x¶¶[[n]]¶¶B ^¶y', ['B']],
    ['a boneyard between', 'A¶x¶¶/* m¶¶n */¶¶B ^¶y', ['B']],
    ['a section between', 'A¶x¶¶# C¶¶B ^¶y', ['B']],
    ['a lyric at the end of the first', 'A¶~x¶¶B ^¶y', ['B']],
    ['a lyric by itself between', 'A¶x¶¶~la¶¶B ^¶y', []],
    ['a third is not dual with the second', 'A¶x¶¶B ^¶y¶¶C ^¶z', ['B']],
    ['a fourth is dual with the third', 'A¶x¶¶B ^¶y¶¶C ^¶z¶¶D ^¶z', ['B', 'D']],
  ])('%s', (_, input, dual) => {
    const script = read(input);
    expect([...script.elements()].filter((element) => element.dual).map(({ text }) => text)).toEqual(dual);
    for (const element of script.elements()) {
      // Wherever one begins to read.
      expect(dumpElement(script.elementAt(element.start) ?? element).dual).toBe(
        dual.includes(script.elementAt(element.start)?.text ?? '') || undefined,
      );
    }
  });
});

describe('transitions and centred lines', () => {
  table([
    ['between blank lines', 'a.¶¶SMASH CUT TO:¶¶B.', ['action: a.', 'transition: SMASH CUT TO:', 'action: B.']],
    ['indented', '⇥⇥CUT TO:', ['transition: CUT TO:']],
    ['a space after it, in a script', 'a.¶¶CUT TO:␠¶¶B.', ['action: a.', 'action: CUT TO: ', 'action: B.']],
    ['a note after it', 'a.¶¶CUT TO: [[n]]', ['action: a.', 'transition: CUT TO:', 'note: n']],
    ['a note and a space after it', 'a.¶¶CUT TO:[[n]]␠', ['action: a.', 'action: CUT TO: ', 'note: n']],
    ['a colon after another word', 'a.¶¶WE SEE:', ['action: a.', 'action: WE SEE:']],
    ['INTO:, which ends in TO:', 'a.¶¶DISSOLVE INTO:', ['action: a.', 'transition: DISSOLVE INTO:']],
    ['forced', '> Burn to white.', ['transition: Burn to white.']],
    ['forced, with action below', '> Burn.¶a.', ['transition: Burn.', 'action: a.']],
    ['forced, but for the blank line', 'a.¶> Burn.', ['action: a.¶> Burn.']],
    ['> alone', '>', ['action: >']],
    ['centred', '> THE END <', ['centered: THE END']],
    ['centred without spaces', '>THE END<', ['centered: THE END']],
    ['centred lines are one each', '> A <¶> B <', ['centered: A', 'centered: B']],
    ['centred amid action', 'a.¶> B <¶C.', ['action: a.', 'centered: B', 'action: C.']],
    ['centred, of nothing', '><', ['centered: ']],
  ]);
});

describe('action', () => {
  table([
    ['lines are one', 'a¶B¶C', ['action: a¶B¶C']],
    ['spaces and tabs count', '␠␠a␠¶⇥B⇥C', ['action:   a ¶    B    C']],
    ['blank lines end it', 'A¶¶¶¶B', ['action: A', 'action: B']],
    ['! off each line', '!A¶␠!B¶C!', ['action: A¶ B¶C!']],
    ['! joins the paragraph', 'a¶!INT. B', ['action: a¶INT. B']],
    ['! stops a section', '!# A', ['action: # A']],
    ['emphasis and escapes stay', '\\*A* _b_ **c**', ['action: \\*A* _b_ **c**']],
    ['runs of spaces stay', 'A   b', ['action: A   b']],
    ['NUL is a character', 'A\0b', ['action: A\0b']],
  ]);
});

describe('what is not printed, and page breaks', () => {
  table([
    ['sections', '# A¶## B¶###C', ['section: A', 'section: B', 'section: C']],
    ['a section amid action', 'A¶# B¶C', ['action: A', 'section: B', 'action: C']],
    ['a section without text', '#', ['section: ']],
    ['a synopsis', '= A', ['synopsis: A']],
    ['a synopsis amid action', 'A¶=B¶C', ['action: A', 'synopsis: B', 'action: C']],
    ['one or two = are action', '=¶==', ['action: =¶==']],
    ['a page break', 'a¶===¶B', ['action: a', 'page_break: ', 'action: B']],
    ['a longer page break, with space around', '␠=====␠', ['page_break: ']],
    ['=== with text is a synopsis', '=== A', ['synopsis: == A']],
    ['lyrics', '~A¶~ B', ['lyric: A¶B']],
    ['lyrics amid action', 'a¶~b¶C', ['action: a', 'lyric: b', 'action: C']],
  ]);

  it('tells the depth of a section', () => {
    expect([...read('# A¶¶####### B¶¶[[n]] ## C').elements()].map(({ depth }) => depth)).toEqual([1, 7, 2, undefined]);
  });
});
