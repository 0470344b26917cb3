import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';

/** A folder on disk for one test. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'chekhov-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  get uri(): string {
    return URI.file(this.path).toString();
  }

  /** The URI of a file in it, whether or not it is there. */
  file(name: string): string {
    return URI.file(join(this.path, name)).toString();
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return this.file(name);
  }

  delete(name: string): string {
    rmSync(join(this.path, name), { recursive: true, force: true });
    return this.file(name);
  }

  rename(from: string, to: string): void {
    renameSync(join(this.path, from), join(this.path, to));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
