import * as vscode from 'vscode';
import { editorsOf } from './visible-texts.ts';

/** How much of their colour annotations keep. In VS Code's Modern themes they then stand 3 : 1 to the background. */
const OPACITY = '0.75';

/**
 * Dims annotations, in each editor but those on a line with a cursor, so that the story stands out and nobody writes in a
 * faint hand. In high contrast nothing is dimmed: whoever chose that wants to see everything.
 */
export class Dimming implements vscode.Disposable {
  readonly #dim = vscode.window.createTextEditorDecorationType({ opacity: OPACITY });
  readonly #annotations = new WeakMap<vscode.TextDocument, readonly vscode.Range[]>();
  /** Which of the annotations are dim in an editor, so that a cursor that moves on the spot costs nothing. */
  readonly #drawn = new WeakMap<vscode.TextEditor, string>();
  readonly #disposables: vscode.Disposable[];

  constructor() {
    this.#disposables = [
      this.#dim,
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#draw(textEditor)),
      vscode.window.onDidChangeActiveColorTheme(() => {
        for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
      }),
    ];
  }

  /** The annotations of a document, as they are now. */
  set(document: vscode.TextDocument, annotations: readonly vscode.Range[]): void {
    this.#annotations.set(document, annotations);
    for (const editor of editorsOf(document)) {
      this.#drawn.delete(editor);
      this.#draw(editor);
    }
  }

  /** They are the same, and were moved by an edit. What is drawn has moved already: only the cursor may be at others. */
  follow(document: vscode.TextDocument, annotations: readonly vscode.Range[]): void {
    this.#annotations.set(document, annotations);
    for (const editor of editorsOf(document)) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    const annotations = this.#annotations.get(editor.document);
    if (!annotations) return;
    const isDim = wanted(editor.document) ? dimIn(editor, annotations) : annotations.map(() => false);
    const drawn = isDim.map(Number).join('');
    if (this.#drawn.get(editor) === drawn) return;
    this.#drawn.set(editor, drawn);
    editor.setDecorations(
      this.#dim,
      annotations.filter((range, i) => isDim[i] && !range.isEmpty),
    );
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

function dimIn({ selections }: vscode.TextEditor, annotations: readonly vscode.Range[]): boolean[] {
  return annotations.map(
    ({ start, end }) => !selections.some((cursor) => cursor.start.line <= end.line && cursor.end.line >= start.line),
  );
}

function wanted({ uri }: vscode.TextDocument): boolean {
  const { kind } = vscode.window.activeColorTheme;
  const { HighContrast, HighContrastLight } = vscode.ColorThemeKind;
  if (kind === HighContrast || kind === HighContrastLight) return false;
  return vscode.workspace.getConfiguration('chekhov', uri).get<boolean>('annotations.dim', true);
}
