import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import type { SymbolNode } from '../../../server/core/query/answers.ts';
import { callsAt, incomingCalls, outgoingCalls } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { folding } from '../../../server/core/query/folding.ts';
import { highlights } from '../../../server/core/query/highlights.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { hintTooltip, inlayHints } from '../../../server/core/query/inlay-hints.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { lenses } from '../../../server/core/query/lenses/lenses.ts';
import { links } from '../../../server/core/query/links.ts';
import { definition, implementation, references } from '../../../server/core/query/locate.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { semanticTokens } from '../../../server/core/query/tokens.ts';
import { seasonSymbols } from '../../../server/core/query/workspace-symbols.ts';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { Seasons } from '../../../server/core/season/seasons.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import type { Span } from '../../../server/core/text/span.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { matchingSymbols } from './matching-symbols.ts';

const study = loadStudy(
  'file:///w/all.study.yaml',
  `title: All
episodes: [{ number: 1 }, { number: 2 }]
characters: [{ id: anna, name: Anna, aliases: [{ name: Bo, until: r }] }]
events: [{ id: bang, text: Bang, told: { episode: 2 } }]
facts: [{ id: murder, text: Who did it, status: disputed }]
threads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Wall }], payoffs: [{ text: Bang, event: bang }] }]
reveals: [{ id: r, fact: murder, to: [anna, audience], event: bang, evidence: [gun] }]`,
).study;

const pieces = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '# Episode 1',
    '## Act One',
    '### Two',
    '> ACT TWO <',
    'INT. HOUSE - NIGHT #1#',
    'ANNA',
    'BO (V.O.)',
  ],
  ...[
    '[[setup: gun for=murder]]',
    '[[payoff: gun event=bang]]',
    '[[reveal: murder to=anna,audience]]',
    '[[herring: bo]]',
  ],
  ...[
    '[[herring: bo cleared]]',
    '[[turn: act-out | x]]',
    '[[story: -6y]]',
    '[[story: now]]',
    '[[ignore: setup.unpaid]]',
  ],
  ...[
    '[[setpu: gun]]',
    '[[stup: gun]]',
    '[[setup: ]]',
    '[[uses: murder who=]]',
    '<!-- craft: a | b -->',
    '[[',
    ']]',
    '/*',
    '*/',
  ],
  ...[
    '---',
    'Title: One',
    'Episode: 2',
    'THE END',
    'Text.',
    '\u{1F3AC}',
    '\r\n',
    '[[storyline A]]',
    '[[form: chamber-play]]',
    '~song',
  ],
];

const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((list) => list.join(''));
const lines = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((list) => list.join('\n\n'));

function inOrder(spans: readonly Span[], length: number, apart: boolean): void {
  for (const [i, { start, end }] of spans.entries()) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(length);
    if (i > 0) expect(start).toBeGreaterThanOrEqual(apart ? spans[i - 1]!.end : spans[i - 1]!.start);
  }
}

function nested({ span, selection, children }: SymbolNode): void {
  expect(selection.start >= span.start && selection.end <= span.end).toBe(true);
  for (const child of children) {
    expect(child.span.start >= span.start && child.span.end <= span.end).toBe(true);
    nested(child);
  }
}

test('every query answers for any text, at any place, within the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, lines),
      lines,
      fc.boolean(),
      fc.boolean(),
      fc.nat(),
      (source, other, script, studied, at) => {
        const uri = script ? 'file:///w/e1.fountain' : 'file:///w/e1.treatment.md';
        const manuscript = script ? Script.parse(source) : Treatment.parse(source);
        const seasons = new Seasons();
        seasons.configure({ folders: ['file:///w'] });
        seasons.setStudy('file:///w/all.study.yaml', studied ? study : undefined);
        seasons.setFile(uri, manuscript.facts);
        seasons.setFile('file:///w/e2.fountain', Script.parse(other).facts);
        const season = seasons.seasonOf(uri)!;
        const offset = at % (source.length + 1);
        for (const horizon of [undefined, { episode: 1 }]) {
          const context = { season, uri, manuscript, horizon };
          const card = hoverCard(context, offset);
          if (card) inOrder([card.span], source.length, false);
          for (const query of [definition, implementation]) {
            const located = query(context, offset);
            if (located) inOrder([located.origin], source.length, false);
          }
          references(context, offset, true);
          inOrder(highlights(context, offset), source.length, false);
          const all = { threads: true, reveals: true, structure: true };
          const above = lenses(context, all);
          inOrder(
            above.map(({ span }) => span),
            source.length,
            false,
          );
          for (const lens of above) if (lens.missing === undefined) expect(lensText(context, lens)).toBeDefined();
          for (const { node } of callsAt(context, offset)) {
            incomingCalls(context, node);
            outgoingCalls(context, node);
          }
          matchingSymbols(seasonSymbols(season, horizon), 'a', 9);
          inOrder(
            diagnose(context).map(({ span }) => span),
            source.length,
            false,
          );
          for (const by of ['twist', 'structure', 'thread'] as const) outline(season, by, { horizon });
        }
        inOrder(semanticTokens(manuscript, season), source.length, true);
        inOrder(folding(manuscript), source.length, false);
        inOrder(links(manuscript, season), source.length, true);
        const parts = { episodes: true, acts: true, scenes: true };
        for (const { item } of inlayHints(manuscript, { start: 0, end: source.length }, parts))
          expect(hintTooltip(manuscript, item)).toBeDefined();
        for (const node of symbols(manuscript, structureOf(manuscript.facts))) nested(node);
      },
    ),
    { numRuns: 80 },
  );
});
