import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { kindOfFile } from '../../workspace/kinds.ts';
import { canonical } from '../../workspace/uris.ts';
import { UsageError } from '../usage-error.ts';

/** A PATH of the command line. */
export interface StoryPath {
  /** As the user wrote it. */
  readonly given: string;
  /** Canonical. */
  readonly uri: string;
  readonly isFolder: boolean;
  /** What stands for the workspace folder: studies are looked for up to here, and settings in it. */
  readonly root: string;
  /** The folder that has to be read for everything of the seasons of the path to be known. */
  readonly load: string;
}

/** Throws a `UsageError` that names every path that is not there, or is none of ours by its name. */
export async function storyPaths(given: readonly string[]): Promise<StoryPath[]> {
  const problems: string[] = [];
  const paths: StoryPath[] = [];
  for (const one of given) {
    const absolute = path.resolve(one);
    const what = await stat(absolute).catch(() => undefined);
    if (what === undefined) problems.push(`${one} is not there`);
    else if (!what.isDirectory() && kindOfFile(absolute) === undefined) problems.push(notOurs(one));
    else paths.push(await storyPath(one, absolute, what.isDirectory()));
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return paths;
}

/** A file that need not be there: what is read from stdin is to count as it. */
export async function pathNamed(name: string): Promise<StoryPath> {
  if (kindOfFile(path.resolve(name)) === undefined) throw new UsageError(notOurs(name));
  return storyPath(name, path.resolve(name), false);
}

export function uriOf(absolute: string): string {
  return canonical(URI.file(absolute).toString()).replace(/\/+$/, '');
}

function notOurs(name: string): string {
  return `${name} is no script, treatment or study: names end in .fountain, .spmd, .treatment, .md or .study.yaml`;
}

async function storyPath(given: string, absolute: string, isFolder: boolean): Promise<StoryPath> {
  const folder = isFolder ? absolute : path.dirname(absolute);
  const root = await rootOf(folder);
  return { given, uri: uriOf(absolute), isFolder, root: uriOf(root), load: uriOf(await loadFolder(folder, root)) };
}

/**
 * The project that a folder belongs to: the nearest folder, from it up, that is a repository or has settings. Where there is
 * none, the highest of the folder itself, the current folder, and the nearest folder that has a study.
 */
async function rootOf(folder: string): Promise<string> {
  const above = [...foldersUp(folder)];
  const project = above.find(
    (one) => existsSync(path.join(one, '.git')) || existsSync(path.join(one, '.vscode/settings.json')),
  );
  if (project !== undefined) return project;
  let root = isWithin(process.cwd(), folder) ? process.cwd() : folder;
  for (const one of above) {
    if (!(await hasStudy(one))) continue;
    if (isWithin(one, root)) root = one;
    break;
  }
  return root;
}

/** The highest folder up to the root that has a study, which may apply to everything below; else the folder itself. */
async function loadFolder(folder: string, root: string): Promise<string> {
  let load = folder;
  for (const above of foldersUp(folder)) {
    if (await hasStudy(above)) load = above;
    if (above === root) break;
  }
  return load;
}

async function hasStudy(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => kindOfFile(name) === 'study');
}

function* foldersUp(folder: string): Generator<string> {
  for (let above = folder; ; above = path.dirname(above)) {
    yield above;
    if (path.dirname(above) === above) return;
  }
}

/** Whether an absolute path is a folder or lies in it. */
export function isWithin(folder: string, absolute: string): boolean {
  const relative = path.relative(folder, absolute);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}
