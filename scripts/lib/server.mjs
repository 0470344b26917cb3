// The VS Code server: a window of it opens in any browser that visits its address.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installVSCode } from './install.mjs';
import { within } from './poll.mjs';
import { run, start } from './processes.mjs';
import { Plain } from './terminal.mjs';

/** Settings of every window that is opened for development. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
};

/**
 * @typedef {{ origin: string, port: number, log: () => string, stop: () => Promise<void>, ended: Promise<unknown> }} Server
 *
 * @param {object} options
 * @param {string} options.data folder for settings and state, which may be there already
 * @param {number} [options.port] any free one unless told
 * @param {Record<string, unknown>} [options.settings] the user's first settings
 * @param {boolean} [options.trusted] false: folders open in Restricted Mode
 * @param {string} [options.vsix] a packed extension to install first
 * @returns {Promise<Server>}
 */
export async function startServer({ data, port = 0, settings = {}, trusted = true, vsix }) {
  const { node, main } = await installVSCode();
  const user = path.join(data, 'user/User');
  mkdirSync(user, { recursive: true });
  const file = path.join(user, 'settings.json'); // where it is there already, it is the user's
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ ...quiet, ...settings }, null, 2)}\n`);
  if (vsix) {
    const { ok, output } = await run(node, [main, '--install-extension', vsix, '--server-data-dir', data]);
    if (!ok) throw new Plain(`${vsix} could not be installed:\n${output.trim()}`);
  }
  const running = start(node, [
    main,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', data, '--user-data-dir', path.join(data, 'user'), '--telemetry-level', 'off'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    '--enable-smoke-test-driver', // else a built VS Code loads no extension under development
  ]);
  let log = '';
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    for (const stream of [running.stdout, running.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        log = (log + text).slice(-100_000);
        const ready = /Extension host agent listening on (\d+)/.exec(log);
        if (ready) resolve(Number(ready[1]));
      });
    }
    void running.ended.then((how) => reject(new Error(`the VS Code server ended (${JSON.stringify(how)}):\n${log}`)));
  });
  const actual = await within('starting the VS Code server', listening, 120_000);
  const origin = `http://localhost:${actual}`;
  return { origin, port: actual, log: () => log, stop: running.stop, ended: running.ended };
}

/** A path as a URI has it. @param {string} file */
const uriPath = (file) => (path.sep === '/' ? file : `/${file.replaceAll('\\', '/')}`);

/**
 * The address of a window.
 * @param {Server} server
 * @param {object} what
 * @param {string} [what.folder] to open
 * @param {string} [what.extension] folder of an extension under development, for the Node extension host
 * @param {string} [what.tests] tests to run there
 */
export function windowUrl(server, { folder, extension, tests }) {
  const remote = (/** @type {string} */ file) => `vscode-remote://localhost:${server.port}${encodeURI(uriPath(file))}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({
    ...(folder ? { folder: uriPath(folder) } : { ew: 'true' }),
    payload: JSON.stringify(payload),
  });
  return `${server.origin}/?${query}`;
}
