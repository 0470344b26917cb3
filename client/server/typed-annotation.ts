import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Who has stopped typing for this many milliseconds is told what is wrong with what stands there. */
const PAUSE = 2_500;

/**
 * Keeps back what is wrong with an annotation while somebody types in it: `[[payoff: gu` is planted nowhere, but nobody has
 * said yet that it is whole. It is shown when the cursor leaves the annotation, or when the typing rests. The server says what
 * is true of the text; that somebody is in the middle of a word, only the editor knows.
 */
export class TypedAnnotation implements vscode.Disposable {
  readonly #disposables: vscode.Disposable[];
  #typedIn: { readonly document: vscode.TextDocument; readonly line: number } | undefined;
  /** Texts of which something has been kept back. What the server says to be unchanged has to be asked for in full then. */
  readonly #kept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #askAgain: () => void;

  /** @param askAgain has the server asked once more for what is wrong with the texts that can be seen */
  constructor(askAgain: () => void) {
    this.#askAgain = askAgain;
    this.#disposables = [
      vscode.workspace.onDidChangeTextDocument((change) => this.#typed(change)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#typedIn?.document && !this.#here(textEditor.document)) this.#rest();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#rest()),
    ];
  }

  readonly middleware: Pick<Middleware, 'provideDiagnostics'> = {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const key = ('uri' in document ? document.uri : document).toString();
      const report = await next(document, this.#kept.has(key) ? undefined : previousResultId, token);
      if (!report || !('items' in report)) return report;
      const here = 'uri' in document ? this.#here(document) : undefined;
      const items = here ? report.items.filter(({ range }) => !here.contains(range)) : report.items;
      if (items.length === report.items.length) this.#kept.delete(key);
      else this.#kept.add(key);
      return { ...report, items };
    },
  };

  #typed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const change = contentChanges.at(-1);
    if (!change || document !== vscode.window.activeTextEditor?.document) return;
    clearTimeout(this.#timer);
    // What is undone, or comes in one piece, as by a quick fix or from the clipboard, is not in the middle of a word.
    const isTyped = reason === undefined && contentChanges.length === 1 && change.text.length <= 2;
    this.#typedIn = isTyped ? { document, line: change.range.start.line } : undefined;
    if (isTyped) this.#timer = setTimeout(() => this.#rest(), PAUSE);
  }

  /** The annotation that is being typed in, as far as it goes; undefined where there is none. */
  #here(document: vscode.TextDocument): vscode.Range | undefined {
    const cursor = vscode.window.activeTextEditor?.selection.active;
    if (document !== this.#typedIn?.document || !cursor || cursor.line !== this.#typedIn.line) return undefined;
    return annotationAt(document.lineAt(cursor.line).text, cursor);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    const document = this.#typedIn?.document;
    this.#typedIn = undefined;
    if (document && this.#kept.has(document.uri.toString())) this.#askAgain();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

/** From the marks that open an annotation, in a note or a comment, to those that close it, or to the end of the line. */
function annotationAt(line: string, { line: number, character }: vscode.Position): vscode.Range | undefined {
  for (const [open, close] of [
    ['[[', ']]'],
    ['<!--', '-->'],
  ] as const) {
    const start = line.slice(0, character).lastIndexOf(open);
    if (start < 0) continue;
    const end = line.indexOf(close, start + open.length);
    if (end >= 0 && end < character) continue;
    return new vscode.Range(number, start, number, end < 0 ? line.length : end + close.length);
  }
  return undefined;
}
