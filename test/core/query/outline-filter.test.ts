import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arrangement, OutlineNode } from '../../../server/core/query/answers.ts';
import { GatheredFacets } from '../../../server/core/query/outline/facets.ts';
import type { OutlineFilter } from '../../../server/core/query/outline/filter.ts';
import { FacetsOfSeasons, outline, outlineOfAll } from '../../../server/core/query/outline.ts';
import { season } from '../../fixture.ts';

const source = season(`--- all.study.yaml
title: All
characters: [{ id: anna, name: Anna Berg }, { id: bo, name: Bo }]
events: [{ id: fall, text: He falls., who: [bo], told: { episode: 2 } }]
threads:
  - id: gun
    title: The gun
    kind: object
    evidence_for: [murder]
    payoffs: [{ text: It goes off., event: fall, episode: 2 }]
facts: [{ id: murder, text: It was murder., status: holds }]
--- e1.fountain
INT. HOUSE - NIGHT

ANNA
Look.

[[setup: gun]] [[setup: cake]] [[setup: Höhe]]

INT. GARDEN - DAY

BO
Cake!

[[reminder: cake]]
--- e2.fountain
INT. HALL - DAY

[[payoff: gun event=fall]] [[reveal: murder to=anna]]
`);

function rows(by: Arrangement, filter: OutlineFilter): string[] {
  const shown = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap(({ label, description, kind, children }) => [
      `${'  '.repeat(depth)}${label}${kind === 'group' ? ` — ${description}` : ''}`,
      ...shown(children, depth + 1),
    ]);
  return shown(outline(source.season('e1.fountain'), by, { filter }), 0);
}

describe('a filter', () => {
  test('of words: rows that have them, with all below and what is above', () => {
    expect(rows('thread', { text: 'CAKE' })).toEqual([
      'Unpaid — 1 of 2 threads',
      '  cake',
      '    Setup · E1',
      '    Reminder · E1',
    ]);
  });

  test('of several words: each in the row or above it', () => {
    expect(rows('thread', { text: 'goes GUN' })).toEqual(['Paid — 1 thread', '  The gun', '    Payoff · E2']);
  });

  test('of accents, however they are encoded', () => {
    expect(rows('thread', { text: 'HÖHE'.normalize('NFD') })).toContain('  höhe');
  });

  test('of kinds and of statuses', () => {
    expect(rows('structure', { kinds: ['reminder', 'reveal'] })).toEqual([
      'Episode 1',
      '  INT. GARDEN - DAY',
      '    Reminder: cake',
      'Episode 2',
      '  INT. HALL - DAY',
      '    Reveal: It was murder',
    ]);
    expect(rows('twist', { statuses: ['unpaid'], kinds: ['setup'] })).toEqual([
      'Other threads — 2 threads',
      '  cake',
      '    Setup · E1',
      '  höhe',
      '    Setup · E1',
    ]);
  });

  test('of people: who speaks there, whom the event names, who learns it', () => {
    expect(rows('structure', { people: ['bo'] })).toEqual(['Episode 1', '  INT. GARDEN - DAY', '    Reminder: cake']);
    expect(rows('thread', { people: ['bo'], text: 'gun' })).toEqual([
      'Paid — 1 thread',
      '  The gun',
      '    Payoff · E2',
    ]);
    expect(rows('twist', { people: ['anna'] })[0]).toBe('It was murder');
  });

  test('of episodes', () => {
    expect(rows('structure', { episodes: ['E2'] })[0]).toBe('Episode 2');
    expect(rows('thread', { episodes: ['E2'] })).toEqual(['Paid — 1 thread', '  The gun', '    Payoff · E2']);
  });

  test('that nothing fits leaves nothing', () => {
    expect(rows('twist', { text: 'submarine' })).toEqual([]);
  });

  test('leaves ids as they are, and shows no row that was not there', () => {
    const ids = (nodes: readonly OutlineNode[]): string[] =>
      nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
    const words = fc.constantFrom('gun', 'cake', 'setup', 'e1', 'x');
    const filter = fc.record(
      {
        text: fc.array(words).map((list) => list.join(' ')),
        kinds: fc.subarray(['setup', 'payoff', 'thread', 'scene', 'reveal']),
        statuses: fc.subarray(['paid', 'unpaid', 'revealed']),
        people: fc.subarray(['anna', 'bo', 'audience']),
        episodes: fc.subarray(['E1', 'E2']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom<Arrangement>('twist', 'structure', 'thread'), filter, (by, wanted) => {
        const all = new Set(ids(outline(source.season('e1.fountain'), by)));
        const shown = ids(outline(source.season('e1.fountain'), by, { filter: wanted }));
        expect(shown.filter((id) => !all.has(id))).toEqual([]);
        if (Object.values(wanted).every((list) => list?.length === 0)) expect(shown).toHaveLength(all.size);
      }),
    );
  });
});

describe('what there is to filter by', () => {
  const facetsOf = (episode?: number) => {
    const all = new FacetsOfSeasons();
    all.add(source.season('e1.fountain'), episode === undefined ? undefined : { episode });
    return all.facets();
  };

  test('is what the rows have', () => {
    const facets = facetsOf();
    expect(facets.people).toEqual([
      { id: 'anna', name: 'Anna Berg' },
      { id: 'bo', name: 'Bo' },
    ]);
    expect(facets.episodes).toEqual([
      { id: 'E1', label: 'E1' },
      { id: 'E2', label: 'E2' },
    ]);
    expect([...facets.statuses].sort()).toEqual(['paid', 'revealed', 'unpaid']);
    expect(facets.kinds).toEqual(expect.arrayContaining(['episode', 'scene', 'thread', 'reveal', 'person', 'payoff']));
    expect(facets.kinds).not.toContain('group');
  });

  test('has kinds in an order of its own, whatever rows come first', () => {
    const gathered = new GatheredFacets();
    const kinds = ['person', 'todo', 'new', 'payoff', 'turn', 'reveal', 'season', 'setup', 'thread', 'scene', 'act'];
    const nodes = kinds.map((kind) => ({ id: kind, label: kind, kind, children: [] }));
    gathered.add(source.season('e1.fountain'), nodes);
    expect(gathered.facets().kinds).toEqual([
      ...['act', 'scene', 'thread', 'setup', 'payoff', 'reveal', 'turn', 'todo', 'person'],
      'new',
    ]);
  });

  test('keeps to the horizon', () => {
    const facets = facetsOf(1);
    expect(facets.kinds).not.toContain('reveal');
    expect(facets.statuses).toEqual(['unpaid']);
  });
});

describe('seasons of one title', () => {
  const folders = season(
    '--- a/show/e1.fountain\nEpisode: 1\n\n[[setup: gun]]\n--- b/show/e1.fountain\nEpisode: 1\n\n[[setup: cake]]\n--- c/e1.fountain\nEpisode: 1\nTitle: Other\n\n[[setup: gun]]\n',
  );

  test('are told apart by as much of their folders as it takes', () => {
    const all = outlineOfAll(folders.seasons.all(), 'thread');
    expect(all.map(({ label, description }) => [label, description])).toEqual([
      ['show', 'a/show · 1 episode'],
      ['show', 'b/show · 1 episode'],
      [expect.any(String), '1 episode'],
    ]);
  });

  test('a filter that leaves one of them leaves its row and its ids', () => {
    const shown = outlineOfAll(folders.seasons.all(), 'thread', () => ({ filter: { text: 'cake' } }));
    expect(shown).toHaveLength(1);
    expect(shown[0]!.kind).toBe('season');
  });

  test('each keeps to its own horizon', () => {
    const all = outlineOfAll(folders.seasons.all(), 'thread', ({ key }) =>
      key.includes('/a/') ? { horizon: { episode: 0 } } : {},
    );
    expect(all.map(({ id }) => id).join()).not.toContain('/a/');
    expect(all).toHaveLength(2);
  });
});
