import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { OutlineRow } from '../../server/protocol.ts';
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
