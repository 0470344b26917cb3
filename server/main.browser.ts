import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { serve } from './lsp/serve.ts';

declare const self: DedicatedWorkerGlobalScope;

/** The server as a web worker. It has no disk: the client reads files for it. */
export function start(serveConnection: typeof serve): void {
  serveConnection(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {});
}
