import * as vscode from 'vscode';
import { type NewFile, type NewScriptParams, newScriptRequest } from '../../server/protocol/new-files.ts';
import type { Connection } from '../server/connection.ts';
import { askForFolder, notAnswered, writeNew } from './new-file.ts';

const MOST_EPISODES = 9999;

/**
 * Asks for title and episode, writes a script that has them on its title page, and opens it where one writes on.
 * `target` is a folder, where the Explorer calls the command; whoever calls it with `{ title, episode? }` is not asked.
 */
export async function newScript(server: Connection, target: unknown): Promise<void> {
  const params = isScript(target) ? target : await askForScript();
  if (!params) return;
  const folder =
    target instanceof vscode.Uri
      ? target
      : await askForFolder(vscode.l10n.t('In which folder does the script belong?'));
  if (folder === 'cancelled') return;
  const file = await server.request<NewFile | null>(newScriptRequest, params);
  if (!file) return notAnswered();
  await writeNew(file, 'fountain', folder, { atEnd: true });
}

async function askForScript(): Promise<NewScriptParams | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Script (1/2)'),
    prompt: vscode.l10n.t('What is the series or film called?'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
  });
  if (title === undefined) return undefined;
  const episode = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Script (2/2)'),
    prompt: vscode.l10n.t('Which episode is it? Leave this empty for a film.'),
    validateInput: (value) =>
      episodeIn(value) === undefined
        ? vscode.l10n.t('Write a number from 1 to {0}, or nothing.', MOST_EPISODES)
        : undefined,
  });
  const number = episode === undefined ? undefined : episodeIn(episode);
  if (number === undefined) return undefined;
  return { title: title.trim(), ...(number !== 'film' && { episode: number }) };
}

function episodeIn(value: string): number | 'film' | undefined {
  if (value.trim() === '') return 'film';
  const number = /^\s*\d{1,4}\s*$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= MOST_EPISODES ? number : undefined;
}

function isScript(given: unknown): given is NewScriptParams {
  return typeof (given as Partial<NewScriptParams> | undefined)?.title === 'string';
}
