import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { TextsIn } from './lsp/language.ts';
import type { serve } from './lsp/serve.ts';
import { WholeMessages } from './whole-messages.node.ts';
import { describe } from './workspace/log.ts';
import { NodeFileSystem } from './workspace/node-file-system.ts';

/** The folder of the extension, or of the package that the server came in. */
const root = path.join(__dirname, '../..');

/** The server as a process: `node dist/server/node.js --stdio`, or `--node-ipc`, `--socket=…`, `--pipe=…`. */
export function start(serveConnection: typeof serve): void {
  const ways = ['--stdio', '--node-ipc', '--socket', '--pipe'];
  if (
    !process.argv.slice(2).some((argument) => ways.some((way) => argument === way || argument.startsWith(`${way}=`)))
  ) {
    process.stderr.write('Chekhov’s language server is started by an editor. Usage: node server/node.js --stdio\n');
    process.exit(2);
  }
  // It ends the process when the client goes: at `exit`, when the stream closes, when the client's process is no more.
  const connection = process.argv.includes('--stdio') ? overStdio() : createConnection(ProposedFeatures.all);
  // What slips through every guard is a bug, but no reason to leave the writer without a server.
  process.on('uncaughtException', (error) => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(1);
    connection.console.error(`Unexpected: ${describe(error)}`);
  });
  process.on('unhandledRejection', (error) => connection.console.error(`Unexpected: ${describe(error)}`));
  const rulePages = `${pathToFileURL(path.join(root, 'docs/rules')).href}/`;
  serveConnection(connection, { disk: (log) => new NodeFileSystem(log), rulePages, textsIn });
}

function overStdio(): Connection {
  // What a library says must not come between the messages.
  globalThis.console = new console.Console(process.stderr);
  return createConnection(ProposedFeatures.all, process.stdin, new WholeMessages(process.stdout));
}

/** The file of `l10n/` for a language; English has none that is needed. */
const textsIn: TextsIn = (language) => {
  try {
    return JSON.parse(readFileSync(path.join(root, `l10n/bundle.l10n.${language}.json`), 'utf8'));
  } catch {
    return undefined;
  }
};
