import * as vscode from 'vscode';
import { type MentionRange, type MentionsParams, mentionsRequest } from '../../server/protocol.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';

/** While somebody types, VS Code moves the lines along; new ones follow this many milliseconds behind. */
const PAUSE = 200;

/** Underlines, in the editors that can be seen, where prose mentions a thread: lightly, and only if the user wants it. */
export class MentionMarks implements vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #mention = underline('dotted', 'chekhov.mentionUnderline');
  readonly #inferred = underline('dashed', 'chekhov.inferredUnderline');
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #updating = false;

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#stories = stories;
    this.#disposables = [
      this.#mention,
      this.#inferred,
      stories.onDidFind(() => this.#updateSoon()),
      server.onDidChange(() => this.#updateSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#updateSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) this.#updateSoon();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chekhov.mentions.underline')) this.#updateSoon();
      }),
    ];
  }

  #updateSoon(): void {
    if (!this.#stories.any) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#update();
    }, PAUSE);
  }

  async #update(): Promise<void> {
    // A server that is slow to answer is not asked twice at a time.
    if (this.#updating) return this.#updateSoon();
    this.#updating = true;
    try {
      const editors = vscode.window.visibleTextEditors.filter(({ document }) => this.#hasProse(document));
      for (const document of new Set(editors.map((editor) => editor.document))) await this.#mark(document);
    } finally {
      this.#updating = false;
    }
  }

  async #mark(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const mentions = wanted(document) ? await this.#ask(document) : [];
    if (document.isClosed || mentions === undefined) return;
    // The lines are for a text that is no more: another update is already on its way.
    if (document.version !== version) return this.#updateSoon();
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      editor.setDecorations(this.#mention, mentions.filter(({ kind }) => kind === 'mention').map(rangeOf));
      editor.setDecorations(this.#inferred, mentions.filter(({ kind }) => kind !== 'mention').map(rangeOf));
    }
  }

  #ask({ uri }: vscode.TextDocument): Promise<MentionRange[] | undefined> {
    return this.#server.request<MentionRange[]>(mentionsRequest, { uri: uri.toString() } satisfies MentionsParams);
  }

  #hasProse({ uri, languageId }: vscode.TextDocument): boolean {
    return (languageId === 'fountain' || languageId === 'markdown') && this.#stories.isStory(uri, languageId);
  }

  dispose(): void {
    clearTimeout(this.#timer);
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

function rangeOf({ range: { start, end } }: MentionRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
