import { afterEach, describe, expect, it } from 'vitest';
import type { EntryEdit } from '../../server/protocol/entries.ts';
import type { ThreadWay } from '../../server/protocol/moving-about.ts';
import type { OutlineFacets, OutlineRow } from '../../server/protocol/outline.ts';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const first = 'Episode: 1\n\nINT. HALL - DAY\n\nANNA\nYes.\n\nA key. [[setup: key]] [[setup: lamp]]\n';
const second = 'Episode: 2\n\nINT. HALL - DAY\n\nIt fits. [[payoff: key]]\n\nTHE END\n';
const study = `study: 1
title: The [Hall](command:evil)
episodes: [{ number: 1 }, { number: 2 }]
threads:
  - { id: key, title: "The *key* [x](command:evil) <b>", kind: object }
  - { id: lamp, title: Lamp, kind: object }
`;

const folders: Folder[] = [];
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  for (const folder of folders.splice(0)) folder.remove();
});

function folderWith(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

async function story(options: { readonly settings?: unknown } = {}): Promise<Folder> {
  const folder = folderWith({ 'hall.study.yaml': study, 'e1.fountain': first, 'e2.fountain': second });
  editor = await Editor.start({ folders: [folder], capabilities: everything, ...options });
  return folder;
}

const rows = (params: object = {}) => editor.request<OutlineRow[]>('chekhov/outline', { by: 'thread', ...params });

function allOf(list: readonly OutlineRow[]): OutlineRow[] {
  return list.flatMap((row) => [row, ...allOf(row.children ?? [])]);
}

describe('the outline', () => {
  it('says what its rows are about, and is filtered by the server', async () => {
    await story();
    expect(allOf(await rows()).map(({ ref }) => ref)).toEqual(expect.arrayContaining(['thread:key', 'thread:lamp']));
    const left = allOf(await rows({ filter: { text: 'lamp' } })).map(({ ref }) => ref);
    expect(left).toContain('thread:lamp');
    expect(left).not.toContain('thread:key');
  });

  it('tells what there is to filter by, no more than the horizon shows', async () => {
    await story({ settings: { horizon: '1' } });
    const facets = await editor.request<OutlineFacets>('chekhov/outlineFacets', {});
    expect(facets.kinds).not.toContain('payoff');
    expect(facets.people).toEqual([{ id: 'anna', name: 'ANNA' }]);
  });

  it('as Markdown is a nested list in which no text of the story does anything', async () => {
    await story();
    const text = await editor.request<string>('chekhov/outlineText', { by: 'thread' });
    expect(text.split('\n')[0]).toBe('- Unpaid — 1 thread');
    expect(text).toContain(
      '  - The \\*key\\* \\[x\\](command:evil) \\<b\\> — paid · 1 setup, 1 payoff\n    - Setup · E1 p. 1',
    );
    const [, row] = allOf(await rows());
    const part = await editor.request<string>('chekhov/outlineText', { by: 'thread', id: row!.id });
    expect(part).toMatch(/^- Lamp — 1 setup · never paid off\n {2}- Setup · E1 p\. 1.*\n$/);
    expect(await editor.request<string>('chekhov/outlineText', { by: 'thread', id: 'gone' })).toBe('');
  });

  it('has a card for each row, escaped as a hover is', async () => {
    const folder = await story();
    const payoff = { uri: folder.file('e2.fountain'), position: { line: 4, character: 9 }, kind: 'payoff' };
    const card = await editor.request<string>('chekhov/rowCard', { ...payoff, ref: 'thread:key' });
    expect(card).toMatch(/^\*\*The \\\*key\\\* \\\[x\\\]\(command:evil\) \\<b\\>\*\* · \*Payoff/);
    expect(card).toContain('Setup · E1');
    const whole = await editor.request<string>('chekhov/rowCard', { ...payoff, kind: 'thread', ref: 'thread:key' });
    expect(whole).toContain('*Thread · object*');
    for (const row of allOf(await rows({ by: 'structure' }))) {
      const { uri, range } = row.location!;
      const { kind, ref } = row;
      expect(await editor.request('chekhov/rowCard', { uri, position: range.start, kind, ref }), row.id).toBeTruthy();
    }
  });

  it('leads along a thread', async () => {
    const folder = await story();
    const way = await editor.request<ThreadWay>('chekhov/threadWay', {
      uri: folder.file('e1.fountain'),
      thread: 'key',
      position: { line: 7, character: 7 },
    });
    expect(way.setup?.uri).toBe(folder.file('e1.fountain'));
    expect(way.payoff?.uri).toBe(folder.file('e2.fountain'));
  });
});

describe('the outline of very many seasons', () => {
  const script = (i: number) => `INT. HALL ${i} - DAY\n\nA key. [[setup: key-${i}]]\n\n[[payoff: key-${i}]]\n`;
  const names = Array.from({ length: 25 }, (_, i) => `film${i}/film.fountain`);
  const films = Object.fromEntries(names.map((name, i) => [name, script(i)]));
  const open = async (files: Readonly<Record<string, string>> = films) => {
    const folder = folderWith(files);
    editor = await Editor.start({ folders: [folder], capabilities: everything });
    return folder;
  };

  it('leaves out what is below them, and has it for whoever opens one', async () => {
    const folder = await open();
    const all = await rows();
    expect(all).toHaveLength(25);
    for (const row of all) expect(row).toMatchObject({ kind: 'season', closed: true });
    const id = await editor.request<string>('chekhov/seasonRow', { uri: folder.file('film7/film.fountain') });
    expect(all.map((row) => row.id)).toContain(id);
    const below = allOf(await rows({ season: id }));
    expect(below.map(({ ref }) => ref)).toContain('thread:key-7');
    for (const row of below) expect(row.id.startsWith(`${id}/`)).toBe(true);
    expect(await rows({ season: 'season:gone' })).toEqual([]);
  });

  it('is the same as if all were open', async () => {
    await open();
    for (const by of ['twist', 'structure', 'thread']) {
      const text = await editor.request<string>('chekhov/outlineText', { by });
      const parts: string[] = [];
      for (const { id } of await rows({ by })) parts.push(await editor.request('chekhov/outlineText', { by, id }));
      expect(parts.join('')).toBe(text);
    }
    const [first] = await rows();
    const [, thread] = allOf(await rows({ season: first!.id }));
    expect(await editor.request('chekhov/outlineText', { by: 'thread', id: thread!.id })).toMatch(/^- key-0 — paid/);
  });

  it('follows an edit, and is filtered', async () => {
    const folder = await open();
    await rows();
    await editor.open(folder.file('film3/film.fountain'), 'INT. HALL - DAY\n\nNothing.\n');
    expect(await rows()).toHaveLength(24);
    expect(await rows({ by: 'structure' })).toHaveLength(25);
    const filter = { text: 'key-1' };
    const left = await rows({ filter });
    expect(left).toHaveLength(11);
    const [row] = await rows({ filter, season: left[0]!.id });
    expect(row!.children).toHaveLength(1);
  });

  it('has the rows themselves where one season alone has any', async () => {
    const bare = Object.fromEntries(names.map((name, i) => [name, i === 4 ? script(4) : 'INT. HALL - DAY\n']));
    await open(bare);
    expect((await rows()).map(({ kind }) => kind)).toEqual(['group']);
  });
});

describe('what a row can be made', () => {
  const edit = (method: string, params: object) => editor.request<EntryEdit>(method, params);

  it('renames in the study and in every text', async () => {
    const folder = await story();
    const about = { uri: folder.file('e1.fountain'), ref: 'thread:key' };
    const { edit: changes } = await edit('chekhov/renameEntry', { ...about, newName: 'brass-key' });
    expect(JSON.stringify(changes).match(/"newText":"brass-key"/g)).toHaveLength(3);
    expect(await edit('chekhov/renameEntry', { ...about, newName: 'brass-key', check: true })).toEqual({});
    expect((await edit('chekhov/renameEntry', { ...about, newName: 'lamp' })).refused).toContain('already');
    expect((await edit('chekhov/renameEntry', { ...about, newName: 'a key', check: true })).refused).toContain('a-key');
    expect((await edit('chekhov/renameEntry', { ...about, ref: 'nothing', newName: 'x' })).refused).toBeTruthy();
  });

  it('marks a thread in its study', async () => {
    const folder = await story();
    const about = { uri: folder.file('e1.fountain'), thread: 'lamp', intent: 'open' };
    const { edit: changes } = await edit('chekhov/threadIntent', about);
    expect(JSON.stringify(changes)).toContain(', intent: open');
    expect(JSON.stringify(changes)).toContain('hall.study.yaml');
    expect(await edit('chekhov/threadIntent', { ...about, intent: 'owed' })).toEqual({});
    expect((await edit('chekhov/threadIntent', { ...about, intent: 'nonsense' })).refused).toBeTruthy();
  });

  it('leaves the built-in study as it is', async () => {
    const text = 'Study: all-her-fault\nEpisode: 1\n\nINT. A - DAY\n\n[[setup: soy-allergy]]\n';
    const folder = folderWith({ 'e1.fountain': text });
    editor = await Editor.start({ folders: [folder] });
    const about = { uri: folder.file('e1.fountain'), thread: 'soy-allergy', intent: 'open' };
    expect((await edit('chekhov/threadIntent', about)).refused).toContain('built-in study');
  });
});

describe('the number of warnings', () => {
  const count = () => editor.request<number>('chekhov/warnings', {});

  it('is that of warnings and errors, in all files', async () => {
    const folder = await story();
    expect(await count()).toBe(1);
    await editor.open(folder.file('e2.fountain'), second.replace('[[payoff: key]]', '[[payoff: none]]'));
    // The key is unpaid now, and the thread of the payoff is neither planted nor declared.
    expect(await count()).toBe(4);
  });

  it('keeps to the settings and to the horizon', async () => {
    await story({ settings: { rules: { 'setup.unpaid': 'hint' } } });
    expect(await count()).toBe(0);
    await editor.stop();
    await story({ settings: { horizon: '1' } });
    expect(await count()).toBe(0);
  });
});

it('seasons of several folders are told apart', async () => {
  const one = folderWith({ 'show/e1.fountain': first });
  const two = folderWith({ 'show/e1.fountain': first });
  editor = await Editor.start({ folders: [one, two] });
  const seasons = await rows();
  expect(seasons.map(({ kind, label }) => [kind, label])).toEqual([
    ['season', 'show'],
    ['season', 'show'],
  ]);
  expect(new Set(seasons.map(({ description }) => description)).size).toBe(2);
  const ids = allOf(seasons).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
