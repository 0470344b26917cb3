import * as vscode from 'vscode';
import type { TextChange } from '../../server/protocol/positions.ts';
import { murmur } from '../murmur.ts';
import { rangeOf } from '../ranges.ts';

/**
 * Applies what the server has said of a version of a document, as one step to be undone. Cursors stay with what they stand at.
 * Says whether it was applied: not to a text that has changed meanwhile.
 */
export async function applyChanges(
  editor: vscode.TextEditor,
  version: number,
  changes: readonly TextChange[],
): Promise<boolean> {
  if (changes.length === 0) return true;
  const applied =
    editor.document.version === version &&
    (await editor.edit((edit) => {
      for (const { range, newText } of changes) edit.replace(rangeOf(range), newText);
    }));
  if (!applied) murmur(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
  return applied;
}
