import * as vscode from 'vscode';
import { type OutlineParams, type OutlineRow, outlineRequest } from '../../server/protocol.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';
import { treeItem } from './outline-item.ts';

type Arrangement = OutlineParams['by'];

const REMEMBERED = 'chekhov.arrangement';
/** While somebody types, the outline follows this many milliseconds behind. */
const PAUSE = 250;

/** The Twist Outline: shows the rows that the server sends, and knows nothing of them but how they are arranged. */
export class TwistOutline implements vscode.TreeDataProvider<OutlineRow>, vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<OutlineRow>;
  readonly #disposables: vscode.Disposable[];
  #arrangement: Arrangement;
  #rows: readonly OutlineRow[] = [];
  #loading: Promise<void> | undefined;
  /** Counts what was asked, so that an answer that has been overtaken is dropped. */
  #asked = 0;
  /** The server may have other rows by now. As long as the view is hidden, nobody asks. */
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: Connection, stories: Stories, memory: vscode.Memento) {
    this.#server = server;
    this.#stories = stories;
    this.#memory = memory;
    this.#arrangement = memory.get<Arrangement>(REMEMBERED, 'twist');
    this.#view = vscode.window.createTreeView('chekhov.twistOutline', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const arrange = (command: string, by: Arrangement): vscode.Disposable =>
      vscode.commands.registerCommand(command, () => this.#arrange(by));
    this.#disposables = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#refreshSoon()),
      stories.onDidLookInVain(() => sayState('noStories')),
      stories.onDidFind(() => {
        sayState('loading');
        this.#changed.fire(undefined);
      }),
      server.onDidChange(() => {
        this.#stale = true;
        this.#refreshSoon();
      }),
      arrange('chekhov.outline.byTwist', 'twist'),
      arrange('chekhov.outline.byStructure', 'structure'),
      arrange('chekhov.outline.byThread', 'thread'),
      vscode.commands.registerCommand('chekhov.outline.refresh', () => this.#refresh()),
    ];
    this.#sayArrangement();
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    return treeItem(row, this.#rows.length === 1 && row === this.#rows[0]);
  }

  async getChildren(row?: OutlineRow): Promise<OutlineRow[]> {
    if (row) return [...(row.children ?? [])];
    // Without a story there is nothing to ask: VS Code shows the welcome that package.json has for each case.
    if (!this.#stories.any) return [];
    this.#loading ??= this.#load();
    await this.#loading;
    return [...this.#rows];
  }

  async #arrange(by: Arrangement): Promise<void> {
    this.#arrangement = by;
    this.#sayArrangement();
    await this.#memory.update(REMEMBERED, by);
    await this.#refresh();
  }

  #sayArrangement(): void {
    const words: Record<Arrangement, string> = {
      twist: vscode.l10n.t('by twist'),
      structure: vscode.l10n.t('by structure'),
      thread: vscode.l10n.t('by thread'),
    };
    this.#view.description = words[this.#arrangement];
    void vscode.commands.executeCommand('setContext', 'chekhov.arrangement', this.#arrangement);
  }

  #refreshSoon(): void {
    if (!this.#stale || !this.#view.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, PAUSE);
  }

  /** Rows that have not changed are left alone, with what is selected and expanded among them. */
  async #refresh(): Promise<void> {
    if (!this.#stories.any) return;
    const before = this.#rows;
    this.#loading = this.#load();
    await this.#loading;
    if (JSON.stringify(before) !== JSON.stringify(this.#rows)) this.#changed.fire(undefined);
  }

  async #load(): Promise<void> {
    this.#stale = false;
    const asked = ++this.#asked;
    const params: OutlineParams = { by: this.#arrangement };
    const rows = await this.#server.request<OutlineRow[]>(outlineRequest, params);
    if (asked !== this.#asked) return;
    if (rows) {
      this.#rows = rows;
      sayState('ready');
    }
    this.#view.message = rows
      ? undefined
      : vscode.l10n.t('The language server does not answer. The output channel “Chekhov” says more.');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

/** Decides which welcome an empty view shows. Before anything is known, and while the server reads, none does. */
function sayState(state: 'noStories' | 'loading' | 'ready'): void {
  void vscode.commands.executeCommand('setContext', 'chekhov.state', state);
}
