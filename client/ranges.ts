import * as vscode from 'vscode';
import type { TextRange } from '../server/protocol/positions.ts';

/** Places as VS Code has them and as the server has them, one from the other. */

export function positionOf({ line, character }: TextRange['start']): vscode.Position {
  return new vscode.Position(line, character);
}

export function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Where a range begins, as a range that holds nothing. */
export function startOf({ start }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, start.line, start.character);
}

export function plainPosition({ line, character }: vscode.Position): TextRange['start'] {
  return { line, character };
}

export function plainRange({ start, end }: vscode.Range): TextRange {
  return { start: plainPosition(start), end: plainPosition(end) };
}
