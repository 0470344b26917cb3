import fc from 'fast-check';
import type { TextEdit } from '../../../server/core/text/span.ts';

/** Pieces of scripts, and of what is hardest to read of them: marks of all sorts, line ends, blank lines. */
const pieces = [
  'INT. HOUSE - DAY',
  'EXT. YARD #4#',
  '.FORCED',
  'BOB',
  'ÉDOUARD (V.O.)',
  'ALICE ^',
  '@McGee',
  'He sits.',
  'Hello there.',
  '(beat)',
  '~la la',
  '!SCREAM',
  'CUT TO:',
  '> FADE OUT.',
  '> THE END <',
  'ACT ONE',
  'FIN DE L’ACTE UN',
  '2. AKT',
  'RÜCKBLENDE',
  'ENDE',
  'THE END',
  '# Act One',
  '= what happens',
  '===',
  'Title: Low Water',
  '    indented',
  '\t',
  ' ',
  '  ',
  '[[',
  ']]',
  '[[setup: key]]',
  '[[payof: key]]',
  '/*',
  '*/',
  '/* gone */',
  '*',
  '/',
  '[',
  ']',
  '#',
  ':',
  '\u{1F3AC}',
  '\ud800',
  '\ufeff',
  '\0',
];
const lineEnds = ['\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n  \n', '\n \n', '\r\n\n'];

/** Lines and line ends by turns, as scripts are, more often than not. */
const structured = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', '', '', ...lineEnds, ...lineEnds)), { maxLength: 9 })
  .map((lines) => lines.flat().join(''));

export const scriptText = structured;

/** A change, to be fitted to the text that it comes upon. */
export interface Change {
  readonly at: number;
  readonly cut: number;
  readonly insert: string;
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1 << 16),
  cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3) }, fc.nat(60)),
  insert: fc.oneof(
    fc.constant(''),
    fc.constantFrom('a', 'B', '\n', '\r', ' ', '[', ']', '/', '*', '.', ':', '#'),
    fc.constantFrom(...pieces, ...lineEnds),
    structured,
  ),
});

export function fitted({ at, cut, insert }: Change, length: number): TextEdit {
  const start = at % (length + 1);
  return { start, end: Math.min(length, start + cut), insert };
}
