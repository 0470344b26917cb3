import { serve } from './lsp/serve.ts';

/**
 * The server, in one file for every host, so that nothing is packed twice. It starts when it is loaded. What a host has of its
 * own is loaded there alone: a web worker could not load Node's modules. Only a worker can import scripts.
 */
const { start }: { start(serveConnection: typeof serve): void } =
  'importScripts' in globalThis ? require('./main.browser.ts') : require('./main.node.ts');
start(serve);
