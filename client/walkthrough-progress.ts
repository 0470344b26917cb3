import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { Stories } from './stories.ts';

/** What looks like an annotation that has been closed. Whether it is one, the server knows; here it only ticks a step. */
const ANNOTATION = /\[\[\s*\p{L}+\s*:.*\]\]/u;

/** Ticks a step of the walkthrough: package.json names these keys in `completionEvents`. VS Code remembers it. */
function done(step: 'hover' | 'setup' | 'annotate'): void {
  void vscode.commands.executeCommand('setContext', `chekhov.did.${step}`, true);
}

/** Sees what is done with a mouse or a key of the user's own, for which VS Code has no event. */
export const walkthroughMiddleware: Pick<Middleware, 'provideHover' | 'provideDefinition'> = {
  async provideHover(document, position, token, next) {
    const card = await next(document, position, token);
    if (card) done('hover');
    return card;
  },
  async provideDefinition(document, position, token, next) {
    const places = await next(document, position, token);
    if (Array.isArray(places) ? places.length > 0 : places) done('setup');
    return places;
  },
};

/** Sees that an annotation has been written. */
export class WalkthroughProgress implements vscode.Disposable {
  readonly #listener: vscode.Disposable;

  constructor(stories: Stories) {
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !stories.isStory(document.uri, document.languageId)) return;
      const wrote = contentChanges.some(({ range, text }) => {
        if (text === '') return false;
        const line = Math.min(range.start.line, document.lineCount - 1);
        return ANNOTATION.test(document.lineAt(line).text);
      });
      if (!wrote) return;
      done('annotate');
      this.#listener.dispose();
    });
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
