// The packed extension: what is in it, and that it runs where it is installed.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/paths.mjs';
import { run, temporaryFolder } from '../../../scripts/lib/processes.mjs';
import { openWindow } from '../../../scripts/lib/window.mjs';
import { hover, openFile, showViews, treeRows } from '../../../scripts/lib/workbench.mjs';

const { folder, remove } = temporaryFolder('package');
const vsix = path.join(folder, 'chekhov.vsix');
let packed: Awaited<ReturnType<typeof run>>;
let window: Awaited<ReturnType<typeof openWindow>>;

beforeAll(async () => {
  packed = await run(process.execPath, [path.join(root, 'scripts/package.mjs'), '--no-build', '--out', vsix], {
    timeout: 15 * 60_000, // two compressors take their time
  });
  expect(packed.output).toMatch(/ kB of 1000/);
  window = await openWindow({ vsix, folder: path.join(root, 'test/host/workspace') });
}, 20 * 60_000);
afterAll(async () => {
  await window?.close();
  await remove();
});

describe('the packed extension', () => {
  test('keeps to its budget of bytes', () => {
    expect(packed).toMatchObject({ ok: true, why: '' });
  });

  test('has in it what it needs, and nothing else', async () => {
    const extensions = path.join(window.temporary, 'data/extensions');
    const [installed] = readdirSync(extensions).filter((name) => name.startsWith('chekhov.'));
    const files = readdirSync(path.join(extensions, installed!), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(extensions, installed!), path.join(entry.parentPath, entry.name)))
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => file !== '.vsixmanifest')
      .sort();
    await expect(`${files.join('\n')}\n`).toMatchFileSnapshot('package-contents.txt');
  });

  test('runs from where it is installed', async () => {
    const { page } = window;
    await openFile(page, 'episode-1.fountain');
    await showViews(page, 'Chekhov');
    await expect.poll(async () => (await treeRows(page)).length).toBeGreaterThan(1);
    await hover(page, 'setup', /\S/);
  });
});
