// Puts a real VS Code into .vscode-test/, by npm alone: the server build that the package
// `code-server` carries, with no compiler and without running any install script.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './paths.mjs';
import { npm } from './processes.mjs';
import { Plain, step } from './terminal.mjs';

/**
 * The VS Codes that tests run in: the newest, and the oldest that the extension supports (`engines` in package.json). Each
 * is carried by a code-server, and needs a Node of its own, whatever Node runs the scripts. `search` is the package with
 * the program that finds files, where VS Code's own package would download it.
 */
export const versions = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0', watchdog: '@vscode/native-watchdog' },
  oldest: {
    ...{ vscode: '1.100.3', codeServer: '4.100.3', node: '20.18.1', watchdog: 'native-watchdog' },
    search: '@vscode/ripgrep-universal@1.18.0',
  },
};

/** @typedef {keyof typeof versions} Age @typedef {typeof versions.newest & { search?: string }} Version */

/** `CHEKHOV_VSCODE` says which of them. @returns {Version} */
function wanted() {
  const age = process.env.CHEKHOV_VSCODE ?? 'newest';
  if (!Object.hasOwn(versions, age)) throw new Plain(`CHEKHOV_VSCODE is one of ${Object.keys(versions).join(', ')}.`);
  return versions[/** @type {Age} */ (age)];
}

// The two native modules without which the server does not start, in plain JavaScript.
const LOGGER = `
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
class Logger {
  constructor(type, name, file) { mkdirSync(dirname(file), { recursive: true }); this.file = file; this.level = 2; }
  write(level, line) { if (level >= this.level) try { appendFileSync(this.file, line + '\\n'); } catch {} }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  trace(line) { this.write(0, line); }
  debug(line) { this.write(1, line); }
  info(line) { this.write(2, line); }
  warn(line) { this.write(3, line); }
  error(line) { this.write(4, line); }
  critical(line) { this.write(5, line); }
  clearFormatters() {}
  setPattern() {}
  flush() {}
  drop() {}
}
const create = async (name, file) => new Logger('rotating', name, file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;
/** Ends a process whose parent has gone. */
const WATCHDOG = `
let timer;
exports.start = (pid) => {
  timer ??= setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`;

/**
 * Fills `cache/name` by `fill`, once. It appears complete or not at all: an interrupted
 * installation is begun anew, and two at the same time do not meet.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 */
export async function installOnce(name, fill) {
  const target = path.join(cache, name);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache)) {
    const pid = entry.startsWith(`${name}.partial-`) && Number(entry.split('-').at(-1));
    if (pid && !isRunning(pid)) rmSync(path.join(cache, entry), { recursive: true, force: true });
  }
  const partial = `${target}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await fill(partial);
  try {
    renameSync(partial, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(partial, { recursive: true, force: true }); // another process was first
  }
  return target;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} folder @param {string[]} args */
async function npmIn(folder, ...args) {
  // npm tells its scripts about this repository through the environment; the folder is not part of it.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(package|lifecycle|config_local)_/.test(key)),
  );
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-engine-strict', '--loglevel=error'];
  const { ok, output, why } = await npm([...args, ...quiet], { cwd: folder, env, timeout: 600_000 });
  if (!ok) {
    throw new Plain(
      `npm could not install what VS Code needs (${why}): is the npm registry within reach?\n${output.trim()}`,
    );
  }
}

/** The Node that a VS Code needs: the one that runs this script, or npm's. @param {string} version */
async function installNode(version) {
  if (process.versions.node.split('.')[0] === version.split('.')[0]) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `${platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${platform}-${process.arch}`;
  const folder = await installOnce(`node-${version}`, async (partial) => {
    writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
    await step(`Installing Node ${version} for VS Code`, () => npmIn(partial, 'install', `${name}@${version}`));
  });
  return path.join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

/**
 * Installs what is not there yet, in about a minute.
 * @returns {Promise<{ node: string, main: string }>} run `main` with `node`
 */
export async function installVSCode() {
  const { vscode, codeServer, node, watchdog, search } = wanted();
  const inside = 'node_modules/code-server/lib/vscode';
  const folder = await installOnce(`vscode-${vscode}`, async (partial) => {
    const server = path.join(partial, inside);
    const packages = [`code-server@${codeServer}`, ...(search ? [search] : [])];
    writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
    await step(`Installing VS Code ${vscode} (1 of 2)`, () => npmIn(partial, 'install', ...packages));
    await step(`Installing VS Code ${vscode} (2 of 2)`, () => npmIn(server, 'install', '--omit=dev'));
    const modules = path.join(server, 'node_modules');
    writeFileSync(path.join(modules, '@vscode/spdlog/index.js'), LOGGER.trimStart());
    writeFileSync(path.join(modules, watchdog, 'index.js'), WATCHDOG.trimStart());
    if (search) {
      const programs = path.join(partial, 'node_modules/@vscode/ripgrep-universal/bin');
      const here = path.join(programs, `${process.platform}-${process.arch}`);
      cpSync(here, path.join(modules, '@vscode/ripgrep/bin'), { recursive: true });
    }
  });
  return { node: await installNode(node), main: path.join(folder, inside, 'out/server-main.js') };
}
