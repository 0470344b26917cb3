// The parts of the scripts that can be looked at one by one.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { usualPlaces } from '../../../scripts/lib/browser.mjs';
import { desktopCode } from '../../../scripts/lib/desktop.mjs';
import { installOnce } from '../../../scripts/lib/install.mjs';
import { readReport } from '../../../scripts/lib/parts.mjs';
import { cache } from '../../../scripts/lib/paths.mjs';
import { cleanUp, run, start } from '../../../scripts/lib/processes.mjs';
import { Listener } from '../../../scripts/lib/suite.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'chekhov-scripts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('commands', () => {
  test('tell their output and how they ended', async () => {
    expect(await run(process.execPath, ['-e', 'console.log("out"); console.error("err")'])).toMatchObject({
      ok: true,
      why: '',
    });
    const failed = await run(process.execPath, ['-e', 'console.error("err"); process.exit(3)']);
    expect(failed).toMatchObject({ ok: false, output: 'err\n', why: 'exit code 3' });
    expect(await run('no-such-command', [])).toMatchObject({ ok: false, why: expect.stringContaining('ENOENT') });
  });

  test('are ended when they take too long', async () => {
    const { ok, why } = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 500 });
    expect({ ok, why }).toEqual({ ok: false, why: 'took longer than 0.5 s' });
  });

  test('end with all that they have started, also what does not want to', async () => {
    const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log(process.pid)';
    const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(stubborn)}], { stdio: "inherit" }); setInterval(() => {}, 1000)`;
    const running = start(process.execPath, ['-e', parent]);
    const pid = await new Promise<number>((resolve) => running.stdout.once('data', (text) => resolve(Number(text))));
    expect(isRunning(pid)).toBe(true);
    await cleanUp();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

describe('an installation', () => {
  const name = `test-${process.pid}`;
  afterAll(() => rmSync(path.join(cache, name), { recursive: true, force: true }));

  test('that is interrupted is begun anew, and one that is complete is left alone', async () => {
    const abandoned = path.join(cache, `${name}.partial-999999999`);
    mkdirSync(abandoned, { recursive: true });
    await expect(installOnce(name, () => Promise.reject(new Error('interrupted')))).rejects.toThrow('interrupted');
    expect(existsSync(path.join(cache, name))).toBe(false);
    expect(existsSync(abandoned)).toBe(false);
    const at = await installOnce(name, async (partial) => writeFileSync(path.join(partial, 'file'), ''));
    expect(existsSync(path.join(at, 'file'))).toBe(true);
    expect(await installOnce(name, () => Promise.reject(new Error('again')))).toBe(at);
  });
});

describe('what is on this machine', () => {
  test('browsers are looked for where they usually are', () => {
    expect(usualPlaces({ platform: 'linux', env: { PATH: '/a:/b' } })).toContain('/b/chromium');
    expect(usualPlaces({ platform: 'darwin', env: { HOME: '/h' } })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(usualPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\P' } })).toContain(
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });

  test('the desktop’s code is taken, a remote window’s is not', () => {
    writeFileSync(path.join(folder, 'code'), '#!/bin/sh\n', { mode: 0o755 });
    const env = { PATH: `/nowhere${path.delimiter}${folder}` };
    expect(desktopCode({ platform: 'linux', env })).toBe(path.join(folder, 'code'));
    expect(desktopCode({ platform: 'linux', env: { ...env, VSCODE_IPC_HOOK_CLI: 'x' } })).toBeUndefined();
    expect(desktopCode({ platform: 'linux', env: { PATH: '' } })).toBeUndefined();
  });
});

describe('counting', () => {
  const told = (what: object) => `@@chekhov-test ${JSON.stringify(what)}`;

  test('a suite that does not come to its end has failed, and says where', () => {
    const listener = new Listener();
    listener.hear(told({ what: 'pass', name: 'a', ms: 1 }));
    listener.hear(told({ what: 'start', name: 'b' }));
    listener.hear('some word');
    const outcome = listener.outcome();
    expect(outcome.map((one) => one.ok)).toEqual([true, false]);
    expect(outcome[1]?.error).toContain('b');
    expect(outcome[1]?.error).toContain('some word');
  });

  test('a suite without tests has failed', () => {
    const listener = new Listener();
    listener.hear(told({ what: 'end' }));
    expect(listener.outcome().map((one) => one.ok)).toEqual([false]);
  });

  test('a file that cannot be run, and a test that is skipped, have failed', () => {
    const tests = readReport({
      testResults: [
        { name: '/a.test.ts', status: 'failed', message: 'syntax', assertionResults: [] },
        {
          name: '/b.test.ts',
          status: 'passed',
          assertionResults: [
            { status: 'passed', fullName: 'x' },
            { status: 'pending', fullName: 'y' },
          ],
        },
      ],
    });
    expect(tests.map((one) => one.ok)).toEqual([false, true, false]);
  });

  test('a test that passed at the second attempt has passed, and is told', () => {
    const assertionResults = ['x', 'y'].map((fullName) => ({ status: 'passed', fullName }));
    const tests = readReport({ testResults: [{ name: '/a.test.ts', status: 'passed', assertionResults }] }, 'y\n');
    expect(tests.map((one) => [one.ok, one.again])).toEqual([
      [true, undefined],
      [true, true],
    ]);
  });
});
