import * as vscode from 'vscode';
import type { NewFile } from '../../server/protocol/new-files.ts';
import { messageOf } from '../message-of.ts';

/** Where a new file goes: undefined where no folder is open. Of several open folders, one is asked for. */
export async function askForFolder(placeHolder: string): Promise<vscode.Uri | undefined | 'cancelled'> {
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri ?? 'cancelled';
}

/**
 * Writes a file into a folder and shows it, with the cursor at its end if `atEnd`. A file that is there already is never
 * overwritten. Without a folder it is shown as one that has no name yet. Says whether there is a new file.
 */
export async function writeNew(
  file: NewFile,
  language: string,
  folder: vscode.Uri | undefined,
  { atEnd = false } = {},
): Promise<boolean> {
  if (folder === undefined) {
    await showNew(await vscode.workspace.openTextDocument({ language, content: file.text }), atEnd);
    return true;
  }
  const uri = vscode.Uri.joinPath(folder, file.name);
  try {
    const isThere = await exists(uri);
    if (isThere) {
      const openIt = vscode.l10n.t('Open It');
      const message = vscode.l10n.t('There is a file “{0}” already. It was not changed.', file.name);
      if ((await vscode.window.showWarningMessage(message, openIt)) !== openIt) return false;
    } else {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(file.text));
    }
    await showNew(await vscode.workspace.openTextDocument(uri), atEnd && !isThere);
    return !isThere;
  } catch (error) {
    await vscode.window.showErrorMessage(vscode.l10n.t('The file could not be written: {0}', messageOf(error)));
    return false;
  }
}

/** The name, or one with a number before its ending, that no file in the folder has. */
export async function freeName(folder: vscode.Uri, name: string, ending: string): Promise<vscode.Uri> {
  const stem = name.slice(0, name.length - ending.length);
  for (let i = 1; ; i++) {
    const uri = vscode.Uri.joinPath(folder, i === 1 ? name : `${stem}-${i}${ending}`);
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
    if (!isOpen && !(await exists(uri))) return uri;
  }
}

export async function showNew(document: vscode.TextDocument, atEnd = false): Promise<void> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  await vscode.window.showTextDocument(document, {
    preview: false,
    ...(atEnd && { selection: new vscode.Range(end, end) }),
  });
}

export async function notAnswered(): Promise<void> {
  await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server does not answer. The output channel “Chekhov” says more.'),
  );
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
