#!/usr/bin/env node
// npm run test:electron: the suite of test/host/suite/ in a VS Code for the desktop.
// VSCODE_PATH may point to its executable; else @vscode/test-electron downloads one. On Linux
// it needs a screen: `xvfb-run -a npm run test:electron` where there is none.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cache, fixture, root } from './lib/paths.mjs';
import { npm, runMain, start, temporaryFolder } from './lib/processes.mjs';
import { bundleSuite, Listener } from './lib/suite.mjs';
import { Plain, say, step } from './lib/terminal.mjs';

async function download() {
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(cache, 'electron') });
  } catch (error) {
    throw new Plain(
      `VS Code could not be downloaded (${error.message}): set VSCODE_PATH to the executable of one that is installed.`,
    );
  }
}

async function main() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Plain(
      'VS Code for the desktop needs a screen, and there is none: run `xvfb-run -a npm run test:electron`.',
    );
  }
  const executable = process.env.VSCODE_PATH ?? (await download());
  await step('Building the extension', async () => {
    const { ok, output } = await npm(['run', '--silent', 'build'], { cwd: root });
    if (!ok) throw new Plain(output.trim());
  });
  const { folder } = temporaryFolder('electron');
  const workspace = path.join(folder, 'workspace');
  cpSync(fixture, workspace, { recursive: true });
  const listener = new Listener();
  const running = start(executable, [
    workspace,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${await bundleSuite('node')}`,
    ...['--user-data-dir', path.join(folder, 'user'), '--extensions-dir', path.join(folder, 'extensions')],
    ...['--disable-workspace-trust', '--disable-extensions', '--skip-welcome', '--skip-release-notes', '--disable-gpu'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]);
  for (const stream of [running.stdout, running.stderr])
    createInterface(stream).on('line', (line) => listener.hear(line));
  const timer = setTimeout(() => void running.stop(), 300_000);
  await running.ended;
  await running.stop();
  clearTimeout(timer);
  const tests = listener.outcome();
  const failed = tests.filter((test) => !test.ok);
  for (const { ok, name, error } of tests) say(`${ok ? '✓' : '✗'} ${name}${ok ? '' : `\n${error}`}`);
  say(`${tests.length - failed.length} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}

await runMain(main);
