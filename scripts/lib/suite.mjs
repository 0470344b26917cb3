// The tests that run inside an extension host (test/host/suite/), as Node sees them from outside.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { fixture, root } from './paths.mjs';
import { poll, within } from './poll.mjs';
import { temporaryFolder } from './processes.mjs';
import { openWindow } from './window.mjs';

/** @typedef {{ name: string, ok: boolean, ms: number, error?: string, again?: true }} Test the outcome of one test; `again`: at the second attempt */

const mark = '@@chekhov-test '; // as test/host/lib/told.ts has it

/**
 * Bundles test/host/suite/*.test.ts into one file that exports `run`, as VS Code wants it.
 * @param {import('./window.mjs').Host} host
 * @param {string} [only] part of a file's name
 */
export async function bundleSuite(host, only = '') {
  const folder = path.join(root, 'test/host/suite');
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file.includes(only));
  const outfile = path.join(temporaryFolder('suite').folder, 'tests.js');
  await esbuild.build({
    stdin: {
      contents: `import { runSuite } from '../lib/run.ts';
        export const run = () => runSuite(() => { ${files
          .sort()
          .map((file) => `require('./${file}');`)
          .join(' ')} });`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    external: ['vscode'],
    loader: { '.md': 'text', '.yaml': 'text' },
    define: { 'process.env.CHEKHOV_HOST': JSON.stringify(host) },
    sourcemap: 'inline',
    logLevel: 'error',
  });
  return outfile;
}

/** Gathers what a suite tells on the console; see test/host/lib/run.ts. */
export class Listener {
  /** @type {Test[]} */
  tests = [];
  ended = false;
  /** @type {string[]} the other lines */
  chatter = [];
  /** @type {string | undefined} the test that is running */
  #running;

  /** @param {string} line */
  hear(line) {
    const from = line.indexOf(mark);
    if (from < 0) return void this.chatter.push(line);
    const told = JSON.parse(line.slice(from + mark.length));
    if (told.what === 'start') this.#running = told.name;
    else this.#running = undefined;
    if (told.what === 'end') this.ended = true;
    if (told.what === 'pass') this.tests.push({ name: told.name, ok: true, ms: told.ms });
    if (told.what === 'fail') this.tests.push({ name: told.name, ok: false, ms: 0, error: told.error });
  }

  /** All tests; where the suite did not come to its end, one more that says so. @param {string} [why] @returns {Test[]} */
  outcome(why = 'ended without having run all tests') {
    if (this.ended && this.tests.length > 0) return this.tests;
    const where = this.#running ? ` (in “${this.#running}”)` : '';
    const said = this.chatter.slice(-40).join('\n');
    const error = this.ended
      ? 'there was no test to run'
      : `${why}${where}${said && `\nThe last that was written to the console:\n${said}`}`;
    return [...this.tests, { name: 'the suite runs to its end', ok: false, ms: 0, error }];
  }
}

/**
 * Runs the suite inside an extension host of the embedded VS Code.
 * @param {import('./window.mjs').Host} host
 * @param {{ timeout: number, only?: string, extension?: string }} options
 * @returns {Promise<Test[]>}
 */
export async function runSuite(host, { timeout, only, extension }) {
  const listener = new Listener();
  const tests = await bundleSuite(host, only);
  const onLog = (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
    listener.hear(
      args
        .map(String)
        .join(' ')
        .replace(/^/, type === 'log' ? '' : `[${type}] `),
    );
  const window = await openWindow({ host, folder: fixture, extension, tests, onLog });
  try {
    await within('the suite', window.finished, timeout);
    await poll('the suite’s last words', () => listener.ended, { timeout: 30_000 });
    return listener.outcome();
  } catch (error) {
    listener.chatter.push(...window.complaints);
    return listener.outcome(error.message);
  } finally {
    await window.close();
  }
}
