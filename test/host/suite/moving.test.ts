// Moving about in a story, from the keyboard's commands.
import * as vscode from 'vscode';
import { at, eventually, openFile, workspaceFile } from '../lib/editor.ts';
import { equal } from '../lib/expect.ts';

// Its threads are no other file's here: what other tests delete, the server may hear of later.
const script = `Title: Moves

# Act One

INT. HALL - DAY

A revolver. [[setup: revolver]]

${'Nothing happens.\n\n'.repeat(40)}A letter. [[setup: letter]]

# Act Two

INT. STAIRS - NIGHT

Bang. [[payoff: revolver]]

${'Nothing happens.\n\n'.repeat(40)}THE END
`;

describe('moving about', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(workspaceFile('moves/moves.fountain'), new TextEncoder().encode(script));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workspaceFile('moves'), { recursive: true });
  });

  const lineOf = (document: vscode.TextDocument, text: string) => at(document, text).line;
  const cursorLine = () => vscode.window.activeTextEditor?.selection.active.line;

  /** The script, with the cursor at a text. */
  async function openAt(text: string): Promise<vscode.TextEditor> {
    const editor = await openFile('moves/moves.fountain');
    const position = at(editor.document, text);
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  for (const [command, from, to] of [
    ['nextMark', 'Title', '[[setup: revolver'],
    ['nextMark', '[[setup: revolver', '[[setup: letter'],
    ['nextMark', '[[payoff: revolver', '[[setup: revolver'],
    ['previousMark', '[[setup: letter', '[[setup: revolver'],
    ['nextUnpaid', 'Title', '[[setup: letter'],
    ['previousUnpaid', 'THE END', '[[setup: letter'],
    ['nextScene', 'A revolver', 'INT. STAIRS'],
    ['previousScene', 'A letter', 'INT. HALL'],
    ['nextAct', 'A revolver', '# Act Two'],
    ['previousAct', 'THE END', '# Act Two'],
    ['goToCounterpart', 'A revolver', '[[payoff: revolver'],
    ['goToCounterpart', 'Bang', '[[setup: revolver'],
  ] as const) {
    it(`${command} leads from “${from}” to “${to}”, where it can be seen`, async () => {
      const editor = await openAt(from);
      const wanted = lineOf(editor.document, to);
      await vscode.commands.executeCommand(`chekhov.${command}`);
      await eventually('the cursor', () => cursorLine() === wanted);
      await eventually('the line on the screen', () =>
        vscode.window.activeTextEditor?.visibleRanges.some(
          ({ start, end }) => start.line <= wanted && wanted <= end.line,
        ),
      );
    });
  }

  it('what is nowhere leaves the cursor where it is', async () => {
    const editor = await openAt('THE END');
    const { line } = editor.selection.active;
    await vscode.commands.executeCommand('chekhov.nextScene');
    await vscode.commands.executeCommand('chekhov.goToCounterpart');
    equal(cursorLine(), line);
  });

  it('Go Back leads back', async () => {
    const editor = await openAt('A revolver');
    const from = lineOf(editor.document, 'A revolver');
    await vscode.commands.executeCommand('chekhov.goToCounterpart');
    await eventually('the payoff', () => cursorLine() === lineOf(editor.document, '[[payoff: revolver'));
    await vscode.commands.executeCommand('workbench.action.navigateBack');
    await eventually('where one came from', () => cursorLine() === from);
  });

  it('goes on into the next episode', async () => {
    const editor = await openFile('episode-1.fountain');
    const position = at(editor.document, 'INT. HALL');
    editor.selection = new vscode.Selection(position, position);
    await eventually('the next episode', async () => {
      await vscode.commands.executeCommand('chekhov.nextScene');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('episode-2.treatment.md');
    });
    equal(vscode.window.activeTextEditor!.document.lineAt(cursorLine()!).text, '### The study, at dawn');
  });
});
