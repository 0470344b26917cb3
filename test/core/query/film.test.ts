// A film is all that there is of its season: where things are in it, its title does not say again.
import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../../server/core/query/answers.ts';
import { callsAt, outgoingCalls } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { whereLabel } from '../../../server/core/query/labels.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { lenses } from '../../../server/core/query/lenses/lenses.ts';
import { FacetsOfSeasons, outline } from '../../../server/core/query/outline.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { seasonSymbols } from '../../../server/core/query/workspace-symbols.ts';
import { season } from '../../fixture.ts';

const title = `The Widow's "Clock"`;
const text = `Title: ${title}

# Act One

INT. HALL - DAY

ANNA
Look. [[setup: clock for=murder]]

INT. YARD - DAY

[[payoff: clock]] [[reveal: murder to=anna via=bo]]
`;
const film = (source = text) => season(`--- clock.fountain\n${source}`);
const measure = { page: () => 4, length: () => undefined };

/** All that rows say, each indented by its depth. */
function rows(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ label, description, children }) => [
    `${'  '.repeat(depth)}${label}${description === undefined ? '' : ` — ${description}`}`,
    ...rows(children, depth + 1),
  ]);
}

describe('of a film', () => {
  test('rows say the page', () => {
    const one = film().season();
    expect(rows(outline(one, 'thread', { measure }))).toEqual([
      'Paid — 1 thread',
      '  clock — 1 setup, 1 payoff',
      '    Setup · p. 4 — INT. HALL - DAY',
      '    Payoff · p. 4 — INT. YARD - DAY',
    ]);
    expect(rows(outline(one, 'twist', { measure })).slice(0, 2)).toEqual([
      'murder — p. 4 · 1 thread',
      '  ANNA — learns · p. 4 · via bo',
    ]);
    expect(outline(one, 'structure', { measure })[0]!.label).toBe(title);
  });

  test('rows say the role alone where there is no page', () => {
    const said = (['thread', 'twist'] as const).flatMap((by) => rows(outline(film().season(), by)));
    expect(said).toContain('    Setup — INT. HALL - DAY');
    expect(said).toContain('murder — 1 thread');
    expect(said.filter((row) => / · ( ·|$)|— ( ·|$)|· —/.test(row))).toEqual([]);
  });

  test('cards, lenses and calls say the page', () => {
    const cursor = film(text.replace('payoff: clock', 'payoff: cl$0ock'));
    const context = { ...cursor.context(), measure };
    const card = hoverCard(context, cursor.offset)!;
    expect(card.places.map(({ role, where }) => `${role} · ${where}`)).toEqual(['Setup · p. 4', 'Payoff · p. 4']);
    const found = lenses(context, { threads: true, reveals: false, structure: false }, {});
    expect(found.map((lens) => lensText(context, lens)?.title)).toEqual(['1 payoff · p. 4', '1 setup · p. 4']);
    const calls = callsAt(context, cursor.offset);
    expect(calls.map(({ detail }) => detail)).toEqual(['Payoff · p. 4']);
    expect(calls.flatMap(({ node }) => outgoingCalls(context, node)).map(({ detail }) => detail)).not.toContain('');
  });

  test('cards of parts and the scene at the cursor do not say the title', () => {
    const kindAt = (cursor: string) => {
      const one = film(text.replace(cursor, `${cursor.slice(0, -1)}$0${cursor.slice(-1)}`));
      return hoverCard(one.context(), one.offset)!.kind;
    };
    expect(kindAt('INT. HALL')).toBe('Scene · Act One');
    expect(kindAt('Act One')).toBe('Act');
    const one = film(text.replace('Look.', 'Look.$0'));
    const report = sceneReport({ ...one.context(), measure }, one.offset);
    expect('rows' in report && report.rows[0]!.description).toBe('p. 4');
  });

  test('a filter and symbols know it by its title', () => {
    const one = film();
    const gathered = new FacetsOfSeasons();
    gathered.add(one.season());
    expect(gathered.facets().episodes).toEqual([{ id: title, label: title }]);
    const scenes = seasonSymbols(one.season(), undefined).filter(({ kind }) => kind === 'scene');
    expect(scenes.map(({ container }) => container)).toEqual([title, title]);
  });
});

test('of several texts without a number the titles are said', () => {
  const two = season(
    '--- all.study.yaml\ntitle: All\n--- dawn.fountain\nTitle: Dawn\n\n[[setup: gun]]\n--- dusk.fountain\nTitle: Dusk\n\n[[payoff: gun]]',
  );
  const one = two.season();
  expect(one.episodes.map((_, episode) => whereLabel(one, { moment: { episode } }, 4))).toEqual([
    'Dawn p. 4',
    'Dusk p. 4',
  ]);
});
