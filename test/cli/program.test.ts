import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chekhov } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = (...args: string[]) => chekhov(args, { cwd: root });

describe('chekhov', () => {
  test('without a command shows its help on stderr', async () => {
    const { code, out, err } = await run();
    expect([code, out]).toEqual([2, '']);
    for (const command of ['check', 'outline', 'stats', 'parse']) expect(err).toContain(`\n  ${command} `);
  });

  test.each([
    [['--help']],
    [['check', '--help']],
    [['outline', '--help']],
    [['stats', '--help']],
    [['parse', '--help']],
    [['help', 'check']],
  ])('%j is told on stdout', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: chekhov/);
  });

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([[['bogus']], [['bogus', '--help']], [['help', 'bogus']], [['--help', 'bogus']]])(
    '%j is bad use',
    async (args) => {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain("unknown command 'bogus'");
    },
  );

  test('ends quietly when nobody reads on', async () => {
    const command = 'node dist/cli.js parse samples/the-long-table/the-long-table.fountain | head -c 10';
    const shell = spawn('sh', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    shell.stderr.on('data', (data) => {
      err += data;
    });
    await new Promise((resolve) => shell.on('close', resolve));
    expect(err).toBe('');
  });

  test.runIf(existsSync('/dev/full'))('says in a line that there is no space left', async () => {
    const shell = spawn('sh', ['-c', 'node dist/cli.js check samples/broken > /dev/full'], { cwd: root });
    let err = '';
    shell.stderr.on('data', (data) => {
      err += data;
    });
    const code = await new Promise((resolve) => shell.on('close', resolve));
    expect([code, err]).toEqual([2, 'chekhov: the output cannot be written: there is no space left\n']);
  });
});
