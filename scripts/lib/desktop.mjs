// What is installed on the desktop: VS Code, and whatever opens an address.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { Plain } from './terminal.mjs';

/**
 * An executable on the PATH.
 * @param {string} name
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv }} [on] this machine unless told
 */
export function onPath(name, { platform = process.platform, env = process.env } = {}) {
  const endings = platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    for (const ending of folder ? endings : []) {
      const file = path.join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {} // not here
    }
  }
}

/**
 * The desktop's VS Code. Inside a remote window's terminal `code` is another program, which
 * cannot load an extension under development.
 * @param {Parameters<typeof onPath>[1]} [on]
 */
export const desktopCode = (on) => ((on?.env ?? process.env).VSCODE_IPC_HOOK_CLI ? undefined : onPath('code', on));

/** Opens a window; `code` returns at once. @param {string} code @param {string} extension @param {string} folder */
export async function openInDesktop(code, extension, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
  const shell = process.platform === 'win32'; // where `code` is a batch file
  const quoted = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  // Not supervised: the window is the user's own, and stays.
  const child = spawn(quoted(code), args.map(quoted), { stdio: ['ignore', 'ignore', 'inherit'], shell });
  const exit = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  if (exit !== 0) throw new Plain(`${code} could not open the window (${exit}); --embedded does without it.`);
}

/** Opens the default browser; false where there is none to be found. @param {string} url @returns {Promise<boolean>} */
export function openInBrowser(url) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return Promise.resolve(false);
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : ['xdg-open', [url]];
  return new Promise((resolve) => {
    // Not supervised: the browser is the user's own, and stays.
    const child = spawn(/** @type {string} */ (command), /** @type {string[]} */ (args), {
      stdio: 'ignore',
      detached: true,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    setTimeout(resolve, 3_000, true).unref();
    child.unref();
  });
}
