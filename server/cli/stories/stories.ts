import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { defaultSettings as catalogueDefaults } from '../../core/season/catalogue.ts';
import { byName, pathWithin } from '../../core/season/paths.ts';
import type { Session } from '../../features/feature.ts';
import { Reports } from '../../features/reports.ts';
import { clientOf } from '../../lsp/client.ts';
import { decode } from '../../workspace/file-system.ts';
import { kindOfFile } from '../../workspace/kinds.ts';
import { NodeFileSystem } from '../../workspace/node-file-system.ts';
import { liesIn } from '../../workspace/uris.ts';
import { Workspace } from '../../workspace/workspace.ts';
import { UsageError } from '../usage-error.ts';
import { matcher } from './globs.ts';
import { Notes, shortPath } from './notes.ts';
import type { StoryOptions } from './options.ts';
import { pathNamed, type StoryPath, storyPaths, uriOf } from './paths.ts';
import { withProgress } from './progress.ts';
import { seasonFiles } from './season-files.ts';
import { settingsOf } from './settings.ts';

/** What is read from stdin without a name stands alone. */
const unnamed = 'untitled:stdin';

/**
 * The stories that the PATHs of a command name, with everything of their seasons, as a server for an editor has them: the
 * features of the language server work on it.
 */
export class Stories {
  readonly session: Session;
  /** The files that are asked about, in the order of the PATHs; those of a folder by name. */
  readonly files: readonly string[];
  private readonly paths: readonly StoryPath[];
  private readonly notes: Notes;

  constructor(session: Session, files: readonly string[], paths: readonly StoryPath[], notes: Notes) {
    this.session = session;
    this.files = files;
    this.paths = paths;
    this.notes = notes;
  }

  /** Whether something could not be read, of which stderr tells. */
  get incomplete(): boolean {
    return this.notes.troubles > 0;
  }

  /** A line on stderr that is about a file. */
  note(uri: string, message: string): void {
    this.notes.say(`${this.nameOf(uri)}: ${message}`);
  }

  /** A file as the user would name it: as given, or by the folder that was given; any other from the current folder. */
  nameOf(uri: string): string {
    if (uri === unnamed) return '<stdin>';
    const given = this.paths.find((one) => one.uri === uri);
    if (given) return given.given;
    const folder = this.paths.find((one) => one.isFolder && liesIn([one.uri], uri));
    if (folder) return path.join(folder.given, pathWithin(folder.uri, uri)!);
    return shortPath(uri);
  }

  dispose(): void {
    this.session.workspace.dispose();
  }
}

/**
 * Reads PATHs and the seasons that they belong to. `-` is stdin.
 * Throws a `UsageError` for what is not there or no story.
 */
export async function openStories(given: readonly string[], options: StoryOptions): Promise<Stories> {
  const fromStdin = given.includes('-');
  if (!fromStdin && options.stdinName !== undefined) throw new UsageError('--stdin-name is for “-”, and there is none');
  const named = fromStdin && options.stdinName !== undefined ? [await pathNamed(options.stdinName)] : [];
  const paths = [...(await storyPaths(given.filter((one) => one !== '-'))), ...named];
  const stdin = fromStdin ? await textFromStdin() : undefined;

  const notes = new Notes();
  const roots = [...new Set(paths.map(({ root }) => root))];
  const settings = await settingsOf(roots, options, notes);
  const workspace = new Workspace({
    files: seasonFiles(
      new NodeFileSystem(notes),
      paths.map(({ load }) => load),
    ),
    log: notes,
    changed: () => {},
  });
  const session: Session = {
    workspace,
    client: clientOf({ processId: null, rootUri: null, capabilities: {} }),
    log: notes,
    reports: new Reports(() => session),
    rulePages: undefined,
    settings,
    ready: () => workspace.settled(),
  };
  workspace.configure(roots, (folder) => settings(`${folder}/`).exclude);
  if (stdin !== undefined) workspace.open(named[0]?.uri ?? unnamed, named[0] ? '' : 'fountain', 1, stdin);
  const reading = () => {
    const { files, left } = workspace.progress();
    return `Reading ${files - left} of ${files} files…`;
  };
  await withProgress(reading, () => workspace.settled());

  const files = new Set<string>();
  for (const one of paths) {
    if (one.isFolder) for (const uri of filesIn(one, workspace, settings)) files.add(uri);
    else files.add(await openFile(one, workspace, notes));
  }
  if (fromStdin && named.length === 0) files.add(unnamed);
  const ignored = matcher(options.ignore ?? []);
  const wanted = [...files].filter((uri) => uri !== '' && !ignored(shortPath(uri)));
  return new Stories(session, wanted, paths, notes);
}

/** The files of a folder that are read, but for those that stand alone, unless the folder itself does. */
function filesIn({ uri: folder, root }: StoryPath, workspace: Workspace, settings: Session['settings']): string[] {
  const standsAlone = matcher(settings(`${folder}/`).exclude ?? catalogueDefaults.exclude);
  const within = (uri: string) => pathWithin(root, uri) ?? '';
  const isExcluded = standsAlone(within(`${folder}/x`));
  return [...workspace.uris()]
    .filter((uri) => liesIn([folder], uri) && (isExcluded || !standsAlone(within(uri))))
    .sort(byName);
}

/**
 * The URI by which the workspace knows a file; empty where it is no story. A file that a walk does not find, in a folder that
 * is passed over, is opened by itself.
 */
async function openFile({ uri, given }: StoryPath, workspace: Workspace, notes: Notes): Promise<string> {
  if (workspace.document(uri) || workspace.stateOf(uri)) return isStory(uri, given, workspace, notes);
  const file = URI.parse(uri).fsPath;
  const real = uriOf(await realpath(file).catch(() => file));
  if (workspace.stateOf(real)) return real;
  if (notes.said(shortPath(uri))) return '';
  try {
    workspace.open(uri, '', 1, await new NodeFileSystem(notes).read(uri));
  } catch (error) {
    notes.warn(`${given} is skipped: ${error instanceof Error ? error.message : error}.`);
    return '';
  }
  return isStory(uri, given, workspace, notes);
}

/** A Markdown file that no study names is nobody's mistake: it is passed over. */
function isStory(uri: string, given: string, workspace: Workspace, notes: Notes): string {
  if (kindOfFile(uri) !== 'markdown' || workspace.stateOf(uri)) return uri;
  notes.say(`${given} is passed over: no study names it as a treatment.`);
  return '';
}

async function textFromStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    return decode(Buffer.concat(chunks));
  } catch (error) {
    throw new UsageError(`stdin cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
