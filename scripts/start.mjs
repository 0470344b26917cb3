#!/usr/bin/env node
// npm start: builds, and opens VS Code with the extension and the sample study.
//   node scripts/start.mjs [--embedded] [--port N] [--no-open] [FOLDER]
// In the desktop's `code`, where there is one; else, and with any of these options, in an
// embedded VS Code that one looks at in a browser. Ctrl-C ends everything that was started.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { desktopCode, openInBrowser, openInDesktop } from './lib/desktop.mjs';
import { cache, root, sample } from './lib/paths.mjs';
import { portIsFree } from './lib/poll.mjs';
import { npm, runMain } from './lib/processes.mjs';
import { startServer, windowUrl } from './lib/server.mjs';
import { Plain, say, step } from './lib/terminal.mjs';

const USUAL_PORT = 8765; // the same address each time, so that the browser remembers the window's state

const help = `npm start [-- options] [FOLDER]     opens VS Code with Chekhov and the sample (or FOLDER)
  --embedded   in a browser, even where there is VS Code for the desktop
  --port N     the embedded VS Code's port (default: ${USUAL_PORT}, or any free one)
  --no-open    print the address, open no browser`;

/** @param {string | undefined} asked */
async function choosePort(asked) {
  if (asked === undefined) return (await portIsFree(USUAL_PORT)) ? USUAL_PORT : 0;
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Plain(`--port ${asked}: a number from 0 to 65535 is wanted.`);
  if (port && !(await portIsFree(port))) throw new Plain(`Port ${port} is in use: choose another with --port.`);
  return port;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      embedded: { type: 'boolean', default: false },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return say(help);
  const folder = path.resolve(positionals[0] ?? sample);
  if (!existsSync(folder)) throw new Plain(`There is no folder ${folder}.`);
  const port = await choosePort(values.port);

  await step('Building the extension', async () => {
    const { ok, output } = await npm(['run', '--silent', 'build'], { cwd: root });
    if (!ok) throw new Plain(output.trim());
  });

  const embedded = values.embedded || values['no-open'] || values.port !== undefined;
  const code = embedded ? undefined : desktopCode();
  if (code) {
    await openInDesktop(code, root, folder);
    return say(`\n  Opened in ${code}.`);
  }
  const server = await startServer({ data: path.join(cache, 'start'), port });
  const url = windowUrl(server, { folder, extension: root });
  say(`\n  VS Code with Chekhov is at\n\n    ${url}\n\n  Ctrl-C ends it.`);
  if (!values['no-open'] && !(await openInBrowser(url)))
    say('  (No browser could be opened from here: visit the address yourself.)');
  await server.ended;
  throw new Plain(`The VS Code server has ended:\n${server.log()}`);
}

await runMain(main);
