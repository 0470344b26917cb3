import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factItems } from '../../../server/core/facts/file-facts.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { factsOf, shown } from './facts-of.ts';

type Shape = [name: string, text: string, expected: string[], head?: Record<string, string>];

const TREATMENTS: Shape[] = [
  ['nothing at all', '', ['E– { –: – }']],
  ['a lone heading is a scene', '# The call', ['E– { –: The call }']],
  ['flat headings are scenes', '# The call\n# The school', ['E– { –: The call | The school }']],
  [
    'a single top heading over others is the title',
    '# Low Water\n## The call\n## The school',
    ['E– "Low Water" { –: – | The call | The school }'],
  ],
  ['a top heading that is not first is a scene', '## The call\n# The school', ['E– { –: The call | The school }']],
  [
    'episode and scenes',
    '# Episode 5: Low Water\n## The call\n### In the car',
    ['E5 "Low Water" { –: – | The call | In the car }'],
  ],
  [
    'episode, acts and scenes',
    '# Episode 8\n## Act One\n### The room\n#### The name\n## Act Two\n### The wake',
    ['E8 { –: –; act1: – | The room | The name; act2: – | The wake }'],
  ],
  [
    'episode, acts and scenes in German',
    '# Folge 8: Ebbe\n## Erster Akt\n### Der Akt\n#### Der Name\n## Akt Zwei\n### Folge mir',
    ['E8 "Ebbe" { –: –; act1: – | Der Akt | Der Name; act2: – | Folge mir }'],
  ],
  [
    'acts without an episode',
    '# Low Water\n## Act One\n### The room\n## Act Two',
    ['E– "Low Water" { act1: – | The room; act2: – }'],
  ],
  [
    'front matter names the episode, the only top heading its title',
    '# Low Water\n## The call',
    ['S1E5 "Low Water" { –: – | The call }'],
    { title: 'All Her Fault', season: '1', episode: '5' },
  ],
  [
    'headings of one level with the acts are scenes',
    '# Act One\n# The call\n# Act Two',
    ['E– { act1: – | The call; act2: – }'],
  ],
  [
    'scenes before the first act',
    '# Low Water\n## Logline\n## Act One',
    ['E– "Low Water" { –: – | Logline; act1: – }'],
  ],
  [
    'a heading over acts begins with the act below it',
    '# Part One\n## Act One\n### A\n# Part Two\n## Act Two\n### B',
    ['E– { act1: – | A; act2: – | B }'],
  ],
  [
    'a season over episodes',
    '# All Her Fault\n## Season 2\n### Episode 1\n#### A\n## Season 3\n### Episode 1\n#### B',
    ['S2E1 { –: – | A }', 'S3E1 { –: – | B }'],
  ],
  [
    'many episodes under a title, acts deeper',
    '# All Her Fault\n## Episode 1\n### Act One\n#### The call\n## Episode 2',
    ['E1 { –: –; act1: – | The call }', 'E2 { –: – }'],
  ],
  [
    'annotations between a heading over an episode and the episode',
    '# Book\n[[form: finale]]\n## Episode 3\n## A',
    ['E3 finale { –: – | A }'],
  ],
  [
    'named acts',
    '# Cold Open\n# Act I\n# Tag\n# Coda: The bridge\n# Prologue\n# Epilogue',
    ['E– { teaser: –; act1: –; tag: –; coda: –; prologue: –; epilogue: – }'],
  ],
  ['emphasis in headings', '# **Episode 5**\n## _Act One_', ['E5 { –: –; act1: – }']],
  ['headings before the first episode belong to it', '# Cast\n# Episode 1\n## A', ['E1 { –: Cast | A }']],
];

const SCRIPTS: Shape[] = [
  ['a scene', 'INT. A', ['E– { –: INT. A }']],
  ['cues before the first scene', '@BOB\nINT. A', ['E– { –: – | INT. A }']],
  ['sections that are neither are nothing', '# Sequence\nINT. A\n## Beat\nINT. B', ['E– { –: – | INT. A | INT. B }']],
  [
    'a section and the printed line are one act',
    '# Act One\n> ACT ONE <\nINT. A\n> END OF ACT ONE <\n> ACT TWO <\nINT. B',
    ['E– { act1: – | INT. A; act2: – | INT. B }'],
  ],
  ['a repeated line begins nothing', '> TEASER <\nINT. A\n> TEASER <\nINT. B', ['E– { teaser: – | INT. A | INT. B }']],
  [
    'lines that name acts in other languages',
    '> PROLOG <\nINT. A\n> AKT EINS <\nINT. B\n> ACTE II <\nINT. C\n> TERCER ACTO <\nINT. D\n> ÉPILOGUE. LA MER <\nINT. E',
    ['E– { prologue: – | INT. A; act1: – | INT. B; act2: – | INT. C; act3: – | INT. D; epilogue: – | INT. E }'],
  ],
  ['a tag', 'INT. A - DAY\n> TAG <\nINT. B', ['E– { –: INT. A - DAY; tag: – | INT. B }']],
  [
    'a tag in a German script comes last',
    '> AKT EINS <\nINT. A - NACHT\n> TAG <\nINT. B',
    ['E– { act1: – | INT. A - NACHT; tag: – | INT. B }'],
  ],
  [
    'in a German script it is day before an act, without acts, and where it says so again',
    '# Folge 1\n> TAG <\nINT. A - NACHT\n> AKT EINS <\nINT. B\n# Folge 2\nINT. C\n> TAG <\nINT. D\n# Folge 3\n> AKT EINS <\n> TAG <\nINT. E\n> TAG <\nINT. F',
    [
      'E1 { –: – | INT. A - NACHT; act1: – | INT. B }',
      'E2 { –: – | INT. C | INT. D }',
      'E3 { –: –; act1: – | INT. E | INT. F }',
    ],
  ],
  [
    'in a German script it is day also where more is said of it',
    '> AKT EINS <\nINT. A - NACHT\n> TAG - SPÄTER <\nINT. B\n> AKT ZWEI <\nINT. D',
    ['E– { act1: – | INT. A - NACHT | INT. B; act2: – | INT. D }'],
  ],
  [
    'a place whose name begins like a time of day makes no script German',
    'INT. TAG HEUER STORE - DAY\n> TAG <\nINT. MORGEN HOUSE - DAY',
    ['E– { –: INT. TAG HEUER STORE - DAY; tag: – | INT. MORGEN HOUSE - DAY }'],
  ],
  [
    'a scene after the end of an act',
    '> TEASER <\nINT. A\n> END OF TEASER <\nINT. TITLES\n> ACT ONE <\nINT. B',
    ['E– { teaser: – | INT. A; –: INT. TITLES; act1: – | INT. B }'],
  ],
  [
    'the same act again after its end',
    '> TAG <\nINT. A\n> END OF TAG <\n> TAG <\nINT. B',
    ['E– { tag: – | INT. A; tag: – | INT. B }'],
  ],
  [
    'annotations after the end of an act stay in it',
    '> ACT ONE <\nINT. A\n> END OF ACT ONE <\n[[turn: act-out]]',
    ['E– { act1: – | INT. A }'],
  ],
  [
    'episodes in one file',
    '# Episode 1\nINT. A\n# Episode 2: B\nINT. B\nTHE END',
    ['E1 { –: – | INT. A }', 'E2 "B" ends { –: – | INT. B }'],
  ],
  [
    'a story before the first episode heading',
    'INT. A\n# Episode 2\nINT. B',
    ['E1 { –: INT. A }', 'E2 { –: – | INT. B }'],
    { episode: '1' },
  ],
  ['nothing but annotations after the end', 'INT. A\nFADE OUT\n[[craft: over]]\n# Notes', ['E– ends { –: INT. A }']],
  [
    'the line that ends the last act',
    '> ACT ONE <\nINT. A\nFADE OUT\n> END OF ACT ONE <',
    ['E– ends { act1: – | INT. A }'],
  ],
  ['a scene after the end', 'INT. A\nFADE OUT\nINT. B', ['E– { –: INT. A | INT. B }']],
  ['a speech after the end', 'INT. A\nTHE END\n@BOB', ['E– { –: INT. A }']],
  ['an act after the end', 'INT. A\nFADE OUT\n> TAG <', ['E– { –: INT. A; tag: – }']],
  ['a title without a number', 'INT. A', ['E– "Low Water" { –: INT. A }'], { title: '_**Low\nWater**_' }],
  ['a title and a number', 'INT. A', ['S2E5 { –: INT. A }'], { title: 'All Her Fault', episode: 'S02E05' }],
  ['the number with the title', 'INT. A', ['E5 "Low Water" { –: INT. A }'], { title: 'X', episode: '5: Low Water' }],
  ['the number as a word', 'INT. A', ['E5 { –: INT. A }'], { episode: 'Five' }],
  ['the episode by name only', 'INT. A', ['E– "Low Water" { –: INT. A }'], { title: 'X', episode: 'Low Water' }],
  ['the episode title', 'INT. A', ['E5 "Low Water" { –: INT. A }'], { episode: '5', 'episode title': 'Low Water' }],
];

describe('structure of a treatment', () => {
  it.each(TREATMENTS)('%s', (_, text, expected, head) => {
    expect(shown(factsOf('treatment', text, head))).toEqual(expected);
  });
});

describe('structure of a script', () => {
  it.each(SCRIPTS)('%s', (_, text, expected, head) => {
    expect(shown(factsOf('script', text, head))).toEqual(expected);
  });

  it('names who speaks in a scene and is there', () => {
    const facts = factsOf(
      'script',
      "INT. A\n@BOB\n@ANN (V.O.)\n@EVE (O.S.)\n@BOB (CONT'D)\n@IDA (vo)\n@JO (on the radio)",
    );
    expect(structureOf(facts).episodes[0]?.acts[0]?.scenes[0]?.speakers).toEqual(['BOB', 'EVE', 'JO']);
  });

  it('gives a scene its marks with their items', () => {
    const facts = factsOf('script', 'INT. A\n@BOB\n[[setup: gun]]\nINT. B\n[[payoff: gun]]');
    const scenes = structureOf(facts).episodes[0]?.acts[0]?.scenes;
    expect(scenes?.map((scene) => scene.marks.map(({ item, mark }) => [item, mark.kind]))).toEqual([
      [[2, 'setup']],
      [[4, 'payoff']],
    ]);
  });

  it('is made once for the same facts', () => {
    const facts = factsOf('script', 'INT. A');
    expect(structureOf(facts)).toBe(structureOf(facts));
  });
});

const LINE = fc.constantFrom(
  ...['# A', '## B', '### C', '# Episode 1', '## Episode 2', '# Season 2', '# Act One', '## Act Two', '### Tag'],
  ...[
    '## End of Act One',
    '> ACT ONE <',
    '> END OF ACT ONE <',
    '> WHAT <',
    'INT. A',
    '@BOB',
    '[[setup: x]]',
    'THE END',
  ],
);

describe('any items', () => {
  it('belong to exactly one scene, act and episode, in order', () => {
    fc.assert(
      fc.property(fc.constantFrom('script', 'treatment'), fc.array(LINE, { maxLength: 30 }), (kind, lines) => {
        const facts = factsOf(kind, lines.join('\n'));
        const items = factItems(facts);
        const { episodes } = structureOf(facts);
        let at = 0;
        for (const episode of episodes) {
          expect(episode.first).toBe(at);
          for (const act of episode.acts) {
            expect(act.first).toBe(at);
            for (const scene of act.scenes) {
              expect(scene.first).toBe(at);
              expect(scene.heading ?? scene.first).toBeGreaterThanOrEqual(scene.first);
              at = scene.end;
            }
            expect(act.end).toBe(at);
          }
          expect(episode.end).toBe(at);
        }
        expect(at).toBe(items.length);
        const headings = episodes.flatMap((it) => it.acts.flatMap((act) => act.scenes)).map((it) => it.heading);
        const scenes = items.flatMap((item, i) => (item.type === 'scene' ? [i] : []));
        expect(headings).toEqual(expect.arrayContaining(scenes));
      }),
    );
  });
});
