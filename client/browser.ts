import * as vscode from 'vscode';
import { activateExtension, deactivateExtension } from './extension.ts';

/** The extension where there is no Node: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  activateExtension(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(script);
    // A script that fails as it loads answers nothing, not even with an error: all that is known of it is told here.
    worker.addEventListener('error', (event) =>
      options.outputChannel?.error('The language server failed.', event.message),
    );
    return new LanguageClient('chekhov', 'Chekhov', worker, options);
  });
}

export const deactivate = deactivateExtension;
