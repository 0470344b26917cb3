import * as vscode from 'vscode';
import type { TextChange, TextRange } from '../../server/protocol.ts';

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
      for (const { range, newText } of changes) edit.replace(rangeFrom(range), newText);
    }));
  if (!applied) murmur(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
  return applied;
}

export function rangeFrom({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function plainRange({ start, end }: vscode.Range): TextRange {
  return { start: plainPosition(start), end: plainPosition(end) };
}

export function plainPosition({ line, character }: vscode.Position): TextRange['start'] {
  return { line, character };
}

/** In passing: nobody has to click it away. */
export function murmur(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
