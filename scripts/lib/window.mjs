// A window of a real VS Code in a headless browser, with an extension under development in
// the Node or in the web-worker extension host.
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { poll } from './poll.mjs';
import { atEnd, temporaryFolder } from './processes.mjs';
import { startServer, windowUrl } from './server.mjs';

const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};
const served = '/__extension'; // on the server's own origin: the page's content policy admits no other

/** What every window complains about: there is no gallery, no sign-in and no service worker here. */
const harmless =
  /ENOTFOUND|ERR_NAME_NOT_RESOLVED|authentication provider|ServiceWorker|Service Worker|status of 404|bad HTTP response code/;

/** How many milliseconds a window may take to open, on a machine that is busy with other things. */
const patient = { timeout: 120_000 };

/** @typedef {'node' | 'web'} Host which extension host runs the extension */

/**
 * Makes the workbench run the extension (and tests) in the web worker, by what its page says about itself.
 * @param {import('playwright-core').Page} page
 * @param {string} origin
 * @param {string} extension folder
 * @param {string} [tests] a bundled file
 */
async function serveToWebWorker(page, origin, extension, tests) {
  await page.context().route(
    (url) => url.origin === origin && url.pathname.startsWith(`${served}/`),
    async (route) => {
      const rest = decodeURIComponent(new URL(route.request().url()).pathname.slice(served.length + 1));
      const file = rest === '__tests.js' && tests ? tests : path.join(extension, rest);
      try {
        await route.fulfill({
          body: readFileSync(file),
          contentType: types[path.extname(file)] ?? 'application/octet-stream',
        });
      } catch {
        await route.fulfill({ status: 404 });
      }
    },
  );
  const at = (/** @type {string} */ file) => ({ scheme: 'http', authority: new URL(origin).host, path: file });
  await page.context().route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const setting = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
      const body = (await response.text()).replace(setting, (_, head, json) => {
        const configuration = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
        configuration.developmentOptions = {
          ...configuration.developmentOptions,
          extensions: [at(served)],
          ...(tests && { extensionTestsPath: at(`${served}/__tests.js`) }),
        };
        return `${head}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
      });
      await route.fulfill({ response, body });
    },
  );
}

/**
 * Opens a window; `close` ends all that was started for it.
 * @param {object} options
 * @param {Host} [options.host]
 * @param {string | null} [options.folder] to be copied and opened; null: no folder
 * @param {boolean} [options.copy] false: the folder itself is opened
 * @param {string} [options.extension] folder of the extension under development
 * @param {string} [options.vsix] instead: a packed extension, which is installed
 * @param {string} [options.tests] bundled tests to run in the extension host
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.trusted]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {number} [options.scale] device pixels per pixel
 * @param {string} [options.language] in which extensions speak, as `de`; VS Code's own words stay English without a language pack
 * @param {(type: string, args: unknown[]) => void} [options.onLog] what tests in the extension host write to the console
 */
export async function openWindow({
  host = 'node',
  folder,
  copy = true,
  vsix,
  extension = vsix ? undefined : root,
  tests,
  settings,
  trusted,
  viewport = { width: 1400, height: 900 },
  scale = 1,
  language,
  onLog = () => {},
}) {
  const executablePath = await ensureBrowser();
  const { folder: temporary, remove } = temporaryFolder('window');
  let opened = folder ? path.resolve(folder) : undefined;
  if (opened && copy) {
    const target = path.join(temporary, 'work', path.basename(opened));
    cpSync(opened, target, { recursive: true });
    opened = target;
  }
  const server = await startServer({ data: path.join(temporary, 'data'), settings, trusted, vsix });
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      ...[
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
      ],
      ...['--disable-component-update', '--disable-sync', '--disable-features=LocalNetworkAccessChecks'],
    ],
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }, // processes.mjs does
  });
  const closeBrowser = atEnd(() => browser.close());
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const page = await context.newPage();
  if (language) {
    await page.addInitScript((told) => {
      // What a language pack would set. VS Code's English words come after this, and would set it back.
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => told, set: () => undefined });
    }, language);
  }
  /** @type {string[]} what the page complained about, for whoever looks for the cause of a failure */
  const complaints = [];
  const complain = (/** @type {string} */ text) => harmless.test(text) || complaints.push(text);
  page.on('pageerror', (error) => complain(String(error.stack ?? error)));
  page.on('console', (message) => message.type() === 'error' && complain(message.text()));
  /** @type {Promise<number>} the exit code of a test run, which the workbench tells */
  const finished = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', onLog);
  if (host === 'web' && extension) await serveToWebWorker(page, server.origin, extension, tests);
  await page.goto(
    windowUrl(server, host === 'web' ? { folder: opened } : { folder: opened, extension, tests }),
    patient,
  );
  await poll('the VS Code window', () => page.locator('.monaco-workbench .statusbar').isVisible(), patient);
  return {
    page,
    server,
    /** Opens a second window on the same folder. */
    async another() {
      const other = await context.newPage();
      await other.goto(page.url(), patient);
      await poll('the second window', () => other.locator('.monaco-workbench .statusbar').isVisible(), patient);
      return other;
    },
    /** The folder that is open, for tests that change files on disk. */
    folder: opened,
    /** A folder for anything else that a test puts on disk. */
    temporary,
    complaints,
    finished,
    async close() {
      await closeBrowser();
      await server.stop();
      await remove();
    },
  };
}
