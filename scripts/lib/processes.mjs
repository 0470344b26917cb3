// Everything that a script starts or leaves on disk, and its end: on the script's own end,
// on an error, on Ctrl-C. Commands run under supervise.mjs, so that even a script that is
// killed outright leaves no process behind.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Plain } from './terminal.mjs';

const supervisor = fileURLToPath(new URL('./supervise.mjs', import.meta.url));

/** @type {Set<() => unknown>} what `cleanUp` calls, last in first out */
const pending = new Set();

/**
 * Registers `end` to be called once: by `cleanUp`, or by the returned function.
 * @param {() => unknown} end
 * @returns {() => Promise<void>}
 */
export function atEnd(end) {
  pending.add(end);
  return async () => {
    if (pending.delete(end)) await end();
  };
}

/** Ends whatever is still registered. Never fails. */
export async function cleanUp() {
  for (const end of [...pending].reverse()) {
    pending.delete(end);
    try {
      await end();
    } catch {} // the next one's turn all the same
  }
}

/**
 * Runs a script: what its main function returns is the exit code, a failure is shown and is 1.
 * Cleans up after it, and after Ctrl-C, `kill` and a closed terminal.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  let ending = false;
  const finish = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code), 10_000).unref(); // the supervisors see to the rest
    await cleanUp();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => void finish(code));
  }
  try {
    await finish((await main()) ?? 0);
  } catch (error) {
    if (ending) return; // what fails then was ended by us
    process.stderr.write(`${error instanceof Plain ? error.message : (error?.stack ?? error)}\n`);
    await finish(1);
  }
}

/**
 * A new empty folder, which `remove` removes, at the latest at the end. Commands that are given
 * CHEKHOV_TMP make theirs in that folder, which is then removed even if they are killed.
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(path.join(process.env.CHEKHOV_TMP ?? os.tmpdir(), `chekhov-${name}-`)));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return { folder, remove };
}

/**
 * @typedef {{ code: number | null, signal?: string | null, error?: string }} Ending how a command ended
 * @typedef {object} Running
 * @property {number} pid
 * @property {import('node:stream').Readable} stdout
 * @property {import('node:stream').Readable} stderr
 * @property {Promise<Ending>} ended resolves when the command itself has ended
 * @property {Promise<void>} closed resolves when all of it has, and all output was read
 * @property {() => Promise<void>} stop ends it with everything that it has started
 */

/**
 * Starts a command that cannot outlive this script.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Running}
 */
export function start(command, args, options = {}) {
  const child = spawn(process.execPath, [supervisor, command, ...args], {
    ...options,
    detached: true, // its own group: Ctrl-C is for this script alone to handle
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  /** @type {Promise<Ending>} */
  const ended = new Promise((resolve) => {
    child.once('message', resolve);
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => resolve({ code: null, error: error.message }));
  });
  // Not its 'close' event, which does not come when this side has closed the channel.
  const over = (/** @type {import('node:events').EventEmitter} */ source, /** @type {string} */ event) =>
    new Promise((resolve) => source.once(event, resolve).once('error', resolve));
  const closed = Promise.all([over(child, 'exit'), over(child.stdout, 'close'), over(child.stderr, 'close')]).then(
    () => {},
  );
  const stop = atEnd(() => {
    if (child.connected) child.disconnect();
    for (const stream of [child.stdout, child.stderr]) stream.resume(); // what nobody reads must not hold it up
    return closed;
  });
  void closed.then(stop);
  return { pid: /** @type {number} */ (child.pid), stdout: child.stdout, stderr: child.stderr, ended, closed, stop };
}

/**
 * Runs a command to its end and gathers what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] timeout in milliseconds
 * @returns {Promise<{ ok: boolean, output: string, why: string }>} why: '' when it went well
 */
export async function run(command, args, { timeout = 300_000, ...options } = {}) {
  const running = start(command, args, options);
  let output = '';
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void running.stop();
  }, timeout);
  const { code, signal, error } = await running.ended;
  clearTimeout(timer);
  await running.closed;
  const why = late
    ? `took longer than ${timeout / 1000} s`
    : error || (code === 0 ? '' : `exit code ${signal ?? code}`);
  return { ok: why === '', output, why };
}

/** Runs npm, however it was installed. @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return process.platform === 'win32' ? run('cmd', ['/d', '/c', 'npm', ...args], options) : run('npm', args, options);
}
