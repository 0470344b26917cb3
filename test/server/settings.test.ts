import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const unplanted = 'INT. A - DAY\n\nIt fits. [[payoff: key]]\n';
const episode = (number: number, text: string) => `Episode: ${number}\n\nINT. A - DAY\n\n${text}\n`;

const folders: Folder[] = [];
let editor: Editor;

afterEach(async () => {
  await editor.stop();
  for (const folder of folders.splice(0)) folder.remove();
});

function newFolder(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

async function found(uri: string): Promise<string[]> {
  const { items } = await editor.about<{ items: Diagnostic[] }>('textDocument/diagnostic', uri);
  return items.map(({ code, severity }) => `${severity} ${code}`);
}

/** The settings become these, and the server is told as an editor tells it. */
async function change(settings: unknown): Promise<void> {
  editor.settings = settings;
  await editor.notify('workspace/didChangeConfiguration', { settings: null });
}

describe('settings of a folder', () => {
  it('rules: as loud in each folder as it says, from the moment when that changes', async () => {
    const one = newFolder({ 'a.fountain': unplanted });
    const two = newFolder({ 'a.fountain': unplanted });
    const rules = (loud: Folder) => (scopeUri?: string) => ({
      rules: scopeUri === loud.uri ? { 'payoff.unplanted': 'error' } : { 'payoff.unplanted': 'off' },
    });
    editor = await Editor.start({ folders: [one, two], settings: rules(one) });
    expect(await found(one.file('a.fountain'))).toEqual(['1 payoff.unplanted']);
    expect(await found(two.file('a.fountain'))).toEqual([]);
    const { diagnosticRefreshes } = editor;
    await change(rules(two));
    await until(
      () => found(two.file('a.fountain')),
      (codes) => codes[0] === '1 payoff.unplanted',
    );
    expect(await found(one.file('a.fountain'))).toEqual([]);
    await until(
      () => editor.diagnosticRefreshes,
      (count) => count > diagnosticRefreshes,
    );
  });

  it('limits', async () => {
    const files = {
      'e1.fountain': episode(1, 'A key. [[setup: key]]'),
      'e3.fountain': episode(3, 'It fits. [[payoff: key]]'),
    };
    const one = newFolder(files);
    const two = newFolder(files);
    const limits = (of: Folder) => (scopeUri?: string) =>
      scopeUri === of.uri ? { limits: { unreinforcedEpisodes: 0 } } : {};
    editor = await Editor.start({ folders: [one, two], settings: limits(one) });
    expect(await found(one.file('e1.fountain'))).toEqual(['3 setup.unreinforced']);
    expect(await found(two.file('e1.fountain'))).toEqual([]);
    await change(limits(two));
    await until(
      () => found(two.file('e1.fountain')),
      (codes) => codes[0] === '3 setup.unreinforced',
    );
    expect(await found(one.file('e1.fountain'))).toEqual([]);
  });

  it('exclude', async () => {
    const files = {
      'e1.fountain': episode(1, 'A key. [[setup: key]]'),
      'old/e2.fountain': episode(2, 'It fits. [[payoff: key]]'),
      'x.study.yaml': 'study: 1\ntitle: X\n',
    };
    const one = newFolder(files);
    const two = newFolder(files);
    const exclude = (of: Folder) => (scopeUri?: string) => ({ exclude: scopeUri === of.uri ? 'old/**' : '**/none/**' });
    editor = await Editor.start({ folders: [one, two], settings: exclude(one) });
    expect(await found(one.file('old/e2.fountain'))).toEqual(['2 payoff.unplanted']);
    expect(await found(two.file('old/e2.fountain'))).toEqual([]);
    await change(exclude(two));
    await until(
      () => found(two.file('old/e2.fountain')),
      (codes) => codes[0] === '2 payoff.unplanted',
    );
    expect(await found(one.file('old/e2.fountain'))).toEqual([]);
  });

  it('horizon', async () => {
    const files = {
      'e1.fountain': episode(1, 'Bang. [[payoff: gun]]'),
      'e2.fountain': episode(2, 'A gun. [[setup: gun]]'),
    };
    const one = newFolder(files);
    editor = await Editor.start({ folders: [one], settings: { horizon: '1' } });
    expect(await found(one.file('e1.fountain'))).toEqual([]);
    await change({ horizon: 'everything' });
    await until(
      () => found(one.file('e1.fountain')),
      (codes) => codes[0] === '2 payoff.before-setup',
    );
  });

  it('what is wrong with one is said once, and the default holds', async () => {
    const one = newFolder({ 'a.fountain': unplanted });
    const wrong = { limits: { rushedPages: -3 }, rules: { 'payoff.unplanted': 'loud' } };
    editor = await Editor.start({ folders: [one], settings: wrong });
    expect(await found(one.file('a.fountain'))).toEqual(['2 payoff.unplanted']);
    await change({ ...wrong });
    await change({ ...wrong, rules: { 'payoff.unplanted': 'hint' } });
    await until(
      () => found(one.file('a.fountain')),
      (codes) => codes[0] === '4 payoff.unplanted',
    );
    expect(editor.logged.filter((line) => line.includes('rushedPages'))).toHaveLength(1);
    expect(editor.logged.filter((line) => line.includes('"loud"'))).toHaveLength(1);
  });
});

it('a horizon set for one folder holds for what is asked of all seasons, also of a built-in study', async () => {
  const folder = newFolder({ 'e1.fountain': 'Study: all-her-fault\nEpisode: 1\n\nINT. A - DAY\n\nSun.\n' });
  const asked = async (settings: unknown) => {
    editor = await Editor.start({ folders: [folder], settings });
    return [
      await editor.request('chekhov/outline', { by: 'twist' }),
      await editor.request('chekhov/outlineFacets', {}),
      await editor.request('chekhov/knowledge', {}),
      await editor.request('workspace/symbol', { query: '' }),
      await editor.request('workspace/symbol', { query: '' }),
    ];
  };
  const first = { horizon: '1' };
  const ofFolder = await asked((scope: string | undefined) => (scope === undefined ? {} : first));
  await editor.stop();
  const ofAll = await asked(first);
  await editor.stop();
  expect(ofFolder).toEqual(ofAll);
  expect(ofFolder).not.toEqual(await asked({}));
});
