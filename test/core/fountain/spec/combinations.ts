import {
  action,
  boneyard,
  centered,
  cue,
  dialogue,
  entry,
  extended,
  heading,
  lyric,
  note,
  pageBreak,
  parenthetical,
  type Row,
  section,
  synopsis,
  transition,
} from './rows.ts';

/** A note or boneyard before a mark, and what the line is all the same. */
const MARKED: readonly Row[] = [
  ['[[n]].A', heading('A', '[[n]].A'), note('n')],
  ['[[n]] INT. A', heading('INT. A', '[[n]] INT. A'), note('n')],
  ['[[n]]!A', action('A', '[[n]]!A'), note('n')],
  ['[[n]]@bob¶Hi.', cue('bob', '[[n]]@bob'), note('n'), dialogue('Hi.')],
  ['[[n]]~la', lyric('la', '[[n]]~la'), note('n')],
  ['[[n]]# A', section('A', '[[n]]# A'), note('n')],
  ['[[n]]= A', synopsis('A', '[[n]]= A'), note('n')],
  ['[[n]]> A', transition('A', '[[n]]> A'), note('n')],
  ['[[n]]> A <', centered('A', '[[n]]> A <'), note('n')],
  ['[[n]]===', pageBreak('[[n]]==='), note('n')],
  ['BOB¶[[n]](low)¶Hi.', cue('BOB'), parenthetical('(low)', '[[n]](low)'), note('n'), dialogue('Hi.')],
  ['/* a */ INT. A', heading('INT. A', '/* a */ INT. A'), boneyard('a')],
  ['x¶¶[[a¶b]]INT. A', action('x'), note('a¶b'), heading('INT. A', 'b]]INT. A')],
];

/** Notes and boneyards that end an element's line, and go on in the next. */
const GOING_ON: readonly Row[] = [
  ['# A /* b¶c */ d', section('A', '# A /* b'), boneyard('b¶c'), action(' d', 'c */ d')],
  ['~a /* b¶c */ d', lyric('a', '~a /* b'), boneyard('b¶c'), action(' d', 'c */ d')],
  ['=== [[b¶c]]', pageBreak('=== [[b'), note('b¶c')],
  ['BOB¶(a) [[b¶c]]¶d', cue('BOB'), parenthetical('(a)', '(a) [[b'), note('b¶c'), dialogue('d')],
  ['BOB¶(a [[b¶c]] d)¶e', cue('BOB'), dialogue('(a¶d)¶e', '(a [[b¶c]] d)¶e'), note('b¶c')],
  ['a [[b]] [[c¶d]] e', action('a  ¶ e', 'a [[b]] [[c¶d]] e'), note('b'), note('c¶d')],
  ['/* a¶b */ /* c¶d */ e', boneyard('a¶b'), boneyard('c¶d'), action(' e', 'd */ e')],
  // A blank line in a boneyard is one all the same.
  ['a /* b¶¶c */ d', action('a ', 'a /* b'), boneyard('b¶¶c'), action(' d', 'c */ d')],
  ['BOB¶Hi. /* b¶¶c */¶Yo.', cue('BOB'), dialogue('Hi.', 'Hi. /* b'), boneyard('b¶¶c'), action('Yo.')],
  ['a /* b¶¶BOB¶Hi. */¶¶c', action('a ', 'a /* b'), boneyard('b¶¶BOB¶Hi.'), action('c')],
];

/** Elements beside elements. */
const BESIDE: readonly Row[] = [
  ['= a¶INT. B¶# C¶d', synopsis('a'), heading('INT. B'), section('C'), action('d')],
  ['x¶= s¶> y¶z', action('x'), synopsis('s'), transition('y', '> y'), action('z')],
  ['x¶[[a]]¶CUT TO:¶[[b]]¶y', action('x'), note('a'), transition('CUT TO:'), note('b'), action('y')],
  ['INT. A¶~la', action('INT. A'), lyric('la', '~la')],
  ['INT. A¶===¶¶x', action('INT. A'), pageBreak('==='), action('x')],
  ['.A¶BOB¶Hi.', heading('A', '.A'), action('BOB¶Hi.')],
  ['BOB¶> x <¶Hi.', cue('BOB'), dialogue('> x <¶Hi.')],
  ['BOB¶(x)¶  ¶Hi.', cue('BOB'), parenthetical('(x)'), dialogue('Hi.')],
  ['BOB¶Hi.¶  ¶!x', cue('BOB'), dialogue('Hi.'), action('x', '!x')],
  ['BOB¶~a¶  ¶~b¶  ¶Hi', cue('BOB'), lyric('a', '~a'), lyric('b', '~b'), dialogue('Hi')],
  ['A¶x¶¶[[n]]¶¶B ^¶y', cue('A'), dialogue('x'), note('n'), cue('B', 'B ^', { dual: true }), dialogue('y')],
  ['A¶x¶¶===¶¶B ^¶y', cue('A'), dialogue('x'), pageBreak('==='), cue('B', 'B ^'), dialogue('y')],
  [
    '.A #3b#¶¶@ann (O.S.) ^ [[q]]¶(low)¶Hi.',
    ...[heading('A', '.A #3b#', '3b'), extended('ann', 'O.S.', '@ann (O.S.) ^ [[q]]'), note('q')],
    ...[parenthetical('(low)'), dialogue('Hi.')],
  ],
];

/** Letters of all sorts in cues: a capital, and none that is small. */
const CAPITALS = ['ᲒᲘᲝ', 'İSMAİL', 'STRAẞE', 'ԱՐԱՄ', 'ᎠᎹ', '𐐀𐐁', '黒澤 A', 'ǅURO', 'E\u0301DOUARD', '😀 BOB'];
const SMALL = ['გიო', 'ISMAıL', '𐐀𐐨', 'דוד', 'STRAßE'];
const LETTERS: readonly Row[] = [
  ...CAPITALS.map((line): Row => [`${line}¶Hi.`, cue(line), dialogue('Hi.')]),
  ...SMALL.map((line): Row => [`${line}¶Hi.`, action(`${line}¶Hi.`)]),
];

const HEADS: readonly Row[] = [
  ['Title: A¶: b', entry('Title', 'A¶: b', 'Title: A¶: b')],
  ['Title: A¶===¶x', entry('Title', 'A¶===¶x', 'Title: A¶===¶x')],
  ['Title [[n]]: A', entry('Title', 'A', 'Title [[n]]: A'), note('n')],
  ['Title: /* A: b¶C: d */ E', entry('Title', 'E', 'Title: /* A: b¶C: d */ E'), boneyard('A: b¶C: d')],
  [' Title: A¶B: c', action(' Title: A¶B: c')],
  [': A', action(': A')],
  ['標題: 電影', entry('標題', '電影')],
  ['/* x */¶Title: A', boneyard('x'), action('Title: A')],
];

export const COMBINATION_ROWS: readonly Row[] = [...MARKED, ...GOING_ON, ...BESIDE, ...LETTERS, ...HEADS];
