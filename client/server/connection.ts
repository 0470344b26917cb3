import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, WorkspaceEdit } from 'vscode-languageclient';
import type { ChekhovOptions } from '../../server/protocol/client.ts';
import { findFilesRequest, type ReadFileResult, readFileRequest } from '../../server/protocol/files.ts';
import { changedNotification } from '../../server/protocol/season.ts';
import { isTrusted } from '../links.ts';
import type { Stories } from '../stories.ts';
import { walkthroughMiddleware } from '../walkthrough-progress.ts';
import { findFiles, readFile } from './files.ts';
import { Gate } from './gate.ts';
import { renameMiddleware } from './refused-renames.ts';
import { TypedAnnotation } from './typed-annotation.ts';

export type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * The language server, started when first needed. Here and below, the language client is imported for its types alone: the
 * host's entry loads it when there is something to do.
 */
export class Connection implements vscode.Disposable {
  readonly #makeClient: ClientFactory;
  readonly #stories: Stories;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #client: Promise<BaseLanguageClient> | undefined;

  /** What views show may be out of date, or the server has (again) begun to answer. */
  readonly onDidChange = this.#changed.event;

  constructor(makeClient: ClientFactory, stories: Stories, log: vscode.LogOutputChannel) {
    this.#makeClient = makeClient;
    this.#stories = stories;
    this.#log = log;
  }

  /** Resolves when the server answers. After a failure, the next call tries again. */
  async start(): Promise<BaseLanguageClient | undefined> {
    this.#client ??= this.#launch();
    try {
      return await this.#client;
    } catch (error) {
      this.#client = undefined;
      this.#log.error('The language server could not be started.', error);
      return undefined;
    }
  }

  /** Undefined where there is no server to ask, or it failed; that is logged. */
  async request<R>(method: string, params: unknown): Promise<R | undefined> {
    const client = await this.start();
    try {
      return await client?.sendRequest<R>(method, params);
    } catch (error) {
      this.#log.error(`${method} failed.`, error);
      return undefined;
    }
  }

  /** Applies LSP's `WorkspaceEdit` in one step; says whether it was. */
  async applyEdit(edit: object): Promise<boolean> {
    const client = await this.start();
    const converted = await client?.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
    return converted !== undefined && (await vscode.workspace.applyEdit(converted));
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    if (client?.needsStop()) await client.stop();
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }

  async #launch(): Promise<BaseLanguageClient> {
    const gate = new Gate(this.#stories);
    const typed = new TypedAnnotation(() => client.getFeature('textDocument/diagnostic')?.refresh());
    const client = await this.#makeClient(clientOptions(gate, typed, this.#log));
    this.#disposables.push(
      typed,
      client.onRequest<ReadFileResult, void>(readFileRequest, readFile),
      client.onRequest(findFilesRequest, findFiles),
      client.onNotification(changedNotification, () => this.#changed.fire()),
      client.onDidChangeState(() => {
        if (client.isRunning()) this.#changed.fire();
        else gate.forget();
      }),
      this.#stories.onDidChangeStudies(() => gate.admit(client)),
    );
    await client.start();
    return client;
  }
}

function clientOptions(gate: Gate, typed: TypedAnnotation, log: vscode.LogOutputChannel): LanguageClientOptions {
  const options: ChekhovOptions = {
    commandLinks: true,
    lensCommands: true,
    suggestCommand: 'editor.action.triggerSuggest',
    clientFiles: true,
    // VS Code has read them already. In English there are none.
    texts: vscode.l10n.bundle,
  };
  return {
    documentSelector: [
      { language: 'fountain' },
      { language: 'markdown' },
      { language: 'yaml', pattern: '**/*.study.yaml' },
    ],
    initializationOptions: options,
    outputChannel: log,
    markdown: { isTrusted, supportHtml: false },
    middleware: { ...gate.middleware, ...typed.middleware, ...walkthroughMiddleware, ...renameMiddleware },
  };
}
