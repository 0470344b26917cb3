import {
  action,
  boneyard,
  cue,
  dialogue,
  extended,
  lyric,
  note,
  parenthetical,
  type Row,
  section,
  synopsis,
} from './rows.ts';

const CUES = [
  ...['BOB', 'R2D2', '3CPO', 'ÉDOUARD', 'ИВАН', 'ΑΛΈΞΗΣ', '𐐀', 'BOB #2', "MARY-ANN O'NEIL & CO.", 'O’NEIL', 'A  B'],
];
const NO_CUES = ['23', 'Иван', '黒澤', 'Bob', 'MacBETH', 'STRASSE ß', '(V.O.)', 'BOB (V.O.) said', '...', '@'];

export const CUE_ROWS: readonly Row[] = [
  ...CUES.map((line): Row => [`${line}¶Hi.`, cue(line), dialogue('Hi.')]),
  ...NO_CUES.map((line): Row => [`x¶¶${line}¶Hi.`, action('x'), action(`${line}¶Hi.`)]),
  ['BOB (V.O.)¶Hi.', extended('BOB', 'V.O.'), dialogue('Hi.')],
  ['BOB (v.o.)¶Hi.', extended('BOB', 'v.o.'), dialogue('Hi.')],
  ['HANS (on the radio)¶Hi.', extended('HANS', 'on the radio'), dialogue('Hi.')],
  ['@McAvoy¶Hi.', cue('McAvoy', '@McAvoy'), dialogue('Hi.')],
  ['@ McAvoy¶Hi.', cue('McAvoy', '@ McAvoy'), dialogue('Hi.')],
  ['@McAvoy (O.S.)¶Hi.', extended('McAvoy', 'O.S.', '@McAvoy (O.S.)'), dialogue('Hi.')],
  ['@(a voice)¶Hi.', cue('(a voice)', '@(a voice)'), dialogue('Hi.')],
  ['@黒澤¶Hi.', cue('黒澤', '@黒澤'), dialogue('Hi.')],
  ['@bob¶¶x', cue('bob', '@bob'), action('x')],
  ['x¶¶    BOB¶Hi.', action('x'), cue('BOB', '    BOB'), dialogue('Hi.')],

  // The lines around.
  ['x¶¶BOB¶¶y', action('x'), action('BOB'), action('y')],
  ['x¶¶BOB', action('x'), action('BOB')],
  ['BOB¶  ¶Hi.', action('BOB'), action('Hi.')],
  ['x¶BOB¶Hi.', action('x¶BOB¶Hi.')],
  ['x¶@Bob¶Hi.', action('x¶@Bob¶Hi.')],
  ['# S¶BOB¶Hi.', section('S'), cue('BOB'), dialogue('Hi.')],
  ['= s¶BOB¶Hi.', synopsis('s'), cue('BOB'), dialogue('Hi.')],
  ['BOB¶# S¶¶x', action('BOB'), section('S'), action('x')],
  ['Go.¶[[x]]¶BOB¶Hi.', action('Go.'), note('x'), cue('BOB'), dialogue('Hi.')],
  ['BOB¶[[x]]¶Hi.', action('BOB¶Hi.', 'BOB¶[[x]]¶Hi.'), note('x')],

  // Notes and boneyards in the line.
  ['JOHN [[x]]¶Hi.', cue('JOHN', 'JOHN [[x]]'), note('x'), dialogue('Hi.')],
  ['JOHN /* x */¶Hi.', cue('JOHN', 'JOHN /* x */'), boneyard('x'), dialogue('Hi.')],
  [
    'JOHN [[x]] (V.O.)¶Hi.',
    cue('JOHN  (V.O.)', 'JOHN [[x]] (V.O.)', { name: 'JOHN', extension: 'V.O.' }),
    note('x'),
    dialogue('Hi.'),
  ],
  ['JOHN [[lower]]¶¶x', action('JOHN ', 'JOHN [[lower]]'), note('lower'), action('x')],

  // Dual speeches.
  ['A¶Hi.¶¶B ^¶Yo.', cue('A'), dialogue('Hi.'), cue('B', 'B ^', { dual: true }), dialogue('Yo.')],
  ['A¶Hi.¶¶B^¶Yo.', cue('A'), dialogue('Hi.'), cue('B', 'B^', { dual: true }), dialogue('Yo.')],
  ['A¶Hi.¶¶@b^¶Yo.', cue('A'), dialogue('Hi.'), cue('b', '@b^', { dual: true }), dialogue('Yo.')],
  [
    'A¶Hi.¶¶B (V.O.) ^¶Yo.',
    cue('A'),
    dialogue('Hi.'),
    extended('B', 'V.O.', 'B (V.O.) ^', { dual: true }),
    dialogue('Yo.'),
  ],
  [
    'A¶Hi.¶¶B ^ [[x]]¶Yo.',
    cue('A'),
    dialogue('Hi.'),
    cue('B', 'B ^ [[x]]', { dual: true }),
    note('x'),
    dialogue('Yo.'),
  ],
  [
    'A¶(beat)¶Hi.¶¶¶B ^¶(low)¶Yo.',
    ...[cue('A'), parenthetical('(beat)'), dialogue('Hi.')],
    ...[cue('B', 'B ^', { dual: true }), parenthetical('(low)'), dialogue('Yo.')],
  ],
  ['B ^¶Yo.', cue('B', 'B ^'), dialogue('Yo.')],
  ['A¶Hi.¶¶x¶¶B ^¶Yo.', cue('A'), dialogue('Hi.'), action('x'), cue('B', 'B ^'), dialogue('Yo.')],
];

export const SPEECH_ROWS: readonly Row[] = [
  // Parentheticals.
  ['BOB¶(softly)¶Hi.', cue('BOB'), parenthetical('(softly)'), dialogue('Hi.')],
  ['BOB¶Hi.¶(beat)¶Yo.¶Ok.', cue('BOB'), dialogue('Hi.'), parenthetical('(beat)'), dialogue('Yo.¶Ok.')],
  ['BOB¶(beat)', cue('BOB'), parenthetical('(beat)')],
  ['BOB¶(a)¶(b)¶Hi.', cue('BOB'), parenthetical('(a)'), parenthetical('(b)'), dialogue('Hi.')],
  ['BOB¶(x) y', cue('BOB'), dialogue('(x) y')],
  ['BOB¶(two¶lines)¶Hi.', cue('BOB'), dialogue('(two¶lines)¶Hi.')],
  ['BOB¶  (beat)  ¶Hi.', cue('BOB'), parenthetical('(beat)', '  (beat)  '), dialogue('Hi.')],
  ['BOB¶(beat [[n]])¶Hi.', cue('BOB'), parenthetical('(beat )', '(beat [[n]])'), note('n'), dialogue('Hi.')],
  ['BOB¶(beat) [[n]]¶Hi.', cue('BOB'), parenthetical('(beat)', '(beat) [[n]]'), note('n'), dialogue('Hi.')],
  ['(x)¶¶y', action('(x)'), action('y')],

  // Lines of spaces.
  ['BOB¶Hi.¶  ¶Yo.', cue('BOB'), dialogue('Hi.¶¶Yo.', 'Hi.¶  ¶Yo.')],
  ['BOB¶Hi.¶     ¶Yo.', cue('BOB'), dialogue('Hi.¶¶Yo.', 'Hi.¶     ¶Yo.')],
  ['BOB¶Hi.¶  ¶  ¶Yo.', cue('BOB'), dialogue('Hi.¶¶¶Yo.', 'Hi.¶  ¶  ¶Yo.')],
  ['BOB¶Hi.¶ ¶Yo.', cue('BOB'), dialogue('Hi.'), action('Yo.')],
  ['BOB¶Hi.¶⇥¶Yo.', cue('BOB'), dialogue('Hi.'), action('Yo.')],
  ['BOB¶Hi.¶¶Yo.', cue('BOB'), dialogue('Hi.'), action('Yo.')],

  // The text.
  ['BOB¶*Hi* \\*x\\*  y', cue('BOB'), dialogue('*Hi* \\*x\\*  y')],
  ['BOB¶    Hi.¶⇥ yo', cue('BOB'), dialogue('Hi.¶yo', '    Hi.¶⇥ yo')],

  // Other elements.
  ['BOB¶~la la', cue('BOB'), lyric('la la', '~la la')],
  ['BOB¶Hi.¶~la¶~lo¶Yo.', cue('BOB'), dialogue('Hi.'), lyric('la¶lo', '~la¶~lo'), dialogue('Yo.')],
  ['BOB¶CUT TO:¶¶x', cue('BOB'), dialogue('CUT TO:'), action('x')],
  ['BOB¶ALICE¶¶x', cue('BOB'), dialogue('ALICE'), action('x')],
  ['BOB¶Hi.¶!Bang¶x', cue('BOB'), dialogue('Hi.'), action('Bang¶x', '!Bang¶x')],
  ['BOB¶!Bang', cue('BOB'), action('Bang', '!Bang')],

  // Notes and boneyards: a line that holds nothing else is no line of the speech.
  ['BOB¶Hi [[x]]¶Yo', cue('BOB'), dialogue('Hi¶Yo', 'Hi [[x]]¶Yo'), note('x')],
  ['BOB¶Hi.¶[[x]]¶Yo.', cue('BOB'), dialogue('Hi.¶Yo.', 'Hi.¶[[x]]¶Yo.'), note('x')],
  ['BOB¶Hi.¶/* x */¶Yo.', cue('BOB'), dialogue('Hi.¶Yo.', 'Hi.¶/* x */¶Yo.'), boneyard('x')],
  ['BOB¶Hi.¶[[x¶  ¶y]]¶Yo.', cue('BOB'), dialogue('Hi.¶Yo.', 'Hi.¶[[x¶  ¶y]]¶Yo.'), note('x¶¶y', '[[x¶  ¶y]]')],
  // Of a note over two lines, its line end stays.
  ['BOB¶Hi [[a¶b]] you.¶Yo.', cue('BOB'), dialogue('Hi¶you.¶Yo.', 'Hi [[a¶b]] you.¶Yo.'), note('a¶b')],
];
