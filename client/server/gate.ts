import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { Stories } from '../stories.ts';

interface AboutDocument {
  readonly textDocument?: { readonly uri: string; readonly languageId?: string };
}

/**
 * Lets the server hear of nothing but stories. The language client sends every Markdown file; one that cannot be a
 * treatment is never opened at the server, and whatever VS Code asks about it is answered here at once.
 */
export class Gate {
  readonly #stories: Stories;
  /** The documents that are open at the server. */
  readonly #told = new Set<string>();

  constructor(stories: Stories) {
    this.#stories = stories;
  }

  readonly middleware: Pick<Middleware, 'sendRequest' | 'sendNotification'> = {
    sendRequest: (type, param, token, next) => {
      const uri = (param as AboutDocument | undefined)?.textDocument?.uri;
      if (uri === undefined || this.#told.has(uri)) return next(type, param, token);
      return Promise.resolve(nothing(methodOf(type)) as never);
    },
    sendNotification: (type, next, params) => {
      const document = (params as AboutDocument | undefined)?.textDocument;
      if (document && !this.#passes(methodOf(type), document.uri, document.languageId)) return Promise.resolve();
      return next(type, params);
    },
  };

  /** Opens at the server what has become part of a story since it was opened here. */
  admit(client: BaseLanguageClient): void {
    for (const document of vscode.workspace.textDocuments) {
      const { uri, languageId } = document;
      if (languageId !== 'markdown' || this.#told.has(uri.toString()) || !this.#stories.isStory(uri, languageId))
        continue;
      const params = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
      void client.sendNotification('textDocument/didOpen', params);
    }
  }

  /** The server is gone, and with it all that it was told. */
  forget(): void {
    this.#told.clear();
  }

  #passes(method: string, uri: string, languageId: string | undefined): boolean {
    if (method === 'textDocument/didOpen') {
      if (!this.#stories.isStory(vscode.Uri.parse(uri), languageId ?? '')) return false;
      this.#told.add(uri);
      return true;
    }
    return method === 'textDocument/didClose' ? this.#told.delete(uri) : this.#told.has(uri);
  }
}

function methodOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}

/** The answer of a server that has nothing to say. */
function nothing(method: string): unknown {
  return method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null;
}
