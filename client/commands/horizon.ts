import * as vscode from 'vscode';
import { type EpisodesParams, type EpisodesResult, episodesRequest } from '../../server/protocol/season.ts';
import type { Connection } from '../server/connection.ts';

const EVERYTHING = 'everything';

/** The episode that the horizon is at for a file; undefined for everything, and for what is no number. */
export function horizonOf(uri: vscode.Uri | undefined): number | undefined {
  const value = vscode.workspace.getConfiguration('chekhov', uri).get<unknown>('horizon');
  const text = String(value ?? '').trim();
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

interface Choice extends vscode.QuickPickItem {
  readonly value: string;
}

/** Lets the reader say how far they have got. */
export async function setHorizon(server: Connection, story: vscode.Uri | undefined): Promise<void> {
  const params: EpisodesParams = story ? { uri: story.toString() } : {};
  const known = await server.request<EpisodesResult | null>(episodesRequest, params);
  const now = horizonOf(story);
  const mark = (isNow: boolean): string => (isNow ? `$(check) ` : '');
  const everything: Choice = {
    label: mark(now === undefined) + vscode.l10n.t('Everything'),
    description: vscode.l10n.t('Nothing is hidden'),
    value: EVERYTHING,
  };
  const choices = (known?.episodes ?? []).map(
    ({ number, title }): Choice => ({
      label: mark(number === now) + vscode.l10n.t('Episode {0}', number),
      ...(title && { description: title }),
      value: String(number),
    }),
  );
  const choice = await vscode.window.showQuickPick([everything, ...choices], {
    title: vscode.l10n.t('How far have you got?'),
    placeHolder: vscode.l10n.t('What is told after this episode is not shown'),
    matchOnDescription: true,
  });
  if (choice) await write(story, choice.value);
}

/** In the settings of the folder, else of the workspace, else the user's own: the nearest that there is. */
async function write(story: vscode.Uri | undefined, value: string): Promise<void> {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  const folder = story && vscode.workspace.getWorkspaceFolder(story);
  const { ConfigurationTarget: Target } = vscode;
  const target =
    workspaceFolders.length === 0 && workspaceFile === undefined
      ? Target.Global
      : folder && workspaceFolders.length > 1
        ? Target.WorkspaceFolder
        : Target.Workspace;
  const settings = vscode.workspace.getConfiguration('chekhov', story);
  const elsewhere = settings.inspect('horizon');
  const outer =
    (target === Target.WorkspaceFolder ? elsewhere?.workspaceValue : undefined) ??
    (target === Target.Global ? undefined : elsewhere?.globalValue);
  // What is usual anyway needs no line in the settings.
  await settings.update('horizon', value === EVERYTHING && outer === undefined ? undefined : value, target);
}
