import * as vscode from 'vscode';

/** Says something in passing, in the status bar: nobody has to click it away. */
export function murmur(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
