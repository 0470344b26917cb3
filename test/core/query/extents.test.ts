import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { describe, expect, test } from 'vitest';
import { lengthOf, pageAt } from '../../../server/core/pages/manuscript-pages.ts';
import type { Measure, QueryContext } from '../../../server/core/query/context.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { textLengths } from '../../../server/core/query/text-length.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { season } from '../../fixture.ts';

/** Measures the one text of a fixture as the server does. */
function measuring({ manuscript }: QueryContext): Measure {
  return {
    page: ({ item }) => pageAt(manuscript, manuscript.place(item).start),
    length({ first, end }) {
      let stop = manuscript.text.length;
      try {
        stop = manuscript.place(end).start;
      } catch {} // the last part of the text
      return lengthOf(manuscript, manuscript.place(first).start, stop);
    },
  };
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `He counts ${i}.\n`).join('\n');
const script = `--- one.fountain\n# Act One\n\nINT. HALL - DAY\n\n${lines(26)}\n# Act Two\n\nINT. A$0TTIC - NIGHT\n\n${lines(80)}\n`;

test('a scene knows its page, its length in eighths and its minutes', () => {
  const fixture = season(script);
  const context = { ...fixture.context(), measure: measuring(fixture.context()) };
  expect(hoverCard(context, fixture.offset)!.lines[0]).toBe('p. 2 · 3 pages · 3 minutes');
});

test('an act knows its share of the episode too', () => {
  const fixture = season(script.replace('$0', '').replace('Act Two', 'Act$0 Two').replace('one.', 'e1.'));
  const context = { ...fixture.context(), measure: measuring(fixture.context()) };
  expect(hoverCard(context, fixture.offset)!.lines[0]).toBe('p. 2 · 3 pages · 3 minutes · 75 % of the episode');
});

describe('in a film', () => {
  const lineOf = (source: string) => {
    const fixture = season(source);
    const context = { ...fixture.context(), measure: measuring(fixture.context()) };
    return hoverCard(context, fixture.offset)!.lines[0];
  };

  test('an act knows its share of the script', () => {
    const film = script.replace('$0', '').replace('Act Two', 'Act$0 Two').replace('one.', 'clock.');
    expect(lineOf(film)).toBe('p. 2 · 3 pages · 3 minutes · 75 % of the script');
  });

  test('an act knows its share of the treatment', () => {
    const words = 'word '.repeat(500);
    expect(lineOf(`--- clock.treatment.md\n# Act$0 One\n\n${words}\n\n# Act Two\n\n${words}\n`)).toMatch(
      /· 50 % of the treatment$/,
    );
  });
});

test('symbols and the outline say the same', () => {
  const { manuscript, ...fixture } = season(script).context();
  const acts = symbols(manuscript, structureOf(manuscript.facts));
  expect(acts.map(({ detail }) => detail)).toEqual(['p. 1 · 1 page · 1 minute', 'p. 2 · 3 pages · 3 minutes']);
  expect(acts[1]!.children[0]!.detail).toBe('p. 2 · 3 pages · 3 minutes');
  const [episode] = outline(fixture.season, 'structure', { measure: measuring({ manuscript, ...fixture }) });
  expect(episode!.description).toBe('4 pages · 4 minutes · script');
  expect(episode!.children[1]!.description).toBe('1 scene · p. 2 · 3 pages · 3 minutes');
  expect(episode!.children[1]!.children[0]!.description).toBe('p. 2 · 3 pages · 3 minutes');
});

test('a treatment has pages and no minutes', () => {
  const fixture = season(`--- e1.treatment.md\n# Episode 1\n\n## The h$0all\n\n${'word '.repeat(500)}\n`);
  const context = { ...fixture.context(), measure: measuring(fixture.context()) };
  expect(hoverCard(context, fixture.offset)!.lines[0]).toBe('p. 1 · 2 pages');
});

test('an episode has as many pages as the status bar says, the last one however little stands on it', () => {
  const fixture = season(`--- e1.fountain\nINT. H$0ALL - DAY\n\n${lines(30)}\n`);
  const context = { ...fixture.context(), measure: measuring(fixture.context()) };
  const [episode] = outline(context.season, 'structure', { measure: context.measure });
  expect(textLengths(context.manuscript, 0, []).whole.pageCount).toBe(2);
  expect(episode!.description).toBe('2 pages · 1 minute · script');
  expect(episode!.children[0]!.description).toBe('p. 1 · 1 1/8 pages · 1 minute');
});

test('turns have their names in the outline, among the symbols and on their cards', () => {
  const bundle = JSON.parse(readFileSync(new URL('../../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'));
  config({ contents: bundle });
  try {
    const fixture = season(
      '--- e1.fountain\nINT. HALL - DAY\n\n[[turn: mid$0point]]\n\n[[turn: Act-out]]\n\n[[turn: own-word]]\n',
    );
    const context = fixture.context();
    const names = ['Wendepunkt: Mittelpunkt', 'Wendepunkt: Aktschluss', 'Wendepunkt: own-word'];
    const [episode] = outline(context.season, 'structure');
    expect(episode!.children[0]!.children.map(({ label }) => label)).toEqual(names);
    const [scene] = symbols(context.manuscript, structureOf(context.manuscript.facts));
    expect(scene!.children.map(({ name }) => name)).toEqual(names);
    expect(hoverCard(context, fixture.offset)!.title).toBe('Mittelpunkt');
  } finally {
    config({ contents: {} });
  }
});
