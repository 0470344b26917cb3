import * as vscode from 'vscode';
import type { ChekhovOptions } from '../server/protocol/client.ts';
import { activateExtension, deactivateExtension } from './extension.ts';

/** The extension where there is no Node: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): void {
  const rulePages = vscode.Uri.joinPath(context.extensionUri, 'docs/rules/').toString();
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  activateExtension(context, async (options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(script);
    // A script that fails as it loads answers nothing, not even with an error: all that is known of it is told here.
    worker.addEventListener('error', (event) =>
      options.outputChannel?.error('The language server failed.', event.message),
    );
    // The worker knows no path of its own.
    const initializationOptions: ChekhovOptions = { ...options.initializationOptions, rulePages };
    return new LanguageClient('chekhov', 'Chekhov', worker, { ...options, initializationOptions });
  });
}

export const deactivate = deactivateExtension;
