import * as vscode from 'vscode';
import type { TextRange } from '../../server/protocol/positions.ts';
import { plainPosition, rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';

/**
 * Whoever takes a kind of annotation from the list gets what closes it, and may type that nevertheless. It is then there once,
 * in Markdown too, where nobody formats as one types: what `editor.formatOnType` would do is asked for here. In one step to undo
 * with what was typed.
 */
export function closeOnce(server: Connection): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...others], reason }) => {
    const editor = vscode.window.activeTextEditor;
    if (!change || others.length > 0 || reason !== undefined || editor?.document !== document) return;
    if (document.languageId !== 'markdown' || !(change.text === '>' || change.text === ']')) return;
    const { start } = change.range;
    const typed = document.lineAt(start.line).text.slice(0, start.character + 1);
    const rest = document.lineAt(start.line).text.slice(typed.length);
    // Nearly always nothing follows, and nobody is asked.
    if (!closers.some((closer) => typed.endsWith(closer) && rest.trimStart().startsWith(closer))) return;
    // There the editor asks for itself.
    if (vscode.workspace.getConfiguration('editor', document).get('formatOnType')) return;
    void take(server, editor, start.translate(0, 1), change.text);
  });
}

const closers = ['-->', ']]'];

async function take(server: Connection, editor: vscode.TextEditor, at: vscode.Position, ch: string): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const params = {
    textDocument: { uri: document.uri.toString() },
    position: plainPosition(at),
    ch,
    options: { tabSize: 4, insertSpaces: true },
  };
  const edits = await server.request<readonly { readonly range: TextRange }[]>('textDocument/onTypeFormatting', params);
  if (!edits?.length || document.version !== version) return;
  const done = await editor.edit(
    (edit) => {
      for (const { range } of edits) edit.delete(rangeOf(range));
    },
    { undoStopBefore: false, undoStopAfter: false },
  );
  // What was to be filled in is: Tab is itself again.
  if (done) await vscode.commands.executeCommand('leaveSnippet');
}
