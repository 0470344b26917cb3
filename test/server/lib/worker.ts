import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  Disposable,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

const file = join(dirname(fileURLToPath(import.meta.url)), '../../../dist/server/browser.js');

/** What a web worker has, as far as a server may want it; no Node. */
const globals = {
  importScripts: () => {},
  clearInterval,
  clearTimeout,
  console,
  crypto,
  MessageChannel,
  performance,
  queueMicrotask,
  setInterval,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
};

/** Runs the server's bundle for the web as a worker would, and connects to it. */
export function connectToWorker(): ProtocolConnection {
  const toClient = new Reader();
  const scope: { onmessage?: (event: { data: unknown }) => void } & Record<string, unknown> = {
    ...globals,
    postMessage: (message: Message) => setTimeout(() => toClient.receive(message)),
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  scope.self = scope;
  runInContext(readFileSync(file, 'utf8'), createContext(scope), { filename: file });
  // Messages are copied from one world to the other.
  const toServer = new Writer((message) => scope.onmessage?.({ data: JSON.parse(JSON.stringify(message)) }));
  return createProtocolConnection(toClient, toServer);
}

class Reader extends AbstractMessageReader {
  private callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.callback = callback;
    return Disposable.create(() => {
      this.callback = undefined;
    });
  }

  receive(message: Message): void {
    this.callback?.(JSON.parse(JSON.stringify(message)));
  }
}

class Writer extends AbstractMessageWriter {
  private readonly send: (message: Message) => void;

  constructor(send: (message: Message) => void) {
    super();
    this.send = send;
  }

  async write(message: Message): Promise<void> {
    setTimeout(() => this.send(message));
  }

  end(): void {}
}
