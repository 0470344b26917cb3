import * as vscode from 'vscode';
import { activateExtension, deactivateExtension } from './extension.ts';

/** The extension where there is Node: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server/node.js').fsPath;
  activateExtension(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('chekhov', 'Chekhov', { run, debug }, options);
  });
}

export const deactivate = deactivateExtension;
