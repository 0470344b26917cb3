import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { allFeatures } from '../../../server/features/all.ts';
import type { AnyFeature } from '../../../server/features/feature.ts';
import { serve } from '../../../server/lsp/serve.ts';
import { changedNotification } from '../../../server/protocol/season.ts';
import type { FileSystem } from '../../../server/workspace/file-system.ts';
import type { Log } from '../../../server/workspace/log.ts';
import { NodeFileSystem } from '../../../server/workspace/node-file-system.ts';
import type { Folder } from './folder.ts';
import { connectToWorker } from './worker.ts';

const here = dirname(fileURLToPath(import.meta.url));
export const serverFile = join(here, '../../../dist/server/node.js');

export interface EditorOptions {
  readonly folders?: readonly (Folder | string)[];
  /** What the editor can do, instead of all that it can. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the editor, as LSP has it. */
  readonly locale?: string;
  /** The section `chekhov` of the settings; or a function that gives it for a folder, or for the workspace as a whole. */
  readonly settings?: unknown;
  /** Run the built server as a process of its own, as any editor would. Otherwise it runs here. */
  readonly process?: boolean;
  /** Run the bundle for the web, as a web worker would. */
  readonly worker?: boolean;
  readonly features?: readonly AnyFeature[];
  readonly disk?: (log: Log) => FileSystem;
  /** Called before the server is initialized: it may answer requests. */
  readonly before?: (connection: ProtocolConnection) => void;
}

/** Everything that matters to the server. */
export const everything: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    definition: {},
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** An editor as the server sees it. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess | undefined;
  initialized!: InitializeResult;
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  readonly progress: { readonly kind: string; readonly percentage?: number }[] = [];
  readonly published = new Map<string, readonly Diagnostic[]>();
  changes = 0;
  diagnosticRefreshes = 0;
  tokenRefreshes = 0;
  lensRefreshes = 0;
  hintRefreshes = 0;
  private readonly versions = new Map<string, number>();
  settings: unknown;

  private constructor(connection: ProtocolConnection, process: ChildProcess | undefined, settings: unknown) {
    this.connection = connection;
    this.process = process;
    this.settings = settings;
    connection.onNotification('window/logMessage', ({ message }) => void this.logged.push(message));
    connection.onNotification(changedNotification, () => void this.changes++);
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
    });
    connection.onNotification('$/progress', ({ value }) => void this.progress.push(value));
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => (typeof this.settings === 'function' ? this.settings(scopeUri) : this.settings)),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.diagnosticRefreshes++;
      return null;
    });
    connection.onRequest('workspace/semanticTokens/refresh', () => {
      this.tokenRefreshes++;
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      return null;
    });
    connection.listen();
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = options.worker
      ? new Editor(connectToWorker(), undefined, options.settings)
      : options.process
        ? Editor.ofProcess(options)
        : Editor.here(options);
    options.before?.(editor.connection);
    await editor.initialize(options);
    return editor;
  }

  private static ofProcess({ settings }: EditorOptions): Editor {
    if (!existsSync(serverFile)) throw new Error('The server is not built: npm run build');
    const probe = ['--expose-gc', '--require', join(here, 'heap-probe.cjs')];
    const child = spawn(process.execPath, [...probe, serverFile, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    return new Editor(connection, child, settings);
  }

  private static here({ settings, features, disk }: EditorOptions): Editor {
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const rulePages = 'file:///chekhov/docs/rules/';
    serve(server, { disk: disk ?? ((log) => new NodeFileSystem(log)), rulePages }, features ?? allFeatures);
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    return new Editor(connection, undefined, settings);
  }

  private async initialize(options: EditorOptions): Promise<void> {
    const folders = (options.folders ?? []).map((folder) => ({
      uri: typeof folder === 'string' ? folder : folder.uri,
      name: 'folder',
    }));
    this.initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders.length > 0 ? folders : null,
      capabilities: options.capabilities ?? everything,
      initializationOptions: options.initializationOptions,
      ...(options.locale !== undefined && { locale: options.locale }),
    });
    await this.connection.sendNotification('initialized', {});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = languageOf(uri)): Promise<void> {
    this.versions.set(uri, 1);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, ...contentChanges: readonly unknown[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** 1 created, 2 changed, 3 deleted. */
  async diskChanged(uri: string, type: 1 | 2 | 3): Promise<void> {
    await this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** The bytes in use of the heap of a server that is a process of its own, after a collection. */
  heap(): Promise<number> {
    return new Promise((resolve) => {
      this.process!.once('message', resolve);
      this.process!.send('heap');
    });
  }

  /** A request about a place. */
  at<R>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<R> {
    return this.request(method, { textDocument: { uri }, position: { line, character }, ...more });
  }

  /** A request about a document. */
  about<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.request(method, { textDocument: { uri }, ...more });
  }

  async stop(): Promise<void> {
    await this.request('shutdown', undefined).catch(() => undefined);
    if (this.process) await this.notify('exit', undefined);
    this.connection.dispose();
  }
}

function languageOf(uri: string): string {
  if (/\.(fountain|spmd)$/.test(uri)) return 'fountain';
  return uri.endsWith('.yaml') ? 'yaml' : 'markdown';
}

/** Waits until something is so, and fails with what it was last when it does not come to be. */
export async function until<T>(look: () => T | Promise<T>, is: (value: T) => boolean, patience = 5000): Promise<T> {
  const end = Date.now() + patience;
  while (true) {
    const value = await look();
    if (is(value)) return value;
    if (Date.now() > end) throw new Error(`It did not come to be; it was ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
