import * as vscode from 'vscode';
import { activateExtension, deactivateExtension } from './extension.ts';

/** The extension where there is no Node: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  activateExtension(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient('chekhov', 'Chekhov', new Worker(script), options);
  });
}

export const deactivate = deactivateExtension;
