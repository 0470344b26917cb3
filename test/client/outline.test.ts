import { beforeEach, describe, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import type { OutlineFacets, OutlineFilter, OutlineRow } from '../../server/protocol/outline.ts';
import { FakeEmitter, fakeVscode } from './fake-vscode.ts';

const fake = fakeVscode();
vi.mock('vscode', () => fake.vscode);
const { OutlineTree } = await import('../../client/views/outline-tree.ts');
const { FilterMemory, chooseFilter } = await import('../../client/views/outline-filter.ts');
const { OutlineBadge } = await import('../../client/views/outline-badge.ts');
const { TwistOutline } = await import('../../client/views/twist-outline.ts');
const { outlineCommands } = await import('../../client/commands/outline-commands.ts');
const { plainTooltip, treeItem } = await import('../../client/views/outline-item.ts');

/** A row at a line of a file, from and up to a character. */
function row(
  id: string,
  kind: string,
  place?: readonly [line: number, from: number, to: number],
  rest = {},
): OutlineRow {
  const [line, from, to] = place ?? [0, 0, 0];
  const range = { start: { line, character: from }, end: { line, character: to } };
  return { id, label: id, kind, ...(place && { location: { uri: 'file:///a%20b.fountain', range } }), ...rest };
}

/** The server as the views see it: its answers by method. */
function server(answers: Record<string, unknown>) {
  const asked: { method: string; params: unknown }[] = [];
  const changed = new FakeEmitter<void>();
  return {
    asked,
    changed,
    onDidChange: changed.event,
    request: async (method: string, params: unknown) => {
      asked.push({ method, params });
      return answers[method];
    },
  };
}

function memory() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string, usual?: unknown) => kept.get(key) ?? usual,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

const stories = () => {
  const found = new FakeEmitter<void>();
  return { any: true, onDidFind: found.event, onDidLookInVain: found.event };
};

beforeEach(() => {
  fake.executed.length = fake.said.length = 0;
  fake.view.message = fake.view.description = fake.view.badge = undefined;
});

describe('the row of a place', () => {
  const file = URI.parse('file:///a b.fountain');
  const at = (tree: InstanceType<typeof OutlineTree>, line: number, character: number) =>
    tree.at(file as never, line, character)?.id;

  test('by structure: the annotation, else the scene, act or episode that it is in', () => {
    const setup = row('setup', 'setup', [4, 10, 20]);
    const tree = new OutlineTree([
      row('episode', 'episode', [0, 0, 9], {
        children: [
          row('act', 'act', [2, 0, 5], {
            children: [row('one', 'scene', [3, 0, 8], { children: [setup] }), row('two', 'scene', [6, 0, 8])],
          }),
        ],
      }),
    ]);
    expect(at(tree, 4, 12)).toBe('setup');
    expect(at(tree, 4, 0)).toBe('setup');
    expect(at(tree, 5, 0)).toBe('one');
    expect(at(tree, 9, 3)).toBe('two');
    expect(at(tree, 2, 1)).toBe('act');
    expect(at(tree, 1, 0)).toBe('episode');
    expect(tree.parentOf(setup)?.id).toBe('one');
    expect(tree.at(URI.parse('file:///other.fountain') as never, 4, 12)).toBeUndefined();
  });

  test('of several on a line the one under the cursor; never a thread before its own occurrence', () => {
    const tree = new OutlineTree([
      row('reveal', 'reveal', [7, 0, 5], { children: [row('anna', 'person', [7, 0, 5])] }),
      row('gun', 'thread', [4, 0, 9], {
        children: [row('planted', 'setup', [4, 0, 9]), row('again', 'reminder', [4, 12, 20])],
      }),
    ]);
    expect(at(tree, 4, 3)).toBe('planted');
    expect(at(tree, 4, 15)).toBe('again');
    expect(at(tree, 7, 2)).toBe('reveal');
    expect(at(tree, 5, 0)).toBeUndefined();
  });
});

describe('the filter', () => {
  const facets: OutlineFacets = {
    kinds: ['setup', 'payoff'],
    statuses: ['unpaid'],
    people: [{ id: 'anna', name: 'Anna Berg' }],
    episodes: [{ id: 'E1', label: 'F1', title: 'One' }],
  };
  const choose = async (act: () => void, kept = memory()) => {
    const filter = new FilterMemory(kept as never);
    fake.pick.whenShown = act;
    await chooseFilter(server({ 'chekhov/outlineFacets': facets }) as never, filter);
    return { filter: filter.filter, words: filter.words, kept };
  };

  test('is what is checked, and is called so', async () => {
    const { filter, words } = await choose(() => {
      fake.pick.check('Payoff', 'Unpaid', 'Anna Berg', 'F1');
      fake.pick.accepted.fire();
    });
    const expected: OutlineFilter = { kinds: ['payoff'], statuses: ['unpaid'], people: ['anna'], episodes: ['E1'] };
    expect(filter).toEqual(expected);
    expect(words).toBe('Showing: Payoff, Unpaid, Anna Berg, F1');
  });

  test('is what is typed, unless that was typed to find a choice', async () => {
    const typed = await choose(() => {
      fake.pick.value = ' soy allergy ';
      fake.pick.accepted.fire();
    });
    expect(typed.filter).toEqual({ text: 'soy allergy' });
    const found = await choose(() => {
      fake.pick.value = 'anna';
      fake.pick.check('Anna Berg');
      fake.pick.accepted.fire();
    });
    expect(found.filter).toEqual({ people: ['anna'] });
  });

  test('is remembered, shown when it is changed, and left as it is by Escape', async () => {
    const { kept } = await choose(() => {
      fake.pick.value = 'soy';
      fake.pick.accepted.fire();
    });
    const left = await choose(() => {
      expect(fake.pick.selectedItems.map(({ label }) => label)).toEqual(['Containing “soy”']);
      fake.pick.hide();
    }, kept);
    expect(left.filter).toEqual({ text: 'soy' });
    const cleared = await choose(() => {
      fake.pick.check();
      fake.pick.accepted.fire();
    }, kept);
    expect(cleared.filter).toBeUndefined();
    expect(fake.executed.at(-1)).toEqual(['setContext', 'chekhov.outline.filtered', false]);
  });
});

describe('the badge', () => {
  test.each([
    [0, undefined],
    [1, { value: 1, tooltip: '1 warning in the story' }],
    [12, { value: 12, tooltip: '12 warnings in the story' }],
  ])('of %i warnings', async (count, badge) => {
    const view: { badge: undefined | { value: number; tooltip: string } } = { badge: { value: 99, tooltip: '' } };
    await new OutlineBadge(server({ 'chekhov/warnings': count }) as never, stories() as never, view).show();
    expect(view.badge).toEqual(badge);
  });
});

describe('the view', () => {
  const rows = [row('gun', 'thread', [4, 0, 9], { ref: 'thread:gun' })];
  const show = (answers: Record<string, unknown>, kept = memory()) => {
    const asked = server({ 'chekhov/outline': rows, ...answers });
    return { outline: new TwistOutline(asked as never, stories() as never, kept as never), asked, kept };
  };

  test('remembers how it is arranged', async () => {
    const { kept } = show({});
    await fake.commands.get('chekhov.outline.byThread')!();
    const again = show({}, kept);
    await again.outline.getChildren();
    expect(again.asked.asked[0]?.params).toEqual({ by: 'thread' });
    expect(fake.view.description).toBe('by thread');
    expect(fake.executed).toContainEqual(['setContext', 'chekhov.arrangement', 'thread']);
  });

  test('asks for what is filtered, says so, and forgets it when it is cleared', async () => {
    const { outline, asked } = show({});
    await outline.filter.set({ filter: { text: 'gun' }, words: '“gun”' });
    await vi.waitFor(() => expect(asked.asked.at(-1)?.params).toEqual({ by: 'twist', filter: { text: 'gun' } }));
    await vi.waitFor(() => expect(fake.view.message).toBe('Showing: “gun”'));
    await outline.filter.set(undefined);
    await vi.waitFor(() => expect(asked.asked.at(-1)?.params).toEqual({ by: 'twist' }));
    await vi.waitFor(() => expect(fake.view.message).toBeUndefined());
  });

  test('fetches the card of a row when somebody points at it, and trusts one command in it', async () => {
    const { outline, asked } = show({ 'chekhov/rowCard': '**The gun**' });
    const item = await outline.resolveTreeItem(outline.getTreeItem(rows[0]!), rows[0]!);
    expect(item.tooltip).toMatchObject({ value: '**The gun**', isTrusted: { enabledCommands: ['chekhov.goTo'] } });
    expect(asked.asked.at(-1)?.params).toEqual({
      uri: 'file:///a%20b.fountain',
      position: { line: 4, character: 0 },
      kind: 'thread',
      ref: 'thread:gun',
    });
  });

  test('says in plain words what it knows itself where there is no card', async () => {
    const { outline } = show({});
    const item = await outline.resolveTreeItem(outline.getTreeItem(rows[0]!), rows[0]!);
    expect(item.tooltip).toBe('gun\nThread');
  });
});

describe('arranged otherwise', () => {
  const setup = (id: string) => row(id, 'setup', [4, 0, 9], { ref: 'thread:gun' });
  const gun = (above: string) =>
    row(`${above}/gun`, 'thread', [4, 0, 9], { ref: 'thread:gun', children: [setup(`${above}/planted`)] });
  const letter = (above: string) =>
    row(`${above}/letter`, 'thread', [6, 0, 9], { ref: 'thread:letter', children: [setup(`${above}/sent`)] });
  const arranged: Record<string, OutlineRow[]> = {
    twist: [row('fact', 'reveal', [9, 0, 4], { children: [gun('fact'), letter('fact')] }), row('other', 'reveal')],
    thread: [row('paid', 'group', undefined, { children: [gun('paid'), letter('paid')] })],
    structure: [
      row('e1', 'episode', [0, 0, 4], { children: [row('e1/gun', 'setup', [4, 0, 9], { ref: 'thread:gun' })] }),
    ],
  };
  const show = async () => {
    fake.view.selection = [];
    fake.view.revealed = [];
    const answering = { ...server({}), request: async (_: string, { by }: { by: string }) => arranged[by] };
    const outline = new TwistOutline(answering as never, stories() as never, memory() as never);
    await outline.getChildren();
    const state = (id: string) => outline.getTreeItem(outline.tree.find((one) => one.id === id)!).collapsibleState;
    const by = (command: string) => fake.commands.get(`chekhov.outline.by${command}`)!();
    return { outline, state, by };
  };

  test('has open what was open before, and what is about the same', async () => {
    const { outline, state, by } = await show();
    const [fact] = await outline.getChildren();
    expect([state('fact'), state('fact/gun')]).toEqual([1, 1]);
    fake.view.expanded.fire({ element: fact });
    fake.view.expanded.fire({ element: fact!.children![0] });
    await by('Thread');
    expect([state('paid'), state('paid/gun'), state('paid/letter')]).toEqual([2, 2, 1]);
    fake.view.collapsed.fire({ element: outline.tree.rows[0] });
    fake.view.collapsed.fire({ element: outline.tree.rows[0]!.children![0] });
    await by('Twist');
    expect([state('fact'), state('fact/gun'), state('fact/letter')]).toEqual([2, 1, 1]);
    await by('Thread');
    expect([state('paid'), state('paid/gun')]).toEqual([1, 1]);
  });

  test('shows what is selected, wherever that is now', async () => {
    const { outline, by } = await show();
    const fact = outline.tree.rows[0]!;
    const shown = () => (fake.view.revealed.at(-1) as OutlineRow | undefined)?.id;
    fake.view.selection = [fact.children![1]];
    await by('Thread');
    expect(shown()).toBe('paid/letter');
    fake.view.selection = [outline.tree.rows[0]!.children![0]!.children![0]];
    await by('Structure');
    expect(shown()).toBe('e1/gun');
    fake.view.revealed = [];
    fake.view.selection = [outline.tree.rows[0]];
    await by('Thread');
    expect(fake.view.revealed).toEqual([]);
  });
});

describe('a row that is closed', () => {
  const seasons = ['one', 'two'].map((id) => row(id, 'season', undefined, { closed: true }));
  const below = (gun = 'gun') => [row(gun, 'thread', [4, 0, 9], { children: [row('planted', 'setup', [4, 0, 9])] })];
  const file = URI.parse('file:///a b.fountain') as never;
  const show = (rows: { now: unknown }) => {
    const asked: [method: string, season: string | undefined][] = [];
    const answering = {
      ...server({}),
      request: async (method: string, params: { season?: string }) => {
        asked.push([method, params.season]);
        return method === 'chekhov/seasonRow' ? 'two' : params.season ? rows.now : seasons;
      },
    };
    return { outline: new TwistOutline(answering as never, stories() as never, memory() as never), asked };
  };

  test('can be opened, and is asked for what is below it once', async () => {
    const { outline, asked } = show({ now: below() });
    const [one] = await outline.getChildren();
    expect(outline.getTreeItem(one!)).toMatchObject({ collapsibleState: 1, id: 'one' });
    const [gun] = await outline.getChildren(one);
    expect(gun?.id).toBe('gun');
    expect(outline.getParent(gun!)).toBe(one);
    expect(await outline.getChildren(one)).toEqual([gun]);
    expect(asked).toEqual([
      ['chekhov/outline', undefined],
      ['chekhov/outline', 'one'],
    ]);
    expect(outline.tree.outermost([...gun!.children!, gun!])).toEqual([gun]);
    expect(outline.tree.find(({ kind }) => kind === 'setup')?.id).toBe('planted');
  });

  test('stays open when the story is another, and has the rows of that', async () => {
    const rows = { now: below() as unknown };
    const { outline } = show(rows);
    const [one] = await outline.getChildren();
    await outline.getChildren(one);
    const { tree } = outline;
    await fake.commands.get('chekhov.outline.refresh')!();
    expect(outline.tree, 'nothing is another').toBe(tree);
    rows.now = below('rifle');
    await fake.commands.get('chekhov.outline.refresh')!();
    const [again] = await outline.getChildren();
    expect(outline.tree.childrenOf(again!)?.map(({ id }) => id)).toEqual(['rifle']);
  });

  test('is opened for a place in its season, and for no other', async () => {
    const { outline, asked } = show({ now: below() });
    await outline.getChildren();
    const place = { line: 4, character: 3 } as never;
    expect((await outline.rowAt(file, place))?.id).toBe('planted');
    expect(asked.slice(1)).toEqual([
      ['chekhov/seasonRow', undefined],
      ['chekhov/outline', 'two'],
    ]);
    expect(await outline.rowAt(file, { line: 9, character: 0 } as never)).toBeUndefined();
    expect(asked.filter(([method]) => method === 'chekhov/outline')).toHaveLength(2);
  });

  test('is tried again where the server did not answer', async () => {
    const rows: { now: unknown } = { now: undefined };
    const { outline } = show(rows);
    const [one] = await outline.getChildren();
    expect(await outline.getChildren(one)).toEqual([]);
    rows.now = below();
    expect((await outline.getChildren(one)).map(({ id }) => id)).toEqual(['gun']);
  });
});

describe('what is done from the keyboard', () => {
  const [gun, letter] = [row('gun', 'thread', [4, 0, 9]), row('letter', 'thread', [6, 0, 9])];
  const setup = row('planted', 'setup', [4, 0, 9]);
  const season = row('season', 'season', undefined, { children: [{ ...gun, children: [setup] }, letter] });
  const copied = async (selection: unknown[], focus: unknown) => {
    const answering = {
      ...server({ 'chekhov/outline': [season] }),
      request: async (method: string, params: { id?: string }) =>
        method === 'chekhov/outlineText' ? `- ${params.id}\n` : [season],
    };
    const outline = new TwistOutline(answering as never, stories() as never, memory() as never);
    await outline.getChildren();
    outlineCommands(answering as never, outline);
    fake.view.selection = selection;
    fake.view.focus = focus;
    await fake.commands.get('chekhov.outline.copy')!();
    expect(new Set(fake.view.selection)).toEqual(new Set(selection));
    return fake.copied.at(-1);
  };

  test('is done with the row that has the focus, whatever is selected, which stays so', async () => {
    expect(await copied([gun], letter)).toBe('- letter\n');
    expect(await copied([], letter)).toBe('- letter\n');
    expect(await copied([gun], gun)).toBe('- gun\n');
    expect(await copied([gun], undefined)).toBe('- gun\n');
  });

  test('is done with what is selected where nothing tells the focus', async () => {
    const failing = vi.spyOn(fake.vscode.commands, 'executeCommand').mockRejectedValue(new Error('no list'));
    try {
      expect(await copied([gun], letter)).toBe('- gun\n');
    } finally {
      failing.mockRestore();
    }
  });

  test('is done with all that are selected with it, in their order, and once with what is below another', async () => {
    expect(await copied([letter, gun], gun)).toBe('- gun\n- letter\n');
    expect(await copied([letter, setup, gun], letter)).toBe('- gun\n- letter\n');
  });
});

describe('an item', () => {
  test('tells the menus what it is about, and a screen reader what it is', () => {
    const item = treeItem(row('gun', 'thread', [1, 0, 2], { ref: 'thread:gun', status: 'unpaid' }));
    expect(item.contextValue).toBe('thread.unpaid.of-thread');
    expect(item.accessibilityInformation).toEqual({ label: 'Thread, gun', role: 'treeitem' });
  });

  test('says once what it is, where its label says so first', () => {
    const spoken = (label: string, kind: string) => treeItem(row(label, kind)).accessibilityInformation?.label;
    expect(spoken('Setup · p. 4', 'setup')).toBe('Setup · p. 4');
    expect(spoken('Red herring: gun', 'herring')).toBe('Red herring: gun');
    expect(spoken('ACT TWO', 'act')).toBe('ACT TWO');
    expect(spoken('Actors', 'act')).toBe('Act, Actors');
    expect(spoken('Showdown', 'act')).toBe('Act, Showdown');
    expect(spoken('the audience', 'audience')).toBe('the audience');
  });

  test('says it once in a plain tooltip, too', () => {
    expect(plainTooltip(row('Setup · p. 4', 'setup', undefined, { description: 'A gun.' }))).toBe(
      'Setup · p. 4\nA gun.',
    );
    expect(plainTooltip(row('gun', 'thread', undefined, { description: '1 setup' }))).toBe('gun\nThread · 1 setup');
  });

  test('opens when something comes into it, where it was an empty group', () => {
    const [empty, filled] = [[], [row('gun', 'thread')]].map((children) =>
      treeItem(row('open', 'group', undefined, { children })),
    );
    expect([empty!.collapsibleState, filled!.collapsibleState]).toEqual([0, 2]);
    expect(filled!.id).not.toBe(empty!.id);
    expect(treeItem(row('one', 'scene', undefined, { children: [] })).id).toBe('one');
  });

  test('does not say again what its group says', () => {
    const thread = row('gun', 'thread', [1, 0, 2], { status: 'paid', description: '1 setup' });
    const group = row('Paid', 'group', undefined, { status: 'paid' });
    expect(treeItem(thread, { below: group }).description).toBe('1 setup');
    expect(treeItem(thread).description).toBe('paid · 1 setup');
    expect(treeItem(thread, { below: group }).accessibilityInformation?.label).toBe('Thread, gun, paid · 1 setup');
  });
});
