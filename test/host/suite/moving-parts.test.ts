// Scenes that move from the keyboard, as one edit that is undone, in files of every state.
import * as vscode from 'vscode';
import { at, eventually, openFile, undo, workspaceFile } from '../lib/editor.ts';
import { equal, includes } from '../lib/expect.ts';

const script = `Episode: 9

# Act One

INT. HALL - DAY #1#

A pistol. [[setup: pistol]]

INT. ATTIC - NIGHT #2#

Dust.

# Act Two

INT. CELLAR - NIGHT #3#

Water.
`;

/** The headings of the scenes as they stand. */
const scenes = (document: vscode.TextDocument): string =>
  [...document.getText().matchAll(/^INT\. (\w+)|^# (.+)$/gm)].map(([, scene, act]) => scene ?? act).join(' ');

async function move(editor: vscode.TextEditor, text: string, command: string, expected: string): Promise<void> {
  const position = at(editor.document, text, { into: 1 });
  await eventually(`${command} to leave ${expected}`, async () => {
    if (scenes(editor.document) === expected) return true;
    // Until the server has read the file, nothing moves.
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand(command);
    return scenes(editor.document) === expected;
  });
}

describe('moving scenes', () => {
  before(() => vscode.workspace.fs.writeFile(workspaceFile('moving/e9.fountain'), new TextEncoder().encode(script)));
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  after(() => vscode.workspace.fs.delete(workspaceFile('moving'), { recursive: true }));

  it('goes down and up, with the cursor, and one undo takes it back', async () => {
    const editor = await openFile('moving/e9.fountain');
    await move(editor, 'pistol', 'chekhov.moveSceneDown', 'Act One ATTIC HALL Act Two CELLAR');
    await eventually('the cursor in the scene', () =>
      editor.selection.active.isEqual(at(editor.document, 'pistol', { into: 1 })),
    );
    includes(editor.document.getText(), 'INT. HALL - DAY #1#\n\nA pistol. [[setup: pistol]]\n\n# Act Two');
    await undo(editor.document, script);
    await move(editor, 'Water', 'chekhov.moveSceneUp', 'Act One HALL ATTIC CELLAR Act Two');
    await undo(editor.document, script);
  });

  it('works in a text that has been edited, and in one that was never saved', async () => {
    const editor = await openFile('moving/e9.fountain');
    await editor.edit((edit) => edit.insert(at(editor.document, 'Dust'), 'More. '));
    const edited = editor.document.getText();
    await move(editor, 'More', 'chekhov.moveSceneUp', 'Act One ATTIC HALL Act Two CELLAR');
    await undo(editor.document, edited);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const untitled = await vscode.workspace.openTextDocument({ language: 'fountain', content: script });
    const shown = await vscode.window.showTextDocument(untitled);
    await move(shown, 'Dust', 'chekhov.moveSceneDown', 'Act One HALL Act Two ATTIC CELLAR');
    await undo(untitled, script);
  });

  it('moves what a row of the outline stands for', async () => {
    const { document } = await openFile('moving/e9.fountain');
    const start = at(document, '# Act One');
    const range = { start: { line: start.line, character: 0 }, end: { line: start.line, character: 9 } };
    const row = { id: 'act', label: 'Act One', kind: 'act', location: { uri: document.uri.toString(), range } };
    await eventually('the act below', async () => {
      if (scenes(document) === 'Act Two CELLAR Act One HALL ATTIC') return true;
      await vscode.commands.executeCommand('chekhov.outline.moveDown', row);
      return scenes(document) === 'Act Two CELLAR Act One HALL ATTIC';
    });
    await undo(document, script);
  });

  it('changes nothing where nothing can move', async () => {
    const editor = await openFile('moving/e9.fountain');
    await move(editor, 'pistol', 'chekhov.moveSceneDown', 'Act One ATTIC HALL Act Two CELLAR');
    await undo(editor.document, script);
    const position = at(editor.document, 'pistol');
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('chekhov.moveSceneUp');
    equal(editor.document.getText(), script);
  });

  it('leaves a text alone that is read-only', async () => {
    const files = vscode.workspace.getConfiguration('files');
    const editor = await openFile('moving/e9.fountain');
    await move(editor, 'pistol', 'chekhov.moveSceneDown', 'Act One ATTIC HALL Act Two CELLAR');
    await undo(editor.document, script);
    await files.update('readonlyInclude', { '**/e9.fountain': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const position = at(editor.document, 'pistol');
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand('chekhov.moveSceneDown');
      equal(editor.document.getText(), script);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
