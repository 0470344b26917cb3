import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { Editor } from '../server/lib/editor.ts';
import { Folder } from '../server/lib/folder.ts';
import { chekhov } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: Folder | undefined;
afterEach(() => folder?.remove());

const outline = (args: readonly string[], cwd = root) => chekhov(['outline', ...args], { cwd });

describe('outline', () => {
  test.each(['twist', 'structure', 'thread'] as const)(
    '--by %s has the rows that the server answers with',
    async (by) => {
      const files = {
        'e1.fountain': 'Episode: 1\n\nINT. A - DAY\n\nA key. [[setup: key for=lie]]\n',
        'e2.fountain': 'Episode: 2\n\nINT. B - DAY\n\nIt fits. [[payoff: key]] [[reveal: lie to=audience]]\n',
      };
      folder = new Folder(files);
      const editor = await Editor.start({ folders: [folder] });
      const rows = await editor.request<OutlineRow[]>('chekhov/outline', { by });
      await editor.stop();
      const { out, code } = await outline(['e1.fountain', '--by', by, '--format', 'json'], folder.path);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.parse(out)).toEqual(rows);
      expect(code).toBe(0);
    },
  );

  test('draws a tree', async () => {
    const script =
      '# Act One\n\nINT. A - DAY\n\n[[setup: key]]\n\n[[payoff: key]]\n\n# Act Two\n\nINT. B - DAY\n\nSun.\n';
    folder = new Folder({ 'one.fountain': script });
    const { out } = await outline(['one.fountain', '--by', 'structure'], folder.path);
    const labels = out.split('\n').map((line) => line.replace(/(?<=[^│ ]) {2}.*/, ''));
    expect(labels).toEqual([
      'one',
      '├─ Act One',
      '│  └─ INT. A - DAY',
      '│     ├─ Setup: key',
      '│     └─ Payoff: key',
      '└─ Act Two',
      '   └─ INT. B - DAY',
      '',
    ]);
    expect(out).toContain('INT. B - DAY  p. 1 · 1/8 page · under a minute');
  });

  test('has the pages of every scene of a long season', async () => {
    const scenes = Array.from({ length: 60 }, (_, i) => `INT. ROOM ${i} - DAY\n\nSun.\n`).join('\n');
    const names = Array.from({ length: 12 }, (_, i) => `e${i + 1}.fountain`);
    folder = new Folder(Object.fromEntries(names.map((name) => [name, scenes])));
    const { out } = await outline(['.', '--by', 'structure'], folder.path);
    const rows = out.split('\n').filter((line) => line.includes('INT. ROOM'));
    expect(rows).toHaveLength(12 * 60);
    expect(rows.filter((line) => !/ p\. \d/.test(line))).toEqual([]);
  });

  test('of a built-in study keeps to the horizon that the settings of its texts set', async () => {
    folder = new Folder({
      '.vscode/settings.json': '{ "chekhov.horizon": "1" }',
      'e1.fountain': 'Study: all-her-fault\nEpisode: 1\n\nINT. A - DAY\n\nSun.\n',
    });
    const asSet = await outline(['e1.fountain'], folder.path);
    const asTold = await outline(['e1.fountain', '--no-settings', '--horizon', '1'], folder.path);
    const all = await outline(['e1.fountain', '--no-settings'], folder.path);
    expect(asSet.out).toBe(asTold.out);
    expect(all.out.length).toBeGreaterThan(asSet.out.length);
  });

  test('several seasons each have a row of their own; a season of several files has one', async () => {
    const { out } = await outline(['samples/all-her-fault', 'samples/the-long-table', '--format', 'json']);
    expect(JSON.parse(out).map(({ kind }: OutlineRow) => kind)).toEqual(['season', 'season']);
  });

  test('where nothing is there to outline, it says so', async () => {
    folder = new Folder({ 'one.fountain': 'INT. A - DAY\n\nSun.\n' });
    expect((await outline(['one.fountain'], folder.path)).out).toBe('There is nothing to outline.\n');
    expect((await outline(['one.fountain', '--format', 'json'], folder.path)).out).toBe('[]\n');
  });

  test('goes no further than the horizon', async () => {
    const { out } = await outline(['samples/all-her-fault', '--horizon', '1']);
    const all = (await outline(['samples/all-her-fault'])).out;
    expect(out.length).toBeLessThan(all.length / 2);
  });
});
