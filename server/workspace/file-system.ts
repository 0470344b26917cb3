/**
 * Files as the workspace needs them. One implementation reads the disk (`node-file-system.ts`), another asks the client
 * (`client-file-system.ts`), for the web and for whatever else the server cannot reach.
 */
export interface FileSystem {
  /** The text of a file, without byte-order mark. Rejects with a `FileProblem`. */
  read(uri: string): Promise<string>;
  /**
   * The files below a folder whose name is `wanted`, each once, whatever links there are. What cannot be listed is logged
   * and left out.
   */
  find(folder: string, wanted: (name: string) => boolean): AsyncIterable<string>;
  /** Whether there is a folder of this name. Never rejects. */
  isFolder(uri: string): Promise<boolean>;
  /**
   * Tells of each file or folder below the folder to which something happens, for editors that do not. Ends when it is
   * disposed.
   */
  watch?(folder: string, changed: (uri: string) => void): { dispose(): void };
}

/** A file of more bytes is no script. */
export const maxBytes = 10_000_000;

/** Folders that hold no one's writing. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Why a file has no text. */
export class FileProblem extends Error {
  readonly missing: boolean;

  constructor(message: string, missing = false) {
    super(message);
    this.name = 'FileProblem';
    this.missing = missing;
  }
}

/** Bytes as text, without byte-order mark: UTF-16 where the mark says so, else UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);
}

/** The same. Throws a `FileProblem` for what is no text. */
export function decode(bytes: Uint8Array): string {
  // As editors and git tell: text has no NUL.
  if (utf16Of(bytes) === undefined && bytes.subarray(0, 8000).includes(0)) throw new FileProblem('it is binary');
  return textOf(bytes);
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** No files at all: only what is open. */
export const noFiles: FileSystem = {
  read: () => Promise.reject(new FileProblem('it is not there', true)),
  async *find() {},
  isFolder: () => Promise.resolve(false),
};
