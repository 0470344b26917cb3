// Small help for tests inside an extension host: files, languages, waiting.
import * as vscode from 'vscode';

/**
 * Calls `probe` until its result is truthy, and returns that. What an extension does is
 * asynchronous: wait for the thing itself, never for a length of time.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | Thenable<T | undefined>,
  timeout = 45_000,
): Promise<NonNullable<T>> {
  const until = Date.now() + timeout;
  for (let last: unknown; ; ) {
    try {
      const result = await probe();
      if (result) return result;
      last = result;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until)
      throw new Error(
        `gave up waiting for ${what}; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A file of the workspace, which is a copy that tests may change. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(name)));
}

/**
 * Takes the last edit of a text back: one step, after which it is as `before`. Pressed again only where nothing happened,
 * since the focus may still be on its way into the text.
 */
export async function undo(document: vscode.TextDocument, before: string): Promise<void> {
  const { version } = document;
  await eventually('the text of before', async () => {
    if (document.version === version) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
    }
    return document.getText() === before;
  });
}

/** The position of the `nth` occurrence (from 0) of `text`, `into` characters into it. */
export function at(document: vscode.TextDocument, text: string, { into = 0, nth = 0 } = {}): vscode.Position {
  let offset = -1;
  for (let i = 0; i <= nth; i++) {
    offset = document.getText().indexOf(text, offset + 1);
    if (offset < 0) throw new Error(`no occurrence ${i} of ${JSON.stringify(text)} in ${document.uri.path}`);
  }
  return document.positionAt(offset + into);
}

/** The text of all hover cards at a position. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('chekhov.chekhov');
  if (!found) throw new Error('the extension chekhov.chekhov is not there');
  return found;
}
