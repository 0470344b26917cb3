import * as vscode from 'vscode';
import {
  type NumberScenesParams,
  type NumberScenesResult,
  numberScenesRequest,
} from '../../server/protocol/writing.ts';
import { murmur } from '../murmur.ts';
import type { Connection } from '../server/connection.ts';
import { applyChanges } from './apply-changes.ts';

type Step = NumberScenesParams['step'];

/** Gives the scenes of the active script numbers, or takes these away, in one step. */
export async function numberScenes(server: Connection, step: Step): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const params: NumberScenesParams = { uri: document.uri.toString(), step };
  const result = await server.request<NumberScenesResult | null>(numberScenesRequest, params);
  if (!result) return murmur(vscode.l10n.t('Open a Fountain script to number its scenes.'));
  const { edits, left } = result;
  if (!(await applyChanges(editor, version, edits))) return;
  murmur(said(step, edits.length));
  if (left.length === 0) return;
  const lines = left.map(({ start }) => start.line + 1).join(', ');
  void vscode.window.showWarningMessage(
    vscode.l10n.t('These headings were left as they are, since they would read otherwise: line {0}.', lines),
  );
}

function said(step: Step, count: number): string {
  if (count === 0) {
    return step === 'remove'
      ? vscode.l10n.t('No scene has a number.')
      : vscode.l10n.t('Every scene has its number already.');
  }
  if (count === 1)
    return step === 'remove' ? vscode.l10n.t('One number removed.') : vscode.l10n.t('One scene numbered.');
  return step === 'remove'
    ? vscode.l10n.t('{0} numbers removed.', count)
    : vscode.l10n.t('{0} scenes numbered.', count);
}
