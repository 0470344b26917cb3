import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const SERVER = path.resolve('dist/server/node.js');
const PROBE = path.resolve('bench/server/probe.cjs');

const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] }, contextSupport: true },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

export interface Usage {
  readonly heapUsed: number;
  readonly rss: number;
  /** The most that it ever was. */
  readonly peakRss: number;
  /** What the process has had of processors so far, all its threads, in milliseconds. */
  readonly processor: number;
}

/** The built server as a process of its own, and an editor that talks to it over stdio. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #child: ChildProcess;
  readonly #versions = new Map<string, number>();
  /** From the start of the process to its answer to `initialize`, in milliseconds. */
  readyAfter = 0;
  capabilities!: InitializeResult['capabilities'];

  private constructor(probe: boolean) {
    const flags = probe ? ['--expose-gc', '--require', PROBE] : [];
    const channel = probe ? (['ipc'] as const) : [];
    this.#child = spawn(process.execPath, [...flags, SERVER, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', ...channel],
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#child.stdout!),
      new StreamMessageWriter(this.#child.stdin!),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    for (const method of [
      'client/registerCapability',
      'workspace/diagnostic/refresh',
      'workspace/semanticTokens/refresh',
    ])
      this.connection.onRequest(method, () => null);
    this.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      // What goes wrong would otherwise be measured as if it were an answer.
      if (type <= 2) throw new Error(`The server says: ${message}`);
    });
    this.connection.listen();
  }

  /** @param probe whether it can be asked for its `usage`, which makes its start longer */
  static async start(folder: string, probe = true): Promise<Client> {
    const start = performance.now();
    const client = new Client(probe);
    const { capabilities: offered } = await client.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'bench' }],
      capabilities,
    });
    client.readyAfter = performance.now() - start;
    client.capabilities = offered;
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'fountain', version: 1, text };
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  change(uri: string, change: object): Promise<void> {
    const version = this.#versions.get(uri)! + 1;
    this.#versions.set(uri, version);
    const params = { textDocument: { uri, version }, contentChanges: [change] };
    return this.connection.sendNotification('textDocument/didChange', params);
  }

  /** Memory is that after a full collection of garbage, which does not count to the processor's time. */
  usage(): Promise<Usage> {
    return new Promise((resolve) => {
      this.#child.once('message', (message) => resolve(message as Usage));
      this.#child.send('usage');
    });
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.request('shutdown', undefined);
    await this.connection.sendNotification('exit');
    await gone;
    this.connection.dispose();
  }
}
