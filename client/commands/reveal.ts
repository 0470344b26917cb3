import * as vscode from 'vscode';
import type { OutlineLocation } from '../../server/protocol/positions.ts';
import { positionOf } from '../ranges.ts';

/** Puts the cursor at a place, in the editor at hand where that shows the file: in the middle, if it was not to be seen. */
export async function reveal({ uri, range }: OutlineLocation): Promise<void> {
  const at = positionOf(range.start);
  const selection = new vscode.Selection(at, at);
  const target = vscode.Uri.parse(uri);
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === target.toString()) {
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const document = await vscode.workspace.openTextDocument(target);
  await vscode.window.showTextDocument(document, { selection });
}
