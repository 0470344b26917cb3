import { pause } from './breath.ts';
import { FileProblem, type FileSystem, skippedFolders } from './file-system.ts';
import { kindOfFile } from './kinds.ts';
import { describe, type Log } from './log.ts';
import { Pending } from './pending.ts';
import { canonical, liesIn } from './uris.ts';

export type DiskChange = 'created' | 'changed' | 'deleted';

export interface DiskOptions {
  readonly files: FileSystem;
  readonly log: Log;
  /** Nobody else tells of changes. */
  readonly watch: boolean;
  /** The file is of interest: it is not open, and as far as its name and the studies say it is one of ours. */
  readonly wants: (uri: string) => boolean;
  /** The text of a file that is wanted. */
  readonly take: (uri: string, text: string) => void;
  /** There is no such file, or it cannot be read, or it is not wanted. */
  readonly lost: (uri: string) => void;
}

/**
 * A file that takes longer to read cannot be read: the others must not wait for it. Counted in ticks, since of the time in
 * which this process is busy itself no more than one passes: a file is not to blame for that.
 */
const patience = 80;
/** In milliseconds. */
const tick = 250;
/** So many files are asked for at a time. They are parsed one after the other. */
const atOnce = 8;

/**
 * The files in the workspace folders: they are found, read, and read again when someone says that they changed. Whatever
 * is said, what counts is what is there when one looks; so a message that is late, wrong or doubled does no harm.
 */
export class Disk {
  private readonly options: DiskOptions;
  private readonly found = new Set<string>();
  private readonly pending = new Pending((uri) => this.refresh(uri), atOnce);
  private readonly watches = new Map<string, { dispose(): void }>();
  private folders: readonly string[] = [];
  private disposed = false;

  constructor(options: DiskOptions) {
    this.options = options;
  }

  /** Files that may be ours, open or not, wanted or not. */
  uris(): Iterable<string> {
    return this.found;
  }

  /** What is new is read; what is gone is forgotten. */
  setFolders(folders: readonly string[]): void {
    const added = folders.filter((folder) => !this.folders.includes(folder));
    this.folders = folders;
    for (const uri of [...this.found]) {
      if (liesIn(folders, uri)) continue;
      this.found.delete(uri);
      this.pending.add(uri);
    }
    for (const folder of added) void this.walk(folder);
    if (this.options.watch) this.watch(folders);
  }

  /** Something happened to a file, or to a folder of files. */
  changed(uri: string, change: DiskChange): void {
    const key = canonical(uri);
    if (!this.isOurs(key)) return;
    if (kindOfFile(key) !== undefined) {
      this.found.add(key);
      this.read(key);
    }
    if (change === 'deleted') for (const file of this.found) if (liesIn([key], file)) this.pending.add(file);
    if (change === 'created' && kindOfFile(key) === undefined) {
      void this.pending.during(async () => {
        if (await this.options.files.isFolder(key)) await this.walk(key);
      });
    }
  }

  /** A file is to be read: it is wanted now, or was closed. */
  read(uri: string): void {
    if (kindOfFile(uri) !== undefined && this.isOurs(uri)) this.found.add(uri);
    this.pending.add(uri, kindOfFile(uri) === 'study');
  }

  /** Resolves when everything that has been seen is known: the first indexing, and all that changed since. */
  settled(): Promise<void> {
    return this.pending.idle();
  }

  isSettled(): boolean {
    return this.pending.isIdle();
  }

  /** How many files are known to be there, and how many of them are still to be read. */
  progress(): { readonly files: number; readonly left: number } {
    return { files: this.found.size, left: this.pending.size };
  }

  dispose(): void {
    this.disposed = true;
    for (const watch of this.watches.values()) watch.dispose();
  }

  /** The text of a file. Rejects with a `FileProblem`. */
  async text(uri: string): Promise<string> {
    let timer: ReturnType<typeof setInterval> | undefined;
    const late = new Promise<never>((_, reject) => {
      let ticks = 0;
      timer = setInterval(() => {
        if (++ticks >= patience) reject(new FileProblem('it takes too long to read'));
      }, tick);
    });
    try {
      const text = await Promise.race([this.options.files.read(uri), late]);
      await pause();
      return text;
    } finally {
      clearInterval(timer);
    }
  }

  private isOurs(uri: string): boolean {
    return liesIn(this.folders, uri) && !uri.split('/').some((part) => skippedFolders.has(part));
  }

  private watch(folders: readonly string[]): void {
    for (const [folder, watch] of this.watches) {
      if (folders.includes(folder)) continue;
      watch.dispose();
      this.watches.delete(folder);
    }
    for (const folder of folders) {
      if (this.watches.has(folder)) continue;
      const watch = this.options.files.watch?.(folder, (uri) => {
        // It may have come or gone: one of the two is true, and the other does no harm.
        this.changed(uri, 'deleted');
        this.changed(uri, 'created');
      });
      if (watch) this.watches.set(folder, watch);
    }
  }

  private walk(folder: string): Promise<void> {
    const { files, log } = this.options;
    return this.pending.during(async () => {
      try {
        for await (const uri of files.find(folder, (name) => kindOfFile(name) !== undefined)) {
          if (this.disposed) return;
          this.read(canonical(uri));
          await pause();
        }
      } catch (error) {
        log.error(`${folder} cannot be walked: ${describe(error)}`);
      }
    });
  }

  /** Makes what is known of a file agree with the file. Never rejects. */
  private async refresh(uri: string): Promise<void> {
    const { log, wants, take, lost } = this.options;
    if (this.disposed) return;
    try {
      if (!this.found.has(uri) || !wants(uri)) {
        lost(uri);
        return;
      }
      const text = await this.text(uri);
      // It may have been opened, or lost, meanwhile.
      if (!this.disposed && this.found.has(uri) && wants(uri)) take(uri, text);
    } catch (error) {
      if (!(error instanceof FileProblem)) log.error(`${uri}: ${describe(error)}`);
      else if (!error.missing) log.warn(`${uri} is skipped: ${error.message}.`);
      else this.found.delete(uri);
      lost(uri);
    }
  }
}
