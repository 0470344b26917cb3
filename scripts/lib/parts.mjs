// The parts of `npm test`: each runs, and tells the outcome of every test in it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { installVSCode } from './install.mjs';
import { root } from './paths.mjs';
import { npm, run, temporaryFolder } from './processes.mjs';
import { runSuite } from './suite.mjs';

/** @typedef {import('./suite.mjs').Test} Test */

const minutes = 60_000;

/** @param {string} name @param {boolean} ok @param {string} [error] @returns {Test} */
export const single = (name, ok, error) => ({ name, ok, ms: 0, ...(ok ? {} : { error }) });

/** A script of package.json counts as one test. @param {string} script */
const npmScript = (script) => async () => {
  const { ok, output, why } = await npm(['run', '--silent', script], { cwd: root, timeout: 10 * minutes });
  return [single(`npm run ${script}`, ok, `${output.trim()}\n(${why})`)];
};

/**
 * What Vitest's JSON report says. A test that is skipped has failed: nothing is skipped silently.
 * @param {any} report
 * @param {string} [second] the tests that passed at the second attempt, a line each
 * @returns {Test[]}
 */
export function readReport(report, second = '') {
  const again = new Set(second.split('\n'));
  /** @type {Test[]} */
  const tests = [];
  for (const { name, message, status, assertionResults } of report.testResults) {
    const file = path.relative(root, name);
    for (const test of assertionResults) {
      const ok = test.status === 'passed';
      const error = test.failureMessages?.join('\n') || test.status;
      tests.push({
        name: `${file} › ${test.fullName}`,
        ok,
        ms: test.duration ?? 0,
        ...(ok ? {} : { error }),
        ...(ok && again.has(test.fullName) && { again: true }),
      });
    }
    const told = assertionResults.some((/** @type {any} */ test) => test.status === 'failed');
    if (status !== 'passed' && !told) tests.push(single(file, false, message || 'the file could not be run'));
  }
  return tests;
}

/**
 * Runs tests with Vitest.
 * @param {string} name of the part
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv, timeout: number }} options
 */
async function vitest(name, { args = [], env, timeout }) {
  const { folder, remove } = temporaryFolder('report');
  const report = path.join(folder, 'report.json');
  const second = path.join(folder, 'second-attempts.txt');
  const reporters = ['default', 'json', path.join(import.meta.dirname, 'second-attempts.mjs')].map(
    (reporter) => `--reporter=${reporter}`,
  );
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const { ok, output, why } = await run(
    process.execPath,
    [cli, 'run', ...args, ...reporters, `--outputFile.json=${report}`],
    {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', CHEKHOV_TMP: folder, CHEKHOV_SECOND_ATTEMPTS: second, ...env },
      timeout,
    },
  );
  let tests = [];
  try {
    tests = readReport(
      JSON.parse(readFileSync(report, 'utf8')),
      existsSync(second) ? readFileSync(second, 'utf8') : '',
    );
  } catch {} // it did not get that far
  await remove();
  const told = tests.some((test) => !test.ok);
  if (!ok && !told) tests.push(single(`${name}: Vitest runs to its end`, false, `${output.trim()}\n(${why})`));
  if (tests.length === 0) tests.push(single(name, false, 'there was no test to run'));
  return tests;
}

/** @type {Promise<unknown> | undefined} */
let shown;
/** For parts that show VS Code in a browser: where one of the two is out of reach, each of them fails. */
const inBrowser = (/** @type {() => Promise<Test[]>} */ part) => async () => {
  shown ??= installVSCode().then(ensureBrowser);
  await shown;
  return part();
};

const outside = ['--config', 'test/host/vitest.config.mts'];

/**
 * In the order in which they run. Those that `need` the build fail without it.
 * @type {{ name: string, what: string, needsBuild?: true, run: () => Promise<Test[]> }[]}
 */
export const parts = [
  { name: 'types', what: 'TypeScript', run: npmScript('types') },
  { name: 'lint', what: 'Biome', run: npmScript('lint') },
  { name: 'build', what: 'esbuild', run: npmScript('build') },
  {
    name: 'unit',
    what: 'core, server, client',
    needsBuild: true,
    run: () => vitest('unit', { timeout: 20 * minutes }),
  },
  ...['node', 'web'].flatMap((/** @type {any} */ host) => [
    {
      name: `host-${host}`,
      what: `inside VS Code’s ${host === 'web' ? 'web-worker' : 'Node'} extension host`,
      needsBuild: /** @type {const} */ (true),
      run: inBrowser(() => runSuite(host, { timeout: 15 * minutes })),
    },
    {
      name: `window-${host}`,
      what: 'the same window, looked at from outside',
      needsBuild: /** @type {const} */ (true),
      run: inBrowser(() =>
        vitest(`window-${host}`, { args: [...outside, 'window/'], env: { CHEKHOV_HOST: host }, timeout: 40 * minutes }),
      ),
    },
  ]),
  {
    name: 'commands',
    what: 'npm start, and the scripts themselves',
    needsBuild: true,
    run: () => vitest('commands', { args: [...outside, 'commands/'], timeout: 40 * minutes }),
  },
];
