import { action, boneyard, heading, note, type Row } from './rows.ts';

const FORCED = ['INT. A', '@b', '~c', '# d', '= d', '> e <', '> f', '===', '.f', 'CUT TO:', '!x', ' x'];

export const ACTION_ROWS: readonly Row[] = [
  ...FORCED.map((line): Row => [`!${line}¶¶y`, action(line, `!${line}`), action('y')]),
  ['!SCANNING¶Where?', action('SCANNING¶Where?', '!SCANNING¶Where?')],
  ['!A¶!B¶c', action('A¶B¶c', '!A¶!B¶c')],
  ['x¶!y', action('x¶y', 'x¶!y')],
  ['x¶¶    a¶⇥b⇥c', action('x'), action('    a¶    b    c', '    a¶⇥b⇥c')],
  ['a¶b¶¶c', action('a¶b'), action('c')],
  ['a¶  ¶b', action('a'), action('b')],
  ['a   b', action('a   b')],
  ['*a* **b** ***c*** _d_ \\*e\\*', action('*a* **b** ***c*** _d_ \\*e\\*')],
];

export const CUT_ROWS: readonly Row[] = [
  // In action.
  ['a /* x */ b', action('a  b', 'a /* x */ b'), boneyard('x')],
  ['[[n]] She sits.', action(' She sits.', '[[n]] She sits.'), note('n')],
  ['She sits. [[n]]¶¶x', action('She sits. ', 'She sits. [[n]]'), note('n'), action('x')],
  [
    'a [[n]] b [[m]] c /* o */ d',
    action('a  b  c  d', 'a [[n]] b [[m]] c /* o */ d'),
    ...[note('n'), note('m'), boneyard('o')],
  ],
  ['a¶[[x]]¶b', action('a¶b', 'a¶[[x]]¶b'), note('x')],
  ['a¶/* x */¶b', action('a¶b', 'a¶/* x */¶b'), boneyard('x')],
  ['a¶¶[[x]]¶¶b', action('a'), note('x'), action('b')],
  // Of a note over several lines, one line end stays: lines that hold nothing else are no lines of the paragraph.
  ['He sits. [[a¶b]] He stands.', action('He sits. ¶ He stands.', 'He sits. [[a¶b]] He stands.'), note('a¶b')],
  ['a [[b¶  ¶c]] d', action('a ¶ d', 'a [[b¶  ¶c]] d'), note('b¶¶c', '[[b¶  ¶c]]')],
  ['a /* b¶c */ d', action('a ¶ d', 'a /* b¶c */ d'), boneyard('b¶c')],

  // By themselves.
  ['[[x]]', note('x')],
  ['[[ x  y ]]', note('x  y', '[[ x  y ]]')],
  ['[[]]¶¶z', note(''), action('z')],
  ['/* x */', boneyard('x')],
  ['/**/¶x', boneyard('', '/**/'), action('x')],
  ['[[a¶  ¶b]]¶¶c', note('a¶¶b', '[[a¶  ¶b]]'), action('c')],
  ['[[a¶  b  ¶c]]', note('a¶b¶c', '[[a¶  b  ¶c]]')],

  // Attempts that fail.
  ['[[a¶¶b]]', action('[[a'), action('b]]')],
  ['[[a¶ ¶b]]', action('[[a'), action('b]]')],
  ['x [[a¶¶y', action('x [[a'), action('y')],
  ['x¶¶/* a¶¶INT. A¶¶y', action('x'), action('/* a'), heading('INT. A'), action('y')],
  ['x ]] y */ z', action('x ]] y */ z')],
  ['a [[b]]c [[d', action('a c [[d', 'a [[b]]c [[d'), note('b')],

  // Nested.
  ['/* a /* b */ c */', action(' c */', '/* a /* b */ c */'), boneyard('a /* b')],
  ['/* [[x]] */', boneyard('[[x]]')],
  ['/* a [[b */ c]]', action(' c]]', '/* a [[b */ c]]'), boneyard('a [[b')],
];
