import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../../server/core/query/answers.ts';
import { closedPart, outline, outlineOfAll, outlinePart, seasonOfRow } from '../../../server/core/query/outline.ts';
import { season } from '../../fixture.ts';
import { textsOf } from '../../samples/load.ts';

/** The rows, each indented by its depth: `label — description (status)`. */
function rows(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ label, description, status, children }) => [
    `${'  '.repeat(depth)}${label}${description ? ` — ${description}` : ''}${status ? ` (${status})` : ''}`,
    ...rows(children, depth + 1),
  ]);
}

function ids(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
}

const e1 = `# Act One

INT. HOUSE - NIGHT

On the wall. [[setup: gun for=murder | It is loaded.]] [[setup: glass]]

INT. HOUSE - NIGHT

[[herring: colin]] [[setup: cake intent=motif]]

# Act Two

[[turn: midpoint]]`;
const e2 = '[[payoff: gun]] [[payoff: rope]]\n\n[[reveal: murder to=audience,anna via="a letter"]]';
const story = (first = e1, second = e2) => season(`--- e1.fountain\n${first}\n--- e2.treatment.md\n${second}\n`);

test('by twist: who learns it, the evidence, and what is evidence for nothing', () => {
  expect(rows(outline(story().season(), 'twist'))).toEqual([
    'murder — E2 · 1 thread (revealed)',
    '  The audience — learns · E2 · via a letter (reveal)',
    '  Anna — learns · E2 · via a letter (reveal)',
    '  gun — 1 setup, 1 payoff (paid)',
    '    Setup · E1 — It is loaded.',
    '    Payoff · E2',
    'Other threads — 4 threads',
    '  glass — 1 setup · not paid off yet (unpaid)',
    '    Setup · E1 — INT. HOUSE - NIGHT',
    '  colin — 1 setup · not cleared yet (herring)',
    '    Red herring · E1 — INT. HOUSE - NIGHT',
    '  cake — 1 setup (open)',
    '    Setup · E1 — INT. HOUSE - NIGHT',
    '  rope — 1 payoff · not set up anywhere (unplanted)',
    '    Payoff · E2',
  ]);
});

test('by thread: what is owed, first', () => {
  expect(rows(outline(story().season(), 'thread')).filter((row) => !row.startsWith('    '))).toEqual([
    'Unpaid — 1 thread (unpaid)',
    '  glass — 1 setup · not paid off yet (unpaid)',
    'Unplanted — 1 thread (unplanted)',
    '  rope — 1 payoff · not set up anywhere (unplanted)',
    'Red herrings — 1 thread (herrings)',
    '  colin — 1 setup · not cleared yet (herring)',
    'Open — 1 thread (open)',
    '  cake — 1 setup (open)',
    'Paid — 1 thread (paid)',
    '  gun — 1 setup, 1 payoff (paid)',
  ]);
});

test('by structure: episode, act, scene, marks', () => {
  expect(rows(outline(story().season(), 'structure'))).toEqual([
    'Episode 1 — script',
    '  Act One — 2 scenes',
    '    INT. HOUSE - NIGHT',
    '      Setup: gun — It is loaded.',
    '      Setup: glass',
    '    INT. HOUSE - NIGHT',
    '      Red herring: colin',
    '      Setup: cake',
    '  Act Two',
    '    Turn: midpoint',
    'Episode 2 — treatment',
    '  Payoff: gun',
    '  Payoff: rope',
    '  Reveal: murder',
  ]);
});

describe('ids', () => {
  test.each(['twist', 'structure', 'thread'] as const)('are unique: %s', (by) => {
    const all = ids(outline(story().season(), by));
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(['twist', 'structure', 'thread'] as const)('stay when something is written before: %s', (by) => {
    const before = ids(outline(story().season(), by));
    const edited = `INT. GARDEN - DAY\n\nSome prose. [[setup: spade intent=open]]\n\nANNA\nHello.\n\n${e1}`;
    const after = ids(outline(story(edited).season(), by));
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

test('every row but a group leads somewhere', () => {
  const check = (node: OutlineNode): void => {
    if (node.kind !== 'group') expect([node.id, node.target]).not.toEqual([node.id, undefined]);
    for (const child of node.children) check(child);
  };
  for (const by of ['twist', 'structure', 'thread'] as const)
    for (const node of outline(story().season(), by)) check(node);
});

test('the declared episode without a text, the entry without a place', () => {
  const { seasons, uri } = season(`--- all.study.yaml
title: All
episodes: [{ number: 1, title: One, form: finale }]
threads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Wall }] }]
`);
  const study = seasons.seasonOf(uri('all.study.yaml'))!;
  expect(rows(outline(study, 'structure'))).toEqual(['Episode 1: One — Finale · no text (noText)']);
  expect(rows(outline(study, 'thread'))[2]).toBe('    Setup · not placed — Wall (studyOnly)');
});

describe('of several seasons', () => {
  const two = season(
    '--- a.fountain\n[[setup: gun]]\n--- b.fountain\nTitle: Bee\n\n[[setup: gun]]\n--- c.fountain\nText.\n',
  );

  test('each has a row of its own', () => {
    const all = outlineOfAll(two.seasons.all(), 'thread');
    expect(all.map(({ label, kind }) => [label, kind])).toEqual([
      ['a', 'season'],
      ['Bee', 'season'],
    ]);
    expect(new Set(ids(all)).size).toBe(ids(all).length);
  });

  test('one alone has none', () => {
    expect(outlineOfAll(two.seasons.all().slice(0, 1), 'thread')[0]!.label).toBe('Unpaid');
    expect(outlineOfAll([], 'twist')).toEqual([]);
  });
});

test('by structure: what is annotated before anybody hears of it waits for the horizon', () => {
  const source = season(
    '--- e1.fountain\n[[knows: murder who=anna]] [[setup: gun]]\n--- e2.fountain\n[[reveal: murder]]',
  );
  const all = rows(outline(source.season(), 'structure'));
  expect(all.join('\n')).toContain('Knows: murder');
  const first = rows(outline(source.season(), 'structure', { horizon: { episode: 1 } })).join('\n');
  expect(first).toContain('Setup: gun');
  expect(first).not.toContain('murder');
});

describe('a season that is closed', () => {
  const samples = ['samples/all-her-fault', 'samples/the-long-table', 'samples/broken'];
  const filters = [undefined, { kinds: ['payoff'] }, { text: 'nowhere to be found' }];

  test.each(samples)('says of %s that there are rows where there are', (folder) => {
    const whole = season([...textsOf(folder)].map(([name, text]) => `--- ${name}\n${text}`).join('\n')).season();
    for (const by of ['twist', 'structure', 'thread'] as const)
      for (const filter of filters)
        for (const horizon of [undefined, { episode: 0 }, { episode: 1 }, { episode: 4 }]) {
          const options = { ...(filter && { filter }), ...(horizon && { horizon }) };
          const open = outlinePart(whole, by, options);
          const closed = closedPart(whole, by, options);
          expect(closed === undefined).toBe(open === undefined);
          expect(closed?.closed === true).toBe((open?.rows.length ?? 0) > 0);
        }
  });

  test('has no rows where nothing is known', () => {
    const bare = season('--- e1.fountain\nINT. HOUSE - NIGHT\n').season();
    expect([closedPart(bare, 'twist'), closedPart(bare, 'thread')]).toEqual([undefined, undefined]);
  });

  test('is told by the id of its row, and of any below', () => {
    const keys = ['file:///a', 'file:///a/b', 'file:///a/b/one.fountain'];
    expect(keys.map((key) => seasonOfRow(keys, `season:${key}`))).toEqual(keys);
    expect(keys.map((key) => seasonOfRow(keys, `season:${key}/fact:x/thread:y`))).toEqual(keys);
    expect(seasonOfRow(keys, 'fact:x')).toBeUndefined();
    expect(seasonOfRow(keys, 'season:file:///ab')).toBeUndefined();
  });
});
