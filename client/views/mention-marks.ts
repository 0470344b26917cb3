import * as vscode from 'vscode';
import { type MentionRange, type MentionsParams, mentionsRequest } from '../../server/protocol/marks.ts';
import { rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';
import { editorsOf, VisibleTexts } from './visible-texts.ts';

/** Underlines where prose mentions a thread: lightly, and only if the user wants it. */
export class MentionMarks implements vscode.Disposable {
  readonly #server: Connection;
  readonly #mention = underline('dotted', 'chekhov.mentionUnderline');
  readonly #inferred = underline('dashed', 'chekhov.inferredUnderline');
  readonly #disposables: vscode.Disposable[];

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#disposables = [
      this.#mention,
      this.#inferred,
      new VisibleTexts(server, stories, ['chekhov.mentions.underline'], (document) => this.#draw(document)),
    ];
  }

  async #draw(document: vscode.TextDocument): Promise<boolean> {
    const { version } = document;
    const mentions = wanted(document) ? await this.#ask(document) : [];
    if (document.isClosed || mentions === undefined) return true;
    if (document.version !== version) return false;
    for (const editor of editorsOf(document)) {
      editor.setDecorations(
        this.#mention,
        mentions.filter(({ kind }) => kind === 'mention').map(({ range }) => rangeOf(range)),
      );
      editor.setDecorations(
        this.#inferred,
        mentions.filter(({ kind }) => kind !== 'mention').map(({ range }) => rangeOf(range)),
      );
    }
    return true;
  }

  #ask({ uri }: vscode.TextDocument): Promise<MentionRange[] | undefined> {
    return this.#server.request<MentionRange[]>(mentionsRequest, { uri: uri.toString() } satisfies MentionsParams);
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

function underline(borderStyle: string, colour: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    borderStyle,
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor(colour),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function wanted(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('chekhov', document.uri).get<boolean>('mentions.underline', true);
}
