import * as vscode from 'vscode';
import {
  type CreateStudyParams,
  type CreateStudyResult,
  createStudyRequest,
  type NewFile,
  type NewStudyParams,
  newStudyRequest,
} from '../../server/protocol/new-files.ts';
import type { Connection } from '../server/connection.ts';
import { askForFolder, freeName, notAnswered, showNew, writeNew } from './new-file.ts';

const MOST_EPISODES = 500;

/**
 * Asks for title and number of episodes, writes a commented study file, and opens it. Overwrites nothing. Whoever calls the
 * command with `{ title, episodes }` is not asked; the Explorer calls it with a folder.
 */
export async function newStudy(server: Connection, given: unknown): Promise<void> {
  const params = isStudy(given) ? given : await askForStudy();
  if (!params) return;
  const folder =
    given instanceof vscode.Uri ? given : await askForFolder(vscode.l10n.t('In which folder does the study belong?'));
  if (folder === 'cancelled') return;
  const file = await server.request<NewFile | null>(newStudyRequest, params);
  if (!file) return notAnswered();
  await writeNew(file, 'yaml', folder);
}

/** Opens, not yet saved, a study of what is annotated in the season of the active file. */
export async function createStudy(server: Connection, story: vscode.Uri | undefined): Promise<void> {
  if (!story) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a script or treatment of the season first.'));
    return;
  }
  const params: CreateStudyParams = { uri: story.toString() };
  const made = await server.request<CreateStudyResult | null>(createStudyRequest, params);
  if (!made) return notAnswered();
  if (!made.file) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Nothing in this story is annotated yet.'));
    return;
  }
  const { name, text } = made.file;
  if (made.folder === undefined) {
    await showNew(await vscode.workspace.openTextDocument({ language: 'yaml', content: text }));
    return;
  }
  const uri = (await freeName(vscode.Uri.parse(made.folder), name, '.study.yaml')).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await showNew(document);
}

async function askForStudy(): Promise<NewStudyParams | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Study (1/2)'),
    prompt: vscode.l10n.t('What is the series or film called?'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
  });
  if (title === undefined) return undefined;
  const episodes = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Study (2/2)'),
    prompt: vscode.l10n.t('How many episodes does it have? A film has one.'),
    value: '8',
    validateInput: (value) =>
      episodesIn(value) === undefined ? vscode.l10n.t('Write a number from 1 to {0}.', MOST_EPISODES) : undefined,
  });
  const number = episodes === undefined ? undefined : episodesIn(episodes);
  return number === undefined ? undefined : { title: title.trim(), episodes: number };
}

function isStudy(given: unknown): given is NewStudyParams {
  const { title, episodes } = (given ?? {}) as Partial<NewStudyParams>;
  return typeof title === 'string' && typeof episodes === 'number';
}

function episodesIn(value: string): number | undefined {
  const number = /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= MOST_EPISODES ? number : undefined;
}
