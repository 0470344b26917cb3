// Mentions of threads in prose: cards, and what annotating them writes.
import * as vscode from 'vscode';
import { at, eventually, hoverText, openFile, undo, workspaceFile } from '../lib/editor.ts';
import { equal, includes } from '../lib/expect.ts';

const study = `study: 1
title: The Pistol
episodes: [{ number: 1 }]
events: [{ id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }]
threads:
  - { id: pistol, title: The pistol, kind: object, cues: [pistol], setups: [{ text: Hung, event: hung }] }
  - { id: letter, title: The letter, kind: object, cues: [letter] }
`;
const script = `Episode: 1

INT. HALL - DAY

A pistol hangs on the wall.

She looks at the letter.
`;
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));

describe('mentions', () => {
  before(async () => {
    await write('pistols/pistols.study.yaml', study);
    await write('pistols/e1.fountain', script);
    // Open documents are known at once, whether or not the disk is watched yet.
    await openFile('pistols/pistols.study.yaml');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(workspaceFile('pistols'), { recursive: true });
  });

  /** The script, with the cursor at a text, once the server knows what is mentioned there. */
  async function openAt(text: string): Promise<vscode.TextEditor> {
    const editor = await openFile('pistols/e1.fountain');
    const position = at(editor.document, text, { into: 1 });
    await eventually('a card', async () => {
      const card = await hoverText(editor.document, position);
      return card.includes('ention') ? card : undefined;
    });
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  it('are hovered, with the role that is inferred', async () => {
    const { document, selection } = await openAt('pistol');
    const card = await hoverText(document, selection.active);
    includes(card, 'The pistol');
    includes(card, 'inferred');
  });

  it('are annotated one by one, as one edit that is undone', async () => {
    const { document } = await openAt('pistol');
    await vscode.commands.executeCommand('chekhov.annotateMention');
    await eventually('the annotation', () => document.getText().includes('[[setup: pistol event=hung]]'));
    await undo(document, script);
  });

  it('are annotated by a guess that claims little where nothing tells', async () => {
    const { document } = await openAt('letter');
    await vscode.commands.executeCommand('chekhov.annotateMention');
    await eventually('the annotation', () => document.getText().includes('[[reminder: letter]]'));
    await undo(document, script);
  });

  it('are annotated in the whole file, as one edit that is undone', async () => {
    const { document } = await openAt('pistol');
    await vscode.commands.executeCommand('chekhov.annotateFile');
    await eventually('the annotation', () => document.getText().includes('[[setup: pistol event=hung]]'));
    equal(document.getText().includes('[[reminder'), false, 'a guess in the whole file');
    await undo(document, script);
  });

  it('that are none change nothing', async () => {
    const editor = await openAt('pistol');
    const position = at(editor.document, 'INT.');
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('chekhov.annotateMention');
    equal(editor.document.getText(), script);
  });
});
