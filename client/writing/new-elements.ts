import * as vscode from 'vscode';
import { type WritingKeysParams, type WritingKeysResult, writingKeysRequest } from '../../server/protocol/writing.ts';
import { plainPosition } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { beginsElements } from './enter-rules.ts';
import { formatFinishedLine } from './format-finished-line.ts';
import { LineJobs } from './line-jobs.ts';

const NO_STEP = { undoStopBefore: false, undoStopAfter: false };

/** An empty line that a new element begins. */
interface Begun {
  readonly document: vscode.TextDocument;
  readonly line: number;
  /** Whether it is one, and no line end of somebody's own. */
  isSure: boolean;
}

/**
 * What comes after Enter at the end of a line.
 *
 * Where it has begun a new element, a line end more than elsewhere, the line above gets its usual form. And who is used to
 * typing the blank line presses Enter twice: the second time it adds nothing.
 *
 * The editor follows the rules by which it begins new elements only in lines that it has coloured, and somebody may be faster
 * than that. Then the blank line comes a little later, between what has been typed.
 *
 * All this is done when the keys have done what they do: whatever is to be different at the next key would have to be told
 * before that is pressed.
 */
export class NewElements implements vscode.Disposable {
  readonly #server: Connection;
  readonly #disposables: vscode.Disposable[];
  readonly #jobs = new LineJobs();
  /** The line that a new element begins, as long as the cursor has been nowhere else. */
  #begun: Begun | undefined;
  /** Such a line that the editor has been told to make. The next key may be heard of before its word that it has. */
  #coming: Begun | undefined;
  /** What looked like Enter just now. How the cursor has come behind it tells whether it was: Shift+Enter is a command. */
  readonly #pressed: { isEnter?: boolean }[] = [];

  constructor(server: Connection) {
    this.#server = server;
    this.#disposables = [
      this.#jobs,
      vscode.workspace.onDidChangeTextDocument((change) => this.#changed(change)),
      vscode.window.onDidChangeTextEditorSelection((change) => this.#moved(change)),
    ];
  }

  #changed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change] = contentChanges;
    if (!change || document.languageId !== 'fountain' || document !== vscode.window.activeTextEditor?.document) return;
    this.#jobs.follow(document, contentChanges);
    const begun = this.#begun?.document === document ? this.#begun : undefined;
    const { start } = change.range;
    // What happens to the lines above, as when they get their usual form, leaves the cursor where it is.
    if (begun && contentChanges.every((one) => one.range.end.line < begun.line - 1 && isWithinLine(one))) return;
    this.#begun = undefined;
    const count =
      contentChanges.length === 1 && reason === undefined && beginsElements(document) ? lineEnds(change) : 0;
    if (count === 0) return;
    if (begun && start.line === begun.line && start.character === 0) {
      this.#jobs.add(document, begun.line, async (editor, line) => !begun.isSure || takeBack(editor, line, count));
    } else if (this.#coming?.document === document && start.isEqual(new vscode.Position(this.#coming.line - 1, 0))) {
      this.#begun = this.#coming;
    } else if (count === 2 && start.character > 0) {
      this.#begun = { document, line: start.line + 2, isSure: true };
      this.#jobs.add(document, start.line, async (editor, line) => {
        await formatFinishedLine(editor, line());
        return true;
      });
    } else if (count === 1 && start.character > 0 && isBlank(document, start.line + 1)) {
      if (isBlank(document, start.line + 2)) this.#lineEnded(document, start.line);
    }
  }

  #moved({ textEditor, selections: [selection], kind }: vscode.TextEditorSelectionChangeEvent): void {
    if (textEditor !== vscode.window.activeTextEditor) return;
    const { document } = textEditor;
    const isEnter = kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    for (const pressed of this.#pressed.splice(0)) pressed.isEnter = isEnter;
    if (document !== this.#begun?.document) return;
    const isThere = selection?.isEmpty && selection.active.isEqual(new vscode.Position(this.#begun.line, 0));
    if (!isThere) this.#begun = undefined;
  }

  /** Enter has been pressed at the end of a line, or something else that looks like it. */
  #lineEnded(document: vscode.TextDocument, at: number): void {
    const pressed: { isEnter?: boolean } = {};
    this.#pressed.push(pressed);
    // It is asked when its turn comes: until then, blank lines may come above it.
    this.#jobs.add(document, at, async (editor, line) => {
      const isToPart = pressed.isEnter && (await this.#isToPart(document, line()));
      if (isToPart === undefined) return false;
      return !isToPart || this.#part(editor, line());
    });
  }

  /** Whether Enter at the end of a line was to begin a new element; undefined where the server does not know it yet. */
  async #isToPart(document: vscode.TextDocument, line: number): Promise<boolean | undefined> {
    const { text, range } = document.lineAt(line);
    const position = plainPosition(range.end);
    const params: WritingKeysParams = { uri: document.uri.toString(), position, lastLine: text };
    const keys = await this.#server.request<WritingKeysResult | null>(writingKeysRequest, params);
    return keys ? keys.byRule === true : undefined;
  }

  /** Puts a blank line below a line, unless somebody has made one. */
  async #part(editor: vscode.TextEditor, line: number): Promise<boolean> {
    const { document, selection } = editor;
    const below = line + 1;
    const isHere = selection.active.line === below;
    if (!isBlank(document, below) || isHere) {
      const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
      const begun = { document, line: below + 1, isSure: false };
      if (isHere && isBlank(document, below)) this.#coming = begun;
      try {
        begun.isSure = await editor.edit((edit) => edit.insert(new vscode.Position(below, 0), end), NO_STEP);
      } finally {
        this.#coming = undefined;
      }
      if (!begun.isSure) return false;
    }
    await formatFinishedLine(editor, line);
    return true;
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

/** Takes line ends back, unless something stands between them by now. */
async function takeBack(editor: vscode.TextEditor, line: () => number, count: number): Promise<boolean> {
  const range = new vscode.Range(line(), 0, line() + count, 0);
  if (editor.document.getText(range).trim() !== '') return true;
  return editor.edit((edit) => edit.delete(range), NO_STEP);
}

/** How many line ends a change adds; 0 where it does anything else. */
function lineEnds({ range, text }: vscode.TextDocumentContentChangeEvent): number {
  return range.isEmpty && /^(?:\r?\n)+$/.test(text) ? text.split('\n').length - 1 : 0;
}

function isWithinLine({ range, text }: vscode.TextDocumentContentChangeEvent): boolean {
  return range.isSingleLine && !/[\r\n]/.test(text);
}

/** Whether nothing stands on a line, or there is none. */
function isBlank(document: vscode.TextDocument, line: number): boolean {
  return line >= document.lineCount || document.lineAt(line).isEmptyOrWhitespace;
}
