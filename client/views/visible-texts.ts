import * as vscode from 'vscode';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';

/** While somebody types, VS Code moves what is drawn along; what is new follows this many milliseconds behind. */
const PAUSE = 200;

/**
 * Draws into the scripts and treatments that can be seen, a moment after anything that may change what there is to draw:
 * `draw` is called for each of them, one at a time, and says `false` where the text was edited while it asked.
 */
export class VisibleTexts implements vscode.Disposable {
  readonly #stories: Stories;
  readonly #draw: (document: vscode.TextDocument) => Promise<boolean>;
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing = false;

  /** @param settings those by which it is turned on and off */
  constructor(
    server: Connection,
    stories: Stories,
    settings: readonly string[],
    draw: (document: vscode.TextDocument) => Promise<boolean>,
  ) {
    this.#stories = stories;
    this.#draw = draw;
    this.#disposables = [
      stories.onDidFind(() => this.#drawSoon()),
      server.onDidChange(() => this.#drawSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) this.#drawSoon();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (settings.some((setting) => change.affectsConfiguration(setting))) this.#drawSoon();
      }),
    ];
  }

  #drawSoon(): void {
    if (!this.#stories.any) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#drawAll();
    }, PAUSE);
  }

  async #drawAll(): Promise<void> {
    // A server that is slow to answer is not asked twice at a time.
    if (this.#drawing) return this.#drawSoon();
    this.#drawing = true;
    try {
      const editors = vscode.window.visibleTextEditors.filter(({ document }) => this.#hasProse(document));
      for (const document of new Set(editors.map((editor) => editor.document))) {
        // What was asked is about a text that is no more.
        if (!(await this.#draw(document))) this.#drawSoon();
      }
    } finally {
      this.#drawing = false;
    }
  }

  #hasProse({ uri, languageId }: vscode.TextDocument): boolean {
    return (languageId === 'fountain' || languageId === 'markdown') && this.#stories.isStory(uri, languageId);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

/** The editors that show a document. */
export function editorsOf(document: vscode.TextDocument): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
}
