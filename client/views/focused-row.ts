import * as vscode from 'vscode';

/**
 * The row of a tree that has the focus. VS Code tells an extension what is selected, and arrow keys move the focus alone; so
 * the focused row is selected, or let go, and put back at once. Nothing is opened by it.
 */
export async function focusedRow<Row>(view: vscode.TreeView<Row>): Promise<Row | undefined> {
  const before = view.selection;
  if (!view.visible || !(await toggleSelection())) return before[0];
  const between = view.selection;
  await toggleSelection();
  const taken = between.find((row) => !before.includes(row));
  return taken ?? before.find((row) => !between.includes(row)) ?? before[0];
}

/**
 * In the list that had the focus last: where a key is bound to a row, that is the tree of the row. Says whether it could be:
 * a program may call a command while no list has anything to select.
 */
async function toggleSelection(): Promise<boolean> {
  try {
    await vscode.commands.executeCommand('list.toggleSelection');
    return true;
  } catch {
    return false;
  }
}
