import * as vscode from 'vscode';
import { messageOf } from '../message-of.ts';
import { exists } from './new-file.ts';
import { STUDY_FILES, STUDY_FIRST, STUDY_FOLDER } from './study-files.ts';
import { getStarted } from './walkthrough.ts';

const NAME = 'all-her-fault';
/** Remembers across windows which folder was opened as a fresh copy. */
const WELCOME = 'chekhov.welcomeTo';

/** What the walkthrough calls the command with, which then goes on in the window that opens. */
const FROM_WALKTHROUGH = 'walkthrough';

interface Welcome {
  readonly folder: string;
  readonly walkthrough: boolean;
}

/** Puts a copy of the built-in study where the user wants it, and opens that. Nothing that is there is ever overwritten. */
export async function openStudy(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  from?: unknown,
): Promise<void> {
  const parent = await askForParent();
  if (!parent) return;
  try {
    const folder = await chooseFolder(parent);
    if (!folder) return;
    if (folder.isNew) await copyStudy(context.extensionUri, folder.uri);
    await openFolder(context, folder.uri, from === FROM_WALKTHROUGH);
  } catch (error) {
    log.error('The study could not be copied.', error);
    await vscode.window.showErrorMessage(vscode.l10n.t('The study could not be copied: {0}', messageOf(error)));
  }
}

/** In the window that opens on a fresh copy: shows where to begin. */
export async function welcomeToStudy(context: vscode.ExtensionContext): Promise<void> {
  const wanted = context.globalState.get<Welcome>(WELCOME);
  const folder = vscode.workspace.workspaceFolders?.find((it) => it.uri.toString() === wanted?.folder);
  if (!wanted || !folder) return;
  await context.globalState.update(WELCOME, undefined);
  await vscode.commands.executeCommand('chekhov.twistOutline.focus');
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, STUDY_FIRST), { preview: false });
  if (wanted.walkthrough) await getStarted();
}

async function askForParent(): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.workspaceFolders?.[0]?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Where shall the copy of the study go?'),
    openLabel: vscode.l10n.t('Put It Here'),
    defaultUri: open && vscode.Uri.joinPath(open, '..'),
  });
  return picked?.[0];
}

async function chooseFolder(parent: vscode.Uri): Promise<{ uri: vscode.Uri; isNew: boolean } | undefined> {
  const uri = vscode.Uri.joinPath(parent, NAME);
  if (!(await exists(uri))) return { uri, isNew: true };
  const openIt = vscode.l10n.t('Open It');
  const another = vscode.l10n.t('Make Another Copy');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is a folder “{0}” already.', NAME),
    { modal: true, detail: vscode.l10n.t('It will not be changed.') },
    openIt,
    another,
  );
  if (choice === openIt) return { uri, isNew: false };
  if (choice !== another) return undefined;
  for (let i = 2; ; i++) {
    const next = vscode.Uri.joinPath(parent, `${NAME}-${i}`);
    if (!(await exists(next))) return { uri: next, isNew: true };
  }
}

async function copyStudy(extension: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(folder);
  // Read and written one by one: on the web, the extension's files have no file system that could copy them.
  await Promise.all(
    STUDY_FILES.map(async (name) => {
      const content = await fs.readFile(vscode.Uri.joinPath(extension, STUDY_FOLDER, name));
      await fs.writeFile(vscode.Uri.joinPath(folder, name), content);
    }),
  );
}

async function openFolder(context: vscode.ExtensionContext, folder: vscode.Uri, walkthrough: boolean): Promise<void> {
  const here = vscode.l10n.t('Open');
  const newWindow = vscode.l10n.t('Open in New Window');
  const add = vscode.l10n.t('Add to Workspace');
  // As Git does after cloning: an empty window is simply used, another one is not taken away without asking.
  const choice =
    vscode.workspace.workspaceFolders === undefined
      ? here
      : await vscode.window.showInformationMessage(vscode.l10n.t('The study is ready.'), here, newWindow, add);
  if (choice === undefined) return;
  if (choice === add) {
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri: folder });
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, STUDY_FIRST));
    return;
  }
  const welcome: Welcome = { folder: folder.toString(), walkthrough };
  await context.globalState.update(WELCOME, welcome);
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: choice === newWindow });
}
