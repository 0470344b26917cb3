import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { messageOf } from '../message-of.ts';

/**
 * Says itself why a name cannot be given, and changes nothing. Where a provider refuses, VS Code asks the next one for that
 * name; and that of Markdown, which takes an annotation for the name of a link, would write it over the whole annotation.
 */
export const renameMiddleware: Pick<Middleware, 'provideRenameEdits'> = {
  async provideRenameEdits(document, position, newName, token, next) {
    // In scripts there is no other: VS Code shows there beside the name why it is refused.
    if (document.languageId === 'fountain') return next(document, position, newName, token);
    try {
      return (await next(document, position, newName, token)) ?? new vscode.WorkspaceEdit();
    } catch (error) {
      if (!token.isCancellationRequested) void vscode.window.showWarningMessage(messageOf(error));
      return new vscode.WorkspaceEdit();
    }
  },
};
