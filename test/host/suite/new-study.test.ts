// A study of one's own: begun with a title, or made of what is annotated.
import * as vscode from 'vscode';
import { at, eventually, openFile, undo, workspaceFile } from '../lib/editor.ts';
import { equal, includes } from '../lib/expect.ts';

const active = () => vscode.window.activeTextEditor?.document;
const problemsOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => JSON.stringify(code ?? '').includes('study.'));

describe('a study', () => {
  it('is begun with a title and a number of episodes, in the folder', async () => {
    const uri = workspaceFile('the-gull.study.yaml');
    try {
      await vscode.commands.executeCommand('chekhov.newStudy', { title: 'The Gull', episodes: 3 });
      const document = await eventually('the file', () => (active()?.uri.path === uri.path ? active() : undefined));
      includes(document.getText(), 'title: The Gull');
      includes(document.getText(), '- number: 3');
      // What lies there says which files they are.
      includes(document.getText(), '*.treatment.md');
      equal(document.getText().includes('*.spmd'), false, 'there are none of these');
      equal(document.isDirty, false, 'dirty');
      equal(problemsOf(uri), []);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('that applies gets what it lacks, as one step that is not saved', async () => {
    const { document: story } = await openFile('episode-1.fountain');
    const written = story.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(story.uri, at(story, '[[reminder: brass-key]]'), '[[setup: Spare Key]] [[knows: theft who=ben]] ');
    await vscode.workspace.applyEdit(edit);
    const study = await vscode.workspace.openTextDocument(workspaceFile('locked-room.study.yaml'));
    const before = study.getText();
    try {
      await vscode.commands.executeCommand('chekhov.createStudy', { do: 'add' });
      await eventually('the entries', () => study.getText().includes('id: spare-key'));
      includes(study.getText(), 'id: ben');
      includes(study.getText(), 'id: theft');
      equal(study.isDirty, true, 'dirty');
      equal(vscode.window.activeTextEditor?.document.uri.path, study.uri.path, 'shown');
      equal(problemsOf(study.uri), []);
    } finally {
      // One step takes back all that was written.
      await undo(study, before);
      await undo(story, written);
    }
  });

  it('is made of what is annotated, and left to be saved', async () => {
    await openFile('episode-1.fountain');
    await vscode.commands.executeCommand('chekhov.createStudy', { do: 'second' });
    const document = await eventually('the study', () => (active()?.uri.scheme === 'untitled' ? active() : undefined));
    try {
      equal(document.languageId, 'yaml', 'language');
      equal(document.uri.path.split('/').at(-1), 'the-locked-room.study.yaml', 'name');
      for (const part of ['title: The Locked Room', 'id: brass-key', 'id: brother-alive', 'id: mara'])
        includes(document.getText(), part);
      equal(problemsOf(document.uri), []);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
