import * as vscode from 'vscode';

/** What is left of the language's rules for Enter where new elements are not begun by it. */
const LYRICS: vscode.OnEnterRule = {
  beforeText: /^~.*\S/,
  action: { indentAction: vscode.IndentAction.None, appendText: '~' },
};

/**
 * `syntaxes/fountain.language-configuration.json` has rules by which Enter begins a new element. They are of the whole language:
 * where `chekhov.typing.enter` is off for the script that one writes in, they are taken away while one does.
 */
export class EnterRules implements vscode.Disposable {
  readonly #disposables: vscode.Disposable[];
  #without: vscode.Disposable | undefined;

  constructor() {
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chekhov.typing.enter')) this.#follow();
      }),
    ];
    this.#follow();
  }

  #follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'fountain') return;
    if (beginsElements(document)) {
      this.#without?.dispose();
      this.#without = undefined;
    } else {
      this.#without ??= vscode.languages.setLanguageConfiguration('fountain', { onEnterRules: [LYRICS] });
    }
  }

  dispose(): void {
    this.#without?.dispose();
    for (const it of this.#disposables) it.dispose();
  }
}

/** Whether Enter is to begin new elements in a script (`chekhov.typing.enter`). */
export function beginsElements(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('chekhov.typing', document).get('enter', true);
}

/** Whether the editor of a document follows such rules: it leaves them out with less of `editor.autoIndent`. */
export function followsEnterRules(document: vscode.TextDocument): boolean {
  const indent = vscode.workspace.getConfiguration('editor', document).get<string>('autoIndent', 'full');
  return indent === 'full' || indent === 'advanced';
}
