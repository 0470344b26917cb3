import type { CancellationToken } from 'vscode-languageserver';
import type { Client } from '../lsp/client.ts';
import type { Settings } from '../lsp/settings.ts';
import type { Log } from '../workspace/log.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Reports } from './reports.ts';

/** What a feature works with. */
export interface Session {
  readonly workspace: Workspace;
  readonly client: Client;
  readonly log: Log;
  readonly reports: Reports;
  /** The folder with a page for each rule, as a URI that ends in a slash; undefined where the host has none. */
  readonly rulePages: string | undefined;
  /** The settings that hold for a file, or for the workspace as a whole. */
  settings(uri?: string): Settings;
  /**
   * Resolves when the files that make up the seasons have been read: before that, what is missing may only be unread, and
   * to report it would be a false alarm. Resolves at once where nobody waits any more.
   */
  ready(token: CancellationToken): Promise<void>;
}

/** One method of LSP: a question to the core, and the core's answer in the shape that LSP gives it. */
export interface Feature<P, R> {
  readonly method: string;
  /** What is answered where the feature fails. */
  readonly empty: R;
  /** Nothing in the request hangs on the text as it was when it was sent: see `Guarded`. */
  readonly repeatable?: boolean;
  readonly handle: (params: P, session: Session, token: CancellationToken) => R | Promise<R>;
}

/** A feature whose parameters and answer are its own business: what the list of all features holds. */
// biome-ignore lint/suspicious/noExplicitAny: parameters and answers differ from method to method.
export type AnyFeature = Feature<any, any>;
