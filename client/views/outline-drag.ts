import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol/outline.ts';

/** As VS Code names what is dragged within a tree. */
const ROWS = 'application/vnd.code.tree.chekhov.twistoutline';

/** The rows that were dragged, and the one that they were dropped on. */
export interface OutlineDrop {
  readonly rows: readonly OutlineRow[];
  readonly target: OutlineRow;
}

/** Rows of the outline that are dropped on a row of it. What that means, the server says. */
export class OutlineDrag implements vscode.TreeDragAndDropController<OutlineRow> {
  readonly dragMimeTypes = [ROWS];
  readonly dropMimeTypes = [ROWS];
  readonly #dropped: (drop: OutlineDrop) => void;

  constructor(dropped: (drop: OutlineDrop) => void) {
    this.#dropped = dropped;
  }

  handleDrag(rows: readonly OutlineRow[], data: vscode.DataTransfer): void {
    data.set(ROWS, new vscode.DataTransferItem(rows));
  }

  handleDrop(target: OutlineRow | undefined, data: vscode.DataTransfer): void {
    const rows: unknown = data.get(ROWS)?.value;
    // Below the last row there is nothing that it could land below.
    if (target && Array.isArray(rows) && rows.length > 0) this.#dropped({ rows, target });
  }
}
