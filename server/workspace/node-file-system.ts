import type { Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { URI } from 'vscode-uri';
import { decode, FileProblem, type FileSystem, maxBytes, skippedFolders } from './file-system.ts';
import type { Log } from './log.ts';
import { NodeWatcher } from './node-watcher.ts';

/** The disk. Answers for `file:` URIs only. */
export class NodeFileSystem implements FileSystem {
  private readonly log: Log;

  constructor(log: Log) {
    this.log = log;
  }

  async read(uri: string): Promise<string> {
    try {
      return decode(await bytesOf(URI.parse(uri).fsPath));
    } catch (error) {
      throw asProblem(error);
    }
  }

  async isFolder(uri: string): Promise<boolean> {
    try {
      return (await stat(URI.parse(uri).fsPath)).isDirectory();
    } catch {
      return false;
    }
  }

  watch(folder: string, changed: (uri: string) => void): { dispose(): void } {
    const watcher = new NodeWatcher((path) => changed(URI.file(path).toString()), this.log);
    void watcher.watch(URI.parse(folder).fsPath);
    return watcher;
  }

  /**
   * Links are followed after everything else, so that a file that is found by its own name keeps it, and by real path, so
   * that a folder which links to itself is walked once.
   */
  async *find(folder: string, wanted: (name: string) => boolean): AsyncIterable<string> {
    const root = URI.parse(folder).fsPath;
    const folders = [root];
    const links: string[] = [];
    const walked = new Set<string>();
    const found = new Set<string>();
    while (true) {
      const next = folders.pop();
      if (next === undefined) {
        const link = links.pop();
        if (link === undefined) return;
        const target = await this.follow(link, wanted(basename(link)));
        if (target?.kind === 'folder') folders.push(link);
        else if (target && wanted(basename(link)) && !found.has(target.path)) {
          found.add(target.path);
          yield URI.file(link).toString();
        }
        continue;
      }
      const real = await this.attempt(next, () => realpath(next));
      if (real === undefined || walked.has(real)) continue;
      walked.add(real);
      for (const entry of (await this.list(next)) ?? []) {
        const path = join(next, entry.name);
        if (entry.isSymbolicLink()) links.push(path);
        else if (entry.isDirectory()) {
          if (!skippedFolders.has(entry.name)) folders.push(path);
        } else if (entry.isFile() && wanted(entry.name)) {
          // The walk through a link may come to a file that has been found already.
          const realFile = join(real, entry.name);
          if (found.has(realFile)) continue;
          found.add(realFile);
          yield URI.file(path).toString();
        }
      }
    }
  }

  private list(folder: string): Promise<Dirent[] | undefined> {
    return this.attempt(folder, () => readdir(folder, { withFileTypes: true }));
  }

  /** A link that leads nowhere is told of where it is called as something that is wanted. */
  private async follow(
    link: string,
    isWanted: boolean,
  ): Promise<{ kind: 'file' | 'folder'; path: string } | undefined> {
    if (!isWanted && !(await exists(link))) return undefined;
    return this.attempt(link, async () => {
      const path = await realpath(link);
      const what = await stat(path);
      if (what.isDirectory()) return { kind: 'folder', path } as const;
      return what.isFile() ? ({ kind: 'file', path } as const) : undefined;
    });
  }

  private async attempt<T>(path: string, action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      this.log.warn(`${path} is left out: ${asProblem(error).message}`);
      return undefined;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => asProblem(error).missing === false,
  );
}

/** Opens before it looks, so that what is measured is what is read; and looks first, since a pipe would never end. */
async function bytesOf(path: string): Promise<Uint8Array> {
  if (!(await stat(path)).isFile()) throw new FileProblem('it is no file');
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new FileProblem(`it has ${(size / 1e6).toFixed(1)} MB, more than ${maxBytes / 1e6}`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function asProblem(error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileProblem('it is not there', true);
  if (code === 'ELOOP') return new FileProblem('it links to itself');
  if (code === 'EACCES' || code === 'EPERM') return new FileProblem('it may not be read');
  return new FileProblem(message ?? String(error));
}
