// A script of one's own, begun with a title.
import * as vscode from 'vscode';
import { eventually, workspaceFile } from '../lib/editor.ts';
import { equal } from '../lib/expect.ts';

const active = () => vscode.window.activeTextEditor;

describe('a script', () => {
  it('is begun with title and episode, in the folder, and the cursor stands where one writes on', async () => {
    const uri = workspaceFile('the-gull-e03.fountain');
    try {
      await vscode.commands.executeCommand('chekhov.newScript', { title: 'The Gull', episode: 3 });
      const editor = await eventually('the file', () =>
        active()?.document.uri.path === uri.path ? active() : undefined,
      );
      const { document } = editor;
      equal(document.getText(), 'Title: The Gull\nEpisode: 3\nAuthor:\n\n');
      equal([document.languageId, document.isDirty], ['fountain', false], 'language, dirty');
      equal(editor.selection.active.line, document.lineCount - 1, 'line of the cursor');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });
});
