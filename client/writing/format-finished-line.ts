import * as vscode from 'vscode';
import { persist } from './line-jobs.ts';

/** As many lines above the new one as a finished line may have anything to do with. */
const LINES = 3;

/**
 * What the editor does after Enter (`editor.formatOnType`), after an Enter that began a new element: the line above the blank
 * one gets its usual form. As there, it is a step of its own to undo. What is typed below it meanwhile makes no difference.
 *
 * @param line the finished one
 */
export async function formatFinishedLine(editor: vscode.TextEditor, line: number): Promise<void> {
  const { document } = editor;
  const below = new vscode.Position(line + 1, 0);
  const { tabSize, insertSpaces } = editor.options;
  if (!vscode.workspace.getConfiguration('editor', document).get('formatOnType')) return;
  const before = linesAbove(document, below.line);
  await persist(async () => {
    const { version } = document;
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatOnTypeProvider',
      document.uri,
      below,
      '\n',
      { tabSize, insertSpaces },
    );
    // Whoever goes back to the line, or takes it away, has it as it is.
    if (linesAbove(document, below.line) !== before) return true;
    const isSame = document.version === version;
    // Where the question was overtaken, it may be unanswered for that.
    if (!edits?.length) return isSame;
    const isNear = edits.every(({ range }) => range.start.line >= below.line - LINES && range.end.line <= below.line);
    if (!isSame && !isNear) return false;
    return editor.edit((edit) => {
      for (const { range, newText } of edits) edit.replace(range, newText);
    });
  });
}

/** A line and those above it. */
function linesAbove(document: vscode.TextDocument, line: number): string {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  return document.getText(new vscode.Range(Math.max(0, line - LINES), 0, end.line, end.character));
}
