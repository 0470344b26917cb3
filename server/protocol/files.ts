// What files are, and the files that only the client can reach.

/** Request, client to server: what a file is, where its name alone does not say. `FileKindParams` → `FileKindResult` */
export const fileKindRequest = 'chekhov/fileKind';

export interface FileKindParams {
  readonly uri: string;
}

/** Null for a file that is no part of any story. */
export type FileKindResult = 'script' | 'treatment' | 'study' | null;

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
