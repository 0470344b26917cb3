import {
  action,
  boneyard,
  centered,
  heading,
  lyric,
  note,
  pageBreak,
  type Row,
  section,
  synopsis,
  transition,
} from './rows.ts';

const NO_TRANSITIONS = ['CUT TO: ', 'CUT TO:⇥', 'he goes TO:', 'cut to:', 'FADE OUT.', 'CUT TO BLACK.', 'CUT TO', '>'];

export const TRANSITION_ROWS: readonly Row[] = [
  ...['CUT TO:', 'FADE INTO:', 'TO:', 'ПЕРЕХОД TO:'].map(
    (line): Row => [`x¶¶${line}¶¶y`, action('x'), transition(line), action('y')],
  ),
  ...NO_TRANSITIONS.map(
    (line): Row => [`x¶¶${line}¶¶y`, action('x'), action(line.replace('⇥', '    '), line), action('y')],
  ),
  ['x¶¶CUT TO:¶Next line.', action('x'), action('CUT TO:¶Next line.')],
  ['Action¶CUT TO:', action('Action¶CUT TO:')],
  ['x¶¶CUT TO:', action('x'), transition('CUT TO:')],
  ['x¶¶  CUT TO:¶¶y', action('x'), transition('CUT TO:', '  CUT TO:'), action('y')],
  ['x¶¶CUT TO:¶# S', action('x'), transition('CUT TO:'), section('S')],
  ['# S¶CUT TO:¶= s', section('S'), transition('CUT TO:'), synopsis('s')],
  ['CUT TO:¶/* cut */¶EXT. B', transition('CUT TO:'), boneyard('cut'), heading('EXT. B')],
  ['x¶[[n]]¶CUT TO:¶¶y', action('x'), note('n'), transition('CUT TO:'), action('y')],
  ['x¶¶> CUT TO:¶¶y', action('x'), transition('CUT TO:', '> CUT TO:'), action('y')],
  ['x¶¶> Burn out.¶y', action('x'), transition('Burn out.', '> Burn out.'), action('y')],
  ['x¶> Burn out.', action('x¶> Burn out.')],
  ['x¶¶>Burn  out. [[n]]¶¶y', action('x'), transition('Burn  out.', '>Burn  out. [[n]]'), note('n'), action('y')],
  // The example of fountain.io.
  [
    'CUT TO:¶/*¶INT. GARAGE - DAY¶¶STEEL¶So much for retirement!¶¶They speed off.¶*/¶EXT. MANSION - DAY¶¶A limo.',
    transition('CUT TO:'),
    boneyard(
      'INT. GARAGE - DAY¶¶STEEL¶So much for retirement!¶¶They speed off.',
      '/*¶INT. GARAGE - DAY¶¶STEEL¶So much for retirement!¶¶They speed off.¶*/',
    ),
    heading('EXT. MANSION - DAY'),
    action('A limo.'),
  ],
];

export const LINE_ROWS: readonly Row[] = [
  ['> THE END <', centered('THE END', '> THE END <')],
  ['>THE END<', centered('THE END', '>THE END<')],
  ['>   *A  b*   <', centered('*A  b*', '>   *A  b*   <')],
  ['> A <¶> B <', centered('A', '> A <'), centered('B', '> B <')],
  ['x¶> y <¶z', action('x'), centered('y', '> y <'), action('z')],
  ['> x < [[n]]', centered('x', '> x < [[n]]'), note('n')],
  ['> x [[n]] <', centered('x', '> x [[n]] <'), note('n')],

  ['===', pageBreak('===')],
  ['x¶¶=====¶¶y', action('x'), pageBreak('====='), action('y')],
  ['x¶===¶y', action('x'), pageBreak('==='), action('y')],
  ['x¶¶=== [[n]]¶¶y', action('x'), pageBreak('=== [[n]]'), note('n'), action('y')],

  ['# A', section('A')],
  ['##  B  c ', section('B  c', '##  B  c ', 2)],
  ['###C', section('C', '###C', 3)],
  ['####### D', section('D', '####### D', 7)],
  ['x¶# S¶y', action('x'), section('S'), action('y')],
  ['# A [[n]]¶## B', section('A', '# A [[n]]'), note('n'), section('B', '## B', 2)],
  ['= a  b', synopsis('a  b')],
  ['=a', synopsis('a', '=a')],
  ['= a¶= b', synopsis('a'), synopsis('b')],
  ['x¶= s¶y', action('x'), synopsis('s'), action('y')],

  ['~la¶~lo', lyric('la¶lo', '~la¶~lo')],
  ['~la¶¶~lo', lyric('la', '~la'), lyric('lo', '~lo')],
  ['x¶~ la ¶y', action('x'), lyric('la', '~ la '), action('y')],
  ['~la [[n]]¶~lo', lyric('la¶lo', '~la [[n]]¶~lo'), note('n')],
  ['~la¶[[n]]¶~lo', lyric('la¶lo', '~la¶[[n]]¶~lo'), note('n')],
];
