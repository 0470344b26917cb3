import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { allFeatures } from '../features/all.ts';
import type { AnyFeature, Session } from '../features/feature.ts';
import { Publisher } from '../features/publish.ts';
import { Reports } from '../features/reports.ts';
import { findFilesRequest, readFileRequest } from '../protocol/files.ts';
import { changedNotification } from '../protocol/season.ts';
import { ClientFileSystem } from '../workspace/client-file-system.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { describe, type Log } from '../workspace/log.ts';
import { routed } from '../workspace/routed-file-system.ts';
import { canonicalFolder } from '../workspace/uris.ts';
import { Workspace } from '../workspace/workspace.ts';
import { Announcer } from './announcer.ts';
import { capabilitiesFor } from './capabilities.ts';
import { type Client, clientOf } from './client.ts';
import { openDocuments } from './documents.ts';
import { guard, unlessCancelled } from './guard.ts';
import { speak, type TextsIn } from './language.ts';
import { showProgress } from './progress.ts';
import { SettingsStore } from './settings-store.ts';
import { askToWatch, listenToFiles } from './watching.ts';

/** What differs between the hosts that the server runs in. */
export interface Host {
  /** The files on disk, where there is one. */
  readonly disk?: (log: Log) => FileSystem;
  readonly version?: string;
  /** The folder with a page for each rule, as a URI that ends in a slash. */
  readonly rulePages?: string;
  /** What the server says, in other languages than English. */
  readonly textsIn?: TextsIn;
}

/**
 * Serves a connection: everything that a server for Node, a web worker or a test has in common. The features can be given,
 * so that a test can put broken ones in their place.
 */
export function serve(connection: Connection, host: Host, features: readonly AnyFeature[] = allFeatures): void {
  const log: Log = connection.console;
  let server: Server | undefined;
  connection.onInitialize((params: InitializeParams) => {
    const client = clientOf(params);
    speak(client.options.texts, params.locale, host.textsIn);
    server = new Server(connection, client, host, log);
    server.listen(features);
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: 'Chekhov', ...(host.version && { version: host.version }) },
    };
  });
  connection.onInitialized(() => server?.start());
  connection.onShutdown(() => server?.stop());
  connection.listen();
}

/** The version of the open document that a request is about, as LSP names it, as `protocol/` does, or in what is resolved. */
function versionOf(workspace: Workspace, params: unknown): number | undefined {
  const { textDocument, uri, data } = (params ?? {}) as Partial<AboutDocument>;
  const about = textDocument?.uri ?? uri ?? data?.uri;
  return typeof about === 'string' ? workspace.document(about)?.version : undefined;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: unknown } | null;
  readonly uri: unknown;
  readonly data: { readonly uri?: unknown } | null;
}

/** One client's session, from `initialize` to `shutdown`. */
class Server {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly log: Log;
  private readonly workspace: Workspace;
  private readonly settings: SettingsStore;
  private readonly session: Session;
  private readonly announcer: Announcer;
  private readonly publisher: Publisher | undefined;
  private folders: readonly string[];
  private ready: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection, client: Client, host: Host, log: Log) {
    this.connection = connection;
    this.client = client;
    this.log = log;
    this.folders = client.folders;
    const fromClient = new ClientFileSystem(
      {
        findFiles: (params) => connection.sendRequest(findFilesRequest, params),
        readFile: (params) => connection.sendRequest(readFileRequest, params),
      },
      log,
    );
    this.workspace = new Workspace({
      files: routed(host.disk?.(log), client.options.clientFiles === true ? fromClient : undefined),
      log,
      watch: !client.watchFiles,
      changed: (change) => this.announcer.note(change),
    });
    this.announcer = new Announcer(
      {
        views: () => this.notify(changedNotification),
        answers: () => this.refresh(),
        anything: () => this.session.reports.changed(),
      },
      () => this.workspace.settled(),
    );
    this.settings = new SettingsStore(connection, client, () => this.configure());
    this.session = this.newSession(host);
    this.publisher = client.pullDiagnostics ? undefined : new Publisher(connection, this.session);
  }

  private newSession({ rulePages }: Host): Session {
    const { workspace, client, log } = this;
    const session: Session = {
      workspace,
      client,
      log,
      rulePages,
      reports: new Reports(() => session),
      settings: (uri) => this.settings.of(uri),
      ready: async (token) => {
        if (workspace.isSettled()) await this.ready;
        else await unlessCancelled(Promise.all([this.ready, workspace.settled()]), token);
      },
    };
    return session;
  }

  /** Everything that a client may send is listened to before it learns what it may send. */
  listen(features: readonly AnyFeature[]): void {
    const { connection, workspace, log } = this;
    openDocuments(workspace).listen(connection);
    listenToFiles(connection, workspace, log);
    for (const feature of features) {
      const { method, empty, repeatable, handle } = feature;
      const guarded = guard(
        {
          method,
          empty,
          handle: (params, token) => handle(params, this.session, token),
          version: (params) => versionOf(workspace, params),
          ...(repeatable && { repeatable }),
        },
        log,
      );
      // A request may come without params, and then the token comes first.
      connection.onRequest(method, (...args: unknown[]) => {
        const token = args.pop() as CancellationToken;
        return guarded(args[0] ?? {}, token);
      });
    }
    connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
      if (this.client.configuration) void this.settings.ask(this.folders);
      else this.settings.take(settings);
    });
  }

  /** The client is there to be asked from now on. */
  start(): void {
    this.ready = this.settings.ask(this.folders);
    this.configure();
    void showProgress(this.connection, this.workspace);
    void this.sayWhenRead();
    void askToWatch(this.connection, this.client, this.log);
    if (this.client.folderChanges) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map((folder) => canonicalFolder(folder.uri));
        const kept = this.folders.filter((folder) => !gone.includes(folder));
        this.folders = [...new Set([...kept, ...added.map((folder) => canonicalFolder(folder.uri))])];
        this.configure();
        void this.settings.ask(this.folders);
      });
    }
  }

  private async sayWhenRead(): Promise<void> {
    const start = performance.now();
    await this.workspace.settled();
    const { files } = this.workspace.progress();
    this.log.info(
      `${files} files in ${this.folders.length} folders, read in ${Math.round(performance.now() - start)} ms`,
    );
  }

  stop(): void {
    this.announcer.dispose();
    this.publisher?.dispose();
    this.session.reports.dispose();
    this.workspace.dispose();
  }

  private configure(): void {
    this.workspace.configure(this.folders, (folder) => this.settings.ofFolder(folder).exclude);
  }

  /** Asks the client to ask again. */
  private refresh(): void {
    const { client, connection } = this;
    if (client.refreshDiagnostics) this.quietly(connection.languages.diagnostics.refresh());
    if (client.refreshTokens) this.quietly(connection.languages.semanticTokens.refresh());
    if (client.refreshLenses) this.quietly(connection.sendRequest(CodeLensRefreshRequest.type));
    if (client.refreshHints) this.quietly(connection.languages.inlayHint.refresh());
  }

  private notify(method: string): void {
    this.quietly(this.connection.sendNotification(method));
  }

  /** A client that is gone, or that cannot do what it said it could, is no reason to stop. */
  private quietly(sent: Promise<unknown>): void {
    sent.catch((error: unknown) => this.log.warn(`The client does not answer: ${describe(error)}`));
  }
}
