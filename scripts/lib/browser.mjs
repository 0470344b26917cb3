// A browser of Chromium's kind to show VS Code in: the one that is there, else one that is installed.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './processes.mjs';
import { Plain, step } from './terminal.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'msedge',
];

/**
 * Where browsers usually are, best first.
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv }} [on] this machine unless told
 * @returns {string[]}
 */
export function usualPlaces({ platform = process.platform, env = process.env } = {}) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', `${env.HOME}/Applications`].map((at) => `${at}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((file) => programs.map((at) => `${at}\\${file}`));
  }
  const folders = [
    ...(env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
    '/snap/bin',
  ];
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => `${folder}/${name}`));
}

/** The browser that is there: `CHROME_PATH`, one in a usual place, or an earlier download of Playwright's. */
export function findBrowser() {
  const told = process.env.CHROME_PATH;
  if (told && !existsSync(told))
    throw new Plain(`CHROME_PATH is ${told}, where there is no file: set it to Chrome, Chromium or Edge.`);
  return told || [...usualPlaces(), chromium.executablePath()].find((file) => existsSync(file));
}

/** Debian's own package is a browser; Ubuntu's of the same name is a pointer to a snap. */
function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installBrowser() {
  const asRoot = process.getuid?.() === 0;
  const attempts = [];
  if (isDebian() && asRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    attempts.push([
      'Installing Chromium (apt-get)',
      async () => {
        await run('apt-get', ['update', '-qq'], { env });
        return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
          env,
          timeout: 600_000,
        });
      },
    ]);
  }
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const withLibraries = process.platform === 'linux' && asRoot ? ['--with-deps'] : [];
  attempts.push([
    'Downloading Chromium (Playwright)',
    () => run(process.execPath, [cli, 'install', ...withLibraries, 'chromium'], { timeout: 600_000 }),
  ]);
  for (const [label, install] of attempts) {
    const { ok } = await step(label, install, (result) => (result.ok ? 'done' : 'failed'));
    const found = ok && findBrowser();
    if (found) return found;
  }
  throw new Plain(
    'No browser to show VS Code in, and none could be installed: install Chrome, Chromium or Edge, or set CHROME_PATH to its executable.',
  );
}

/** The path of a browser; installs one where there is none. */
export const ensureBrowser = async () => findBrowser() ?? installBrowser();
