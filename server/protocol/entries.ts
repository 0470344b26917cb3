// What is done with an entry of a study or a thread of a text.

/**
 * Requests, client to server: what gives an entry another id, and what says of a thread that it is left open, a motif, a red
 * herring, or owes a payoff. They change nothing: the client applies the edit, in one step. `RenameEntryParams`,
 * `ThreadIntentParams` → `EntryEdit`
 */
export const renameEntryRequest = 'chekhov/renameEntry';
export const threadIntentRequest = 'chekhov/threadIntent';

export interface RenameEntryParams {
  /** Of a file of the season. */
  readonly uri: string;
  /** `thread:brass-key` */
  readonly ref: string;
  readonly newName: string;
  /** Only whether the name can be given is asked. */
  readonly check?: boolean;
}

export interface ThreadIntentParams {
  readonly uri: string;
  readonly thread: string;
  readonly intent: 'open' | 'motif' | 'herring' | 'owed';
}

export interface EntryEdit {
  /** LSP's `WorkspaceEdit`. Left out where there is nothing to change. */
  readonly edit?: object;
  /** Why it cannot be done. */
  readonly refused?: string;
}
