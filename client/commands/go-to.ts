import * as vscode from 'vscode';

/** Shows a place in a text: where the links in hover cards lead. They may be typed by anyone, so nothing is taken on trust. */
export async function goTo(uri: unknown, line: unknown, character: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return;
  const at = new vscode.Position(Math.max(0, Math.floor(line) || 0), Math.max(0, Math.floor(character) || 0));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
