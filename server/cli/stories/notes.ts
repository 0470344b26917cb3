import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Log } from '../../workspace/log.ts';
import { plain } from '../terminal.ts';
import { isWithin } from './paths.ts';

/** A file from the current folder where it lies in it, else the whole path; with `/` between folders. */
export function shortPath(uri: string): string {
  const file = URI.parse(uri).fsPath;
  const here = process.cwd();
  return (isWithin(here, file) ? path.relative(here, file) : file).split(path.sep).join('/');
}

/** The log of the workspace, as lines on stderr: each once, with paths as the user has them. */
export class Notes implements Log {
  /** How many things could not be read. */
  troubles = 0;
  private readonly lines = new Set<string>();

  info(): void {}

  warn(message: string): void {
    this.troubles++;
    this.say(message);
  }

  error(message: string): void {
    this.warn(message);
  }

  say(message: string): void {
    const short = message.replace(/\bfile:\/\/[^\s]*?(?=:?(?:\s|$))/g, shortPath);
    const line = plain(short.replaceAll(`${process.cwd()}${path.sep}`, '').split('\n')[0]!);
    if (this.lines.has(line)) return;
    this.lines.add(line);
    process.stderr.write(`chekhov: ${line}\n`);
  }

  /** Whether a line has told of a file. */
  said(name: string): boolean {
    return [...this.lines].some((line) => line.startsWith(`${name} `));
  }
}
