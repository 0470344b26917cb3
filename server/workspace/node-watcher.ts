import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { skippedFolders } from './file-system.ts';
import type { Log } from './log.ts';

/** A tree of so many folders is watched; systems give out only so many watches. */
const mostFolders = 4000;

/**
 * Watches a folder and those in it, for editors that do not. Each folder is watched by itself: watching a whole tree in one
 * go is not to be had on Linux. Links are not followed.
 */
export class NodeWatcher {
  private readonly folders = new Map<string, FSWatcher>();
  private readonly changed: (path: string) => void;
  private readonly log: Log;
  private disposed = false;

  constructor(changed: (path: string) => void, log: Log) {
    this.changed = changed;
    this.log = log;
  }

  /** Never rejects: what cannot be watched is not. */
  async watch(folder: string): Promise<void> {
    if (this.disposed || this.folders.has(folder)) return;
    if (this.folders.size >= mostFolders) {
      if (this.folders.size === mostFolders) this.log.warn(`${folder} and other folders are not watched: too many.`);
      return;
    }
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== null) void this.happened(join(folder, name));
      });
      watcher.on('error', () => this.forget(folder));
      this.folders.set(folder, watcher);
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) await this.watch(join(folder, entry.name));
      }
    } catch (error) {
      this.forget(folder);
      this.log.warn(`${folder} is not watched: ${String(error)}`);
    }
  }

  dispose(): void {
    this.disposed = true;
    for (const folder of [...this.folders.keys()]) this.forget(folder);
  }

  private async happened(path: string): Promise<void> {
    if (this.disposed) return;
    const isFolder = await stat(path).then(
      (what) => what.isDirectory(),
      () => undefined,
    );
    // A folder that was taken away and made anew has a watcher that watches nothing.
    if (isFolder !== true) this.forget(path);
    else if (!skippedFolders.has(basename(path))) await this.watch(path);
    this.changed(path);
  }

  private forget(folder: string): void {
    this.folders.get(folder)?.close();
    this.folders.delete(folder);
  }
}
