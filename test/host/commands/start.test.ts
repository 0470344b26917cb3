// `npm start` serves a window with the extension, and Ctrl-C ends everything that it started.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { portIsFree } from '../../../scripts/lib/poll.mjs';

const script = path.resolve(import.meta.dirname, '../../../scripts/start.mjs');
const children: ChildProcess[] = [];

/** Starts the script as a terminal does, in a process group of its own, until it prints an address. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string | undefined>((resolve) => {
    void ended.then(() => resolve(undefined));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        const address = /http:\S+\s/.exec(output);
        if (address) resolve(address[0].trim());
      });
    }
  });
  return { child, ended, url, output: () => output };
}

const commandLines = () => execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n');
const running = (port: number) =>
  commandLines().filter((line) => line.includes('server-main') && line.includes(`--port ${port}`));

afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  for (let port = 20_000 + Math.floor(Math.random() * 20_000); ; port++) if (await portIsFree(port)) return port;
}

describe('npm start', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    test(`serves a window, and leaves nothing behind after ${signal}`, async () => {
      const port = await freePort();
      const { child, ended, url } = await start('--embedded', '--no-open', '--port', String(port));
      expect(url).toContain('extensionDevelopmentPath');
      expect(new URL(url!).port).toBe(String(port));
      const page = await fetch(url!);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('vscode-workbench-web-configuration');
      expect(running(port)).not.toEqual([]);
      process.kill(child.pid!, signal);
      await ended;
      await expect.poll(() => running(port)).toEqual([]);
      await expect.poll(() => portIsFree(port)).toBe(true);
    });
  }

  test('says in one line what is wrong with its arguments', async () => {
    const { ended, output } = await start('--port', 'x');
    expect(await ended).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).toContain('--port x');
  });
});
