// What is done with a row of the Twist Outline: its edits are one step, and what leads somewhere leads there.
import * as vscode from 'vscode';
import { at, eventually, openFile, undo, workspaceFile } from '../lib/editor.ts';
import { ok } from '../lib/expect.ts';

/** A row as the view hands it to a command. */
function row(kind: string, ref: string, uri: vscode.Uri, position: vscode.Position) {
  const place = { line: position.line, character: position.character };
  return { id: ref, label: ref, kind, ref, location: { uri: uri.toString(), range: { start: place, end: place } } };
}

describe('a row of the outline', () => {
  async function letter() {
    const editor = await openFile('episode-1.fountain');
    const { document } = editor;
    return {
      editor,
      document,
      thread: row('thread', 'thread:sealed-letter', document.uri, at(document, '[[setup: sealed')),
    };
  }

  it('marks its thread in the study, and one undo takes it back', async () => {
    const study = await vscode.workspace.openTextDocument(workspaceFile('locked-room.study.yaml'));
    const before = study.getText();
    const { thread } = await letter();
    await eventually('the study to say so', async () => {
      await vscode.commands.executeCommand('chekhov.outline.markOpen', thread);
      return /title: The sealed letter\n {4}kind: object\n {4}intent: open\n/.test(study.getText());
    });
    await undo(study, before);
  });

  it('leads to the payoff, and from there to the setup', async () => {
    const { document } = await openFile('episode-1.fountain');
    const key = row('setup', 'thread:brass-key', document.uri, at(document, '[[setup: brass-key'));
    await vscode.commands.executeCommand('chekhov.outline.goToPayoff', key);
    await eventually('the payoff', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.path.endsWith('episode-2.treatment.md') && editor.selection.active.line === 6;
    });
    const payoff = vscode.window.activeTextEditor!.document;
    const there = row('payoff', 'thread:brass-key', payoff.uri, at(payoff, '[[payoff: brass-key'));
    await vscode.commands.executeCommand('chekhov.outline.goToSetup', there);
    await eventually('the setup', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.path.endsWith('episode-1.fountain') && editor.selection.active.line === 7;
    });
  });

  it('of what is no row is passed over', async () => {
    for (const given of [undefined, 1, {}, { id: 1, label: 2, kind: 3 }])
      for (const command of ['goToSetup', 'goToPayoff', 'markOpen', 'rename', 'copyId'])
        await vscode.commands.executeCommand(`chekhov.outline.${command}`, given);
    ok(true, 'nothing was thrown');
  });
});
