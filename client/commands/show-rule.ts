import * as vscode from 'vscode';

/** Shows the page of a rule, which comes with the extension: where the code of a problem leads. */
export async function showRule(extension: vscode.Uri, code: unknown): Promise<void> {
  if (typeof code !== 'string' || !/^[a-z-]+\.[a-z-]+$/.test(code)) return;
  const page = vscode.Uri.joinPath(extension, 'docs/rules', `${code}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
