import { action, boneyard, cue, dialogue, heading, note, type Row, section, synopsis } from './rows.ts';

const HEADINGS = [
  ...['int. house', 'EXT HOUSE', 'EST. TOWN', 'EST TOWN', 'est town', 'I/E CAR', 'I/E. CAR', 'i/e car', 'INT.'],
  ...['INT./EXT. CAR', 'INT/EXT CAR', 'INT/EXT. CAR', 'EXT/INT. CAR', 'EXT/INT CAR', 'EXT./INT. CAR', 'INT.HOUSE'],
  ...['INT. *A*', 'INT.  A   B', 'INT. A \\*b\\*', 'INT. Café', 'INT. A TO:'],
];
const NO_HEADINGS = [
  ...['INTERIOR HOUSE', 'ESTABLISHING', 'EXTRA', 'INT', 'I/E', 'INT-HOUSE', 'INT/HOUSE', 'I.E. CAR', 'ESTATE. X'],
  ...['. NOT A HEADING', '..ellipsis', '...and so', '.-x', '.(x)', '._x_', '.', '.#1#', '.\u0301x'],
];
const FORCED = ['élan vital', 'e\u0301lan', '厨房', '9 lives', 'кухня', '٣ x', '𐐀deseret', '𝟙a'];
const NUMBERS = ['1', '1A', '1-A', 'I-1-A', '110A', '1.', '٣', 'É2'];
const NO_NUMBERS = [
  ...[
    'INT. A #1 A#',
    'INT. A # 1 #',
    'INT. A #1#x',
    'INT. A#1#',
    'INT. A ##',
    'INT. A #1',
    'INT. A 1#',
    'INT. A #a_b#',
  ],
];

export const HEADING_ROWS: readonly Row[] = [
  ...HEADINGS.map((line): Row => [`${line}¶¶x`, heading(line), action('x')]),
  ...NO_HEADINGS.map((line): Row => [`x¶¶${line}¶¶y`, action('x'), action(line), action('y')]),
  ...FORCED.map((line): Row => [`.${line}¶¶x`, heading(line, `.${line}`), action('x')]),
  ...NUMBERS.map((number): Row => {
    const line = `INT. A #${number}#`;
    return [`${line}¶¶x`, heading('INT. A', line, number), action('x')];
  }),
  ...NO_NUMBERS.map((line): Row => [`${line}¶¶x`, heading(line), action('x')]),
  ['.KITCHEN #2#', heading('KITCHEN', '.KITCHEN #2#', '2')],
  ['.A #1# #2#¶¶y', heading('A #1#', '.A #1# #2#', '2'), action('y')],
  ['INT. A #1#  ¶¶y', heading('INT. A', 'INT. A #1#  ', '1'), action('y')],
  ['INT. A #1A# [[x]]', heading('INT. A', 'INT. A #1A# [[x]]', '1A'), note('x')],
  ['INT. A [[x]] #1A#', heading('INT. A', 'INT. A [[x]] #1A#', '1A'), note('x')],
  ['INT. A #1A# /* x */¶¶y', heading('INT. A', 'INT. A #1A# /* x */', '1A'), boneyard('x'), action('y')],

  // The lines around.
  ['INT. HOUSE¶¶She enters.', heading('INT. HOUSE'), action('She enters.')],
  ['INT. HOUSE¶She enters.', action('INT. HOUSE¶She enters.')],
  ['x¶¶INT. A', action('x'), heading('INT. A')],
  ['x¶INT. A¶¶y', action('x¶INT. A'), action('y')],
  ['INT. A¶   ¶She.', heading('INT. A'), action('She.')],
  ['INT. A¶\u00a0¶She.', heading('INT. A'), action('She.')],
  ['INT. A¶¶INT. B¶¶x', heading('INT. A'), heading('INT. B'), action('x')],
  ['x¶¶INT. A¶¶¶¶y', action('x'), heading('INT. A'), action('y')],
  ['# Act¶INT. A¶= syn¶She.', section('Act'), heading('INT. A'), synopsis('syn'), action('She.')],
  ['.SNIPER POV¶He aims.', heading('SNIPER POV', '.SNIPER POV'), action('He aims.')],
  // A forced heading, too, needs the blank line before it: "(blank before, after not needed)".
  ['Go.¶.KITCHEN¶More.', action('Go.¶.KITCHEN¶More.')],
  ['INT. A¶.B¶¶x', action('INT. A¶.B'), action('x')],

  // White space around: the element is the whole line, its text is trimmed.
  ['x¶¶   INT. A¶¶y', action('x'), heading('INT. A', '   INT. A'), action('y')],
  ['INT. A  ¶¶y', heading('INT. A', 'INT. A  '), action('y')],

  // Notes and boneyards.
  ['INT. A [[x]] B', heading('INT. A  B', 'INT. A [[x]] B'), note('x')],
  ['INT. A¶[[setup: x]]¶She enters.', heading('INT. A'), note('setup: x'), action('She enters.')],
  ['INT. A¶[[x]]¶¶y', heading('INT. A'), note('x'), action('y')],
  ['INT. A¶¶[[x]]', heading('INT. A'), note('x')],
  ['x¶/* b */¶INT. A¶¶y', action('x'), boneyard('b'), heading('INT. A'), action('y')],
  ['INT. A¶[[x]] /* y */ [[z]]¶b', heading('INT. A'), note('x'), boneyard('y'), note('z'), action('b')],
  ['INT. A¶[[x]] y¶¶b', action('INT. A¶ y', 'INT. A¶[[x]] y'), note('x'), action('b')],
  ['INT. A¶[[x¶y]]¶b', heading('INT. A'), note('x¶y'), action('b')],
  ['INT. A [[x¶y]]¶b', heading('INT. A', 'INT. A [[x'), note('x¶y'), action('b')],
  ['INT. A /* x¶¶y */¶¶z', heading('INT. A', 'INT. A /* x'), boneyard('x¶¶y'), action('z')],
  ['INT. A¶/* x¶¶y */¶z', heading('INT. A'), boneyard('x¶¶y'), action('z')],
  ['INT. A¶¶/* x¶¶INT. B¶¶y */¶¶z', heading('INT. A'), boneyard('x¶¶INT. B¶¶y'), action('z')],
  ['BOB¶INT. A¶¶x', cue('BOB'), dialogue('INT. A'), action('x')],
];
