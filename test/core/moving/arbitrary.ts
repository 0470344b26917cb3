import fc from 'fast-check';

/** Paragraphs as they stand in scenes, with what is hardest to keep apart. */
const paragraphs = [
  'She waits.',
  'He sits.\n[[setup: key]]\nHe stands.',
  'A gun. [[setup: gun | It is loaded.]] A cup.',
  '[[payoff: gun]]',
  '[[An ordinary note.]]',
  '[[a note\nof two lines]]',
  'BOB\nHello.\n  \nAnd then?',
  'ALICE (V.O.)\n(beat)\nYes. [[reminder: key]]',
  'ALICE\nYes.\n\nBOB ^\nNo.',
  'CUT TO:',
  '> SMASH CUT:',
  '> centred <',
  '~la la',
  '!SCANNING',
  '/* gone\n\nINT. NOWHERE\n\nfor good */',
  '= what happens',
  '!',
  'Indented\n    and more.',
];
const tops = [
  '',
  '',
  '',
  '[[reminder: key]]\n',
  '= a synopsis\n',
  '/* was: EXT. */\n',
  '===\n\n',
  '[[ignore: setup.unpaid]]\n',
];
const headings = ['INT. HOUSE - DAY', 'EXT. YARD #4#', '.FORCED', 'I/E CAR - NIGHT [[setup: car]]', 'int. hall #12A#'];

const many = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { maxLength });
const blanks = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n\n\n');

interface Pieces {
  readonly tops: readonly string[];
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  readonly acts: readonly string[];
  readonly heads: readonly string[];
}

function texts({ tops, headings, paragraphs, acts, heads }: Pieces): fc.Arbitrary<string> {
  const paragraph = fc.constantFrom(...paragraphs);
  const scene = fc
    .tuple(fc.constantFrom(...tops), fc.constantFrom(...headings), many(paragraph, 4), blanks)
    .map(([top, heading, inside, blank]) => `${top}${[heading, ...inside].join('\n\n')}${blank}`);
  const act = (name: string) =>
    fc
      .tuple(
        fc.constantFrom(...acts),
        many(paragraph, 1),
        many(scene, 4),
        fc.constantFrom('', '', `END OF ${name}\n\n`),
      )
      .map(([heading, inside, scenes, end]) =>
        [`${heading}${name}\n\n`, ...inside.map((it) => `${it}\n\n`), ...scenes, heading === '## ' ? '' : end].join(''),
      );
  const named = fc.constantFrom('ONE', 'TWO', 'THREE', 'FOUR');
  const body = fc.oneof(
    fc.tuple(many(scene, 5)).map(([scenes]) => scenes.join('')),
    fc
      .uniqueArray(named, { minLength: 1, maxLength: 3 })
      .chain((names) => fc.tuple(...names.map((name) => act(`ACT ${name}`))).map((all) => all.join(''))),
  );
  return fc
    .tuple(fc.constantFrom(...heads), body, fc.constantFrom('', '\n', 'tail'), fc.constantFrom('\n', '\r\n'))
    .map(([head, written, end, lineEnd]) => {
      const whole = head + (end === 'tail' ? `${written}THE END` : written.trimEnd() + end);
      return whole.replaceAll('\n', lineEnd);
    });
}

/** Scripts in which nothing stands in the way of a move. */
export const wellMade: fc.Arbitrary<string> = texts({
  tops,
  headings,
  paragraphs,
  acts: ['# ', '# ', ''],
  heads: ['', 'Title: Low Water\nEpisode: 1\n\n', '[[ignore: setup.unpaid]]\n\n', 'FADE IN:\n\n', 'Title: x\n\n\n'],
});

const treatment: Pieces = {
  tops: ['', '', '', '[[reminder: key]]\n', '<!-- setup: gun -->\n', '[[ignore: setup.unpaid]]\n'],
  headings: ['### The hall', '### A name\nglued to its prose', '### The yard [[setup: car]]'],
  paragraphs: [
    'Prose.',
    'Prose\nof two lines. [[setup: gun | It is loaded.]] And more.',
    'Prose.\n[[payoff: gun]]',
    '[[reminder: key]]',
    '<!-- craft: A note | of mine -->',
    '- one\n- two [[setup: two]]',
    '1. one\n\n   more of one',
    '> quoted\n> [[setup: quoted]]',
    '```\n### no heading\n```',
    // Below prose: below a list it would be part of that, were it not for a mark in between.
    'Prose.\n\n    code',
    '* * *',
    'Hard  \nbreak',
    '<div>\nhtml\n</div>',
  ],
  acts: ['## '],
  heads: ['', '---\nEpisode: 1\n---\n\n', '# Episode 1\n\n', '[[ignore: setup.unpaid]]\n\n'],
};

/** Treatments, with blocks that take in what comes after them, if one lets them. */
export const wellMadeTreatment: fc.Arbitrary<string> = texts(treatment);

/** The same with headings whose level is no rule, and with what is never closed. */
export const anyTreatment: fc.Arbitrary<string> = texts({
  ...treatment,
  headings: ['### The hall', 'The yard\n---', '#### Deeper [[setup: car]]', '# A title'],
  paragraphs: [
    ...treatment.paragraphs,
    '    code',
    '```\nnever closed',
    '<!-- never closed',
    '[[',
    '- one\n\n      code',
    '<pre>',
  ],
});
