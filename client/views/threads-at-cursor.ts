import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { type SceneParams, type SceneResult, sceneRequest } from '../../server/protocol/scene.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';
import { plainTooltip, treeItem } from './outline-item.ts';
import { rowCard } from './row-card.ts';

/** The view follows the cursor this many milliseconds behind, so that a held arrow key asks little. */
const PAUSE = 150;

/**
 * Threads at Cursor: who is in the scene under the cursor, what they know, which threads are open and when each was last
 * touched. While the view is hidden nothing is asked.
 */
export class ThreadsAtCursor implements vscode.TreeDataProvider<OutlineRow>, vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<OutlineRow>;
  readonly #disposables: vscode.Disposable[];
  #editor: vscode.TextEditor | undefined;
  #rows: readonly OutlineRow[] = [];
  /** What the rows were asked for; another line, text or state of the season asks anew. */
  #askedFor = '';
  /** Grows whenever the server may know more. */
  #season = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#stories = stories;
    this.#view = vscode.window.createTreeView('chekhov.threadsAtCursor', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#updateSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#updateSoon()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#updateSoon();
      }),
      server.onDidChange(() => {
        this.#season++;
        this.#updateSoon();
      }),
    ];
    this.#updateSoon();
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    return treeItem(row);
  }

  getChildren(row?: OutlineRow): OutlineRow[] {
    return [...(row ? (row.children ?? []) : this.#rows)];
  }

  /** The card of a row, when somebody rests on it. */
  async resolveTreeItem(item: vscode.TreeItem, row: OutlineRow): Promise<vscode.TreeItem> {
    item.tooltip = (await rowCard(this.#server, row)) ?? plainTooltip(row);
    return item;
  }

  #updateSoon(): void {
    if (!this.#view.visible || !this.#stories.any) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#update();
    }, PAUSE);
  }

  async #update(): Promise<void> {
    this.#editor = this.#storyEditor();
    const { document, selection } = this.#editor ?? {};
    const line = selection?.active.line ?? 0;
    const wanted = document ? `${document.uri} ${document.version} ${line} ${this.#season}` : '';
    if (wanted === this.#askedFor) return;
    this.#askedFor = wanted;
    const params: SceneParams | undefined = document && {
      uri: document.uri.toString(),
      position: { line, character: 0 },
    };
    const result = params && (await this.#server.request<SceneResult | null>(sceneRequest, params));
    if (wanted !== this.#askedFor) return;
    this.#show(result ?? undefined);
  }

  /** The active editor; while something else is active, the one that was, as long as it can be seen. */
  #storyEditor(): vscode.TextEditor | undefined {
    const { activeTextEditor: active, visibleTextEditors } = vscode.window;
    const isStory = ({ document }: vscode.TextEditor) => this.#stories.isStory(document.uri, document.languageId);
    if (active && isStory(active)) return active;
    return this.#editor && visibleTextEditors.includes(this.#editor) ? this.#editor : undefined;
  }

  /** Rows that are the same are left alone, with what is selected and expanded among them. */
  #show(result: SceneResult | undefined): void {
    const rows = result && 'rows' in result ? result.rows : [];
    const state = !result ? 'noText' : 'none' in result ? result.none : 'scene';
    void vscode.commands.executeCommand('setContext', 'chekhov.scene', state);
    if (JSON.stringify(rows) === JSON.stringify(this.#rows)) return;
    this.#rows = rows;
    this.#changed.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}
