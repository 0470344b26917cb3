import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { isSamePlace } from './outline-memory.ts';
import type { TwistOutline } from './twist-outline.ts';

const SETTING = 'outline.followCursor';
/** The outline follows when the cursor has rested for this many milliseconds. */
const REST = 150;

/** Shows in the outline what the cursor is on: when asked to, or always. The editor keeps the focus. */
export class OutlineFollow implements vscode.Disposable {
  readonly #outline: TwistOutline;
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outline: TwistOutline) {
    this.#outline = outline;
    this.#disposables = [
      vscode.window.onDidChangeTextEditorSelection(() => this.#soon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#soon()),
      outline.view.onDidChangeVisibility(() => this.#soon()),
      outline.onDidShow(() => this.#soon()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`chekhov.${SETTING}`)) this.#soon();
      }),
      vscode.commands.registerCommand('chekhov.outline.followCursor', () => follow(true)),
      vscode.commands.registerCommand('chekhov.outline.stopFollowing', () => follow(false)),
      vscode.commands.registerCommand('chekhov.outline.reveal', () => this.reveal()),
    ];
  }

  /** Opens the view, and shows the row of what the cursor is on. */
  async reveal(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    await this.#outline.upToDate();
    const row = await this.#rowAt(editor);
    if (row) await this.#outline.view.reveal(row, { select: true, focus: true, expand: false });
    else {
      void vscode.window.showInformationMessage(
        this.#outline.filter.filter
          ? vscode.l10n.t('The outline, as it is filtered, has nothing of this place.')
          : vscode.l10n.t('The outline, as it is arranged, has nothing of this place.'),
      );
    }
  }

  #soon(): void {
    if (!this.#outline.view.visible || !isFollowing()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(), REST);
  }

  async #follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const { view } = this.#outline;
    if (!editor || !view.visible || !isFollowing()) return;
    const row = await this.#rowAt(editor);
    // Whoever has chosen a row that stands for the same place is left with it.
    if (!row || view.selection.some((one) => one === row || isSamePlace(one, row))) return;
    await view.reveal(row, { select: true, focus: false, expand: false });
  }

  #rowAt({ document, selection }: vscode.TextEditor): Promise<OutlineRow | undefined> {
    return this.#outline.rowAt(document.uri, selection.active);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

function isFollowing(): boolean {
  return vscode.workspace.getConfiguration('chekhov').get<boolean>(SETTING) === true;
}

/** Where the setting is made for the workspace it is changed there, else for all of them. */
async function follow(yes: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration('chekhov');
  const isOfWorkspace = settings.inspect(SETTING)?.workspaceValue !== undefined;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await settings.update(SETTING, yes, isOfWorkspace ? Workspace : Global);
}
