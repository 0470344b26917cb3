import fc from 'fast-check';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import type { Study } from '../../../server/core/study/study.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

export function studyOf(yaml: string): Study {
  const { study, problems } = loadStudy('file:///small.study.yaml', `study: 1\ntitle: Small\n${yaml}`);
  if (!study || problems.length > 0) throw new Error(JSON.stringify(problems));
  return study;
}

export const pistols = studyOf(`
characters:
  - { id: anna, name: Anna Petrovna, aliases: [Anna, { name: Nina, until: nina-is-anna }] }
events:
  - { id: hung, text: It is hung up, cues: [on the wall, hangs] }
  - { id: seen, text: It is seen, cues: [the maid dusts] }
  - { id: fired, text: It is fired, told: { episode: 3 }, cues: [fires, a shot] }
facts: [{ id: name, text: Nina is Anna, status: holds }]
reveals: [{ id: nina-is-anna, fact: name, to: [audience] }]
threads:
  - id: pistol
    title: The pistol
    kind: object
    cues: [pistol, the gun]
    setups: [{ text: hung, event: hung }]
    reminders: [{ text: dusted, event: seen }]
    payoffs: [{ text: fired, event: fired }]
  - id: nail
    title: The nail
    kind: object
    cues: [nail]
    setups: [{ text: driven in, event: hung }]
    payoffs: [{ text: falls out, event: hung }]
`);

export const parsers: readonly (readonly ['script' | 'treatment', (text: string) => Manuscript])[] = [
  ['script', (text) => Script.parse(text)],
  ['treatment', (text) => Treatment.parse(text)],
];

/** Texts that speak of pistols, with whatever makes either format hard to read. */
export const storyText = fc
  .array(
    fc.constantFrom(
      ...['pistol', 'A pistol hangs.', 'nail on the wall', 'the maid dusts the gun', 'fires', 'Anna', 'NINA', 'prose'],
      ...['\n', '\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n  \n', '\n \n', ' ', '  ', '\t'],
      ...[
        '# Act One\n',
        '## The pistol hangs\n',
        '---\n',
        '===\n',
        'INT. GUN ROOM',
        '.FORCED',
        'BOB\n',
        '(a pistol)',
        '~la',
      ],
      ...[
        '= the gun',
        '> a pistol <',
        'CUT TO:',
        '!nail',
        '@Bob\n',
        'Title: pistol\n',
        '*',
        '`',
        '> ',
        '- ',
        '    ',
        '```\n',
      ],
      ...['[[setup: pistol]]', '[[payoff: nail | hangs]]', '[[a pistol hangs]]', '[[', ']]', '[', ']', '|', '\\'],
      ...[
        '<!-- setup: pistol -->',
        '<!--',
        '-->',
        '<a href="',
        '">',
        '<b>',
        '[x](pistol)',
        '/*',
        '*/',
        '/* pistol */',
        '\ud83d\udd2b',
      ],
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
