/**
 * What Chekhov's server and its clients say to each other beyond LSP: names and plain shapes, nothing else, so that client
 * and server can both import it. Uris are strings as LSP writes them; lines and characters count from 0, in UTF-16 units.
 */

/** What a client may pass as `initializationOptions`. Everything is optional: a plain editor passes nothing. */
export interface ChekhovOptions {
  /** The client has the command `chekhov.goTo` and trusts it in hovers: links in hovers call it. */
  readonly commandLinks?: boolean;
  /** The client answers `chekhov/findFiles` and `chekhov/readFile`, for files that the server cannot reach itself. */
  readonly clientFiles?: boolean;
  /** Settings of the section `chekhov`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The command in hover links. Its arguments are uri, line and character. */
export const goToCommand = 'chekhov.goTo';
export type GoToArguments = readonly [uri: string, line: number, character: number];

/** Request, client to server: an outline of the season of `uri`, or of all seasons. `OutlineParams` → `OutlineRow[]` */
export const outlineRequest = 'chekhov/outline';

export interface OutlineParams {
  readonly by: 'twist' | 'structure' | 'thread';
  readonly uri?: string;
}

export interface OutlineRow {
  /** Unique among the rows of one answer; an edit elsewhere leaves it. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** `season`, `episode`, `act`, `scene`, `thread`, `reveal`, `person`, `group`, or a mark's kind (`setup`, `payoff`, …). */
  readonly kind: string;
  readonly status?: string;
  readonly location?: OutlineLocation;
  /** Left out where there are none. */
  readonly children?: readonly OutlineRow[];
}

/** LSP's `Location`. */
export interface OutlineLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Notification, server to client: what views show may be out of date. It comes once for many changes. No parameters. */
export const changedNotification = 'chekhov/changed';

/** Request, server to client: the files below a folder that match a glob. `FindFilesParams` → `FindFilesResult` */
export const findFilesRequest = 'chekhov/findFiles';

export interface FindFilesParams {
  readonly folder: string;
  /** Relative to the folder, in VS Code's glob syntax. */
  readonly include: string;
  readonly exclude: string;
}

export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Request, server to client: the text of a file, decoded as UTF-8. `ReadFileParams` → `ReadFileResult` */
export const readFileRequest = 'chekhov/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** A file of more bytes is not to be read; answer with a problem. */
  readonly maxBytes: number;
}

/** `missing` where there is no such file; `problem` says in a few words why it cannot be read. */
export type ReadFileResult = { readonly text: string } | { readonly missing: true } | { readonly problem: string };
