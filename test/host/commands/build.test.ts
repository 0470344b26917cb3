// esbuild.mjs makes every file of dist/ that others rely on, and fails where a source is missing.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../../esbuild.mjs');
const root = mkdtempSync(path.join(os.tmpdir(), 'chekhov-build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sources = ['client/node.ts', 'client/browser.ts', 'server/start.node.ts', 'server/main.ts', 'server/cli.ts'];
const schema = 'server/core/study/study.schema.json';
const outputs = ['client/node.js', 'client/browser.js', 'server/node.js', 'server/browser.js', 'cli.js'].map(
  (file) => `dist/${file}`,
);
const built = (file: string) => path.join(root, file);

describe('the build', () => {
  test('fails where a source is missing', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--root', root], { encoding: 'utf8' });
    expect(status).toBe(1);
    for (const source of sources) expect(stderr).toContain(source);
  });

  test('makes all of dist/, with Markdown and YAML as text', () => {
    for (const folder of ['client', 'server/core/study']) mkdirSync(built(folder), { recursive: true });
    writeFileSync(built(schema), '{}\n');
    writeFileSync(built('note.md'), '# A note\n');
    writeFileSync(built('data.yaml'), 'a: 1\n');
    for (const source of sources) {
      writeFileSync(
        built(source),
        `import note from '../note.md'; import data from '../data.yaml'; console.log(note + data);`,
      );
    }
    execFileSync(process.execPath, [script, '--root', root, '--dev']);
    for (const output of outputs) expect(existsSync(built(`${output}.map`))).toBe(true);
    const sizes = execFileSync(process.execPath, [script, '--root', root], { encoding: 'utf8' });
    for (const output of outputs) {
      expect(sizes).toContain(output);
      expect(existsSync(built(`${output}.map`))).toBe(false); // that of --dev has gone
    }
    expect(existsSync(built('dist/study.schema.json'))).toBe(true);
    expect(readFileSync(built('dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(execFileSync(process.execPath, [built('dist/cli.js')], { encoding: 'utf8' })).toBe('# A note\na: 1\n\n');
  });
});
