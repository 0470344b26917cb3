import * as vscode from 'vscode';
import {
  type OutlineParams,
  type OutlineRow,
  outlineRequest,
  type SeasonRowParams,
  seasonRowRequest,
} from '../../server/protocol/outline.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';
import { OutlineDrag, type OutlineDrop } from './outline-drag.ts';
import { FilterMemory } from './outline-filter.ts';
import { plainTooltip, treeItem } from './outline-item.ts';
import { OpenRows, sameRow } from './outline-memory.ts';
import { OutlineTree } from './outline-tree.ts';
import { rowCard } from './row-card.ts';

type Arrangement = OutlineParams['by'];

const REMEMBERED = 'chekhov.arrangement';
/** While somebody types, the outline follows this many milliseconds behind. */
const PAUSE = 250;
/** As many levels as VS Code opens at a time. */
const LEVELS = 3;

/** The Twist Outline: shows the rows that the server sends, and knows nothing of them but how they are arranged. */
export class TwistOutline implements vscode.TreeDataProvider<OutlineRow>, vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #shown = new vscode.EventEmitter<void>();
  readonly #dropped = new vscode.EventEmitter<OutlineDrop>();
  readonly #disposables: vscode.Disposable[];
  readonly filter: FilterMemory;
  readonly view: vscode.TreeView<OutlineRow>;
  #arrangement: Arrangement;
  #tree = new OutlineTree();
  /** How the rows of the tree are arranged: while others are fetched, they stay. */
  #shownBy: Arrangement | undefined;
  /** Ids of closed rows that somebody has opened: the next tree has what is below them too. */
  readonly #opened = new Set<string>();
  readonly #unfolded = new OpenRows();
  #loading: Promise<void> | undefined;
  /** Counts what was asked, so that an answer that has been overtaken is dropped. */
  #asked = 0;
  /** The server may have other rows by now. As long as the view is hidden, nobody asks. */
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;
  /** There are other rows to show. */
  readonly onDidShow = this.#shown.event;
  /** Rows have been dropped on a row. */
  readonly onDidDrop = this.#dropped.event;

  constructor(server: Connection, stories: Stories, memory: vscode.Memento) {
    this.#server = server;
    this.#stories = stories;
    this.#memory = memory;
    this.#arrangement = memory.get<Arrangement>(REMEMBERED, 'twist');
    this.filter = new FilterMemory(memory);
    this.view = vscode.window.createTreeView('chekhov.twistOutline', {
      treeDataProvider: this,
      dragAndDropController: new OutlineDrag((drop) => this.#dropped.fire(drop)),
      canSelectMany: true,
      showCollapseAll: true,
    });
    const arrange = (command: string, by: Arrangement): vscode.Disposable =>
      vscode.commands.registerCommand(command, () => this.#arrange(by));
    this.#disposables = [
      this.#changed,
      this.#shown,
      this.#dropped,
      this.view,
      this.filter,
      this.view.onDidChangeVisibility(() => this.#refreshSoon()),
      this.view.onDidExpandElement(({ element }) => this.#unfolded.set(element, true)),
      this.view.onDidCollapseElement(({ element }) => this.#unfolded.set(element, false)),
      this.filter.onDidChange(() => this.#refresh()),
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
      vscode.commands.registerCommand('chekhov.outline.expandAll', () => this.#expandAll()),
    ];
    this.#sayArrangement();
  }

  /** The rows as they are shown. */
  get tree(): OutlineTree {
    return this.#tree;
  }

  /** What the server is asked for, so that whoever asks for something else of the outline asks for the same rows. */
  get params(): OutlineParams {
    const { filter } = this.filter;
    return { by: this.#arrangement, ...(filter && { filter }) };
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    const { rows } = this.#tree;
    return treeItem(row, {
      alone: rows.length === 1 && row === rows[0],
      below: this.#tree.parentOf(row),
      open: this.#unfolded.get(row),
    });
  }

  getParent(row: OutlineRow): OutlineRow | undefined {
    return this.#tree.parentOf(row);
  }

  async getChildren(row?: OutlineRow): Promise<OutlineRow[]> {
    if (row) {
      const tree = this.#tree; // there may be another by the time that the server answers
      if (tree.isClosed(row)) await this.#open(tree, row);
      return [...tree.childrenOf(row)];
    }
    // Without a story there is nothing to ask: VS Code shows the welcome that package.json has for each case.
    if (!this.#stories.any) return [];
    this.#loading ??= this.#load();
    await this.#loading;
    return [...this.#tree.rows];
  }

  /** The row of a place in a text, for which its season is opened. */
  async rowAt(uri: vscode.Uri, { line, character }: vscode.Position): Promise<OutlineRow | undefined> {
    const row = this.#tree.at(uri, line, character);
    if (row || !this.#tree.rows.some((one) => this.#tree.isClosed(one))) return row;
    const params: SeasonRowParams = { uri: uri.toString() };
    const id = await this.#server.request<string | null>(seasonRowRequest, params);
    const season = this.#tree.rows.find((one) => one.id === id);
    if (!season || !this.#tree.isClosed(season)) return undefined;
    await this.#open(this.#tree, season);
    return this.#tree.at(uri, line, character);
  }

  /** Somebody points at a row. */
  async resolveTreeItem(item: vscode.TreeItem, row: OutlineRow): Promise<vscode.TreeItem> {
    item.tooltip = (await rowCard(this.#server, row)) ?? plainTooltip(row);
    return item;
  }

  /** Resolves when the rows are those of the story as it is now. */
  async upToDate(): Promise<void> {
    if (this.#stale || !this.#loading) await this.#refresh();
    else await this.#loading;
  }

  async #arrange(by: Arrangement): Promise<void> {
    this.#arrangement = by;
    this.#sayArrangement();
    await this.#memory.update(REMEMBERED, by);
    const [selected] = this.view.selection;
    await this.#refresh();
    if (selected && this.view.visible) await this.#select(selected);
  }

  /** Shows what is selected in another arrangement: the same row, else that of the place where it stands. */
  async #select(selected: OutlineRow): Promise<void> {
    const { location } = selected;
    const { line = 0, character = 0 } = location?.range.start ?? {};
    const row =
      sameRow(this.#tree, selected) ??
      (location && (await this.rowAt(vscode.Uri.parse(location.uri), new vscode.Position(line, character))));
    if (row) await this.view.reveal(row, { select: true, focus: false, expand: false });
  }

  #sayArrangement(): void {
    const words: Record<Arrangement, string> = {
      twist: vscode.l10n.t('by twist'),
      structure: vscode.l10n.t('by structure'),
      thread: vscode.l10n.t('by thread'),
    };
    this.view.description = words[this.#arrangement];
    void vscode.commands.executeCommand('setContext', 'chekhov.arrangement', this.#arrangement);
  }

  async #expandAll(): Promise<void> {
    await this.upToDate();
    const { rows } = this.#tree;
    for (const row of rows) await this.#expand(row);
    if (rows[0]) await this.view.reveal(rows[0], { select: false, focus: false });
  }

  async #expand(row: OutlineRow): Promise<void> {
    // Of very many seasons none is opened that nobody has looked at.
    if (this.#tree.childrenOf(row).length === 0) return;
    await this.view.reveal(row, { select: false, focus: false, expand: LEVELS });
    for (const deep of this.#below(row, LEVELS)) await this.#expand(deep);
  }

  /** The rows so many levels below a row. */
  #below(row: OutlineRow, levels: number): readonly OutlineRow[] {
    return levels === 0 ? [row] : this.#tree.childrenOf(row).flatMap((child) => this.#below(child, levels - 1));
  }

  #refreshSoon(): void {
    if (!this.#stale || !this.view.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, PAUSE);
  }

  /** Rows that have not changed are left alone, with what is selected and expanded among them. */
  async #refresh(): Promise<void> {
    if (!this.#stories.any) return;
    const before = this.#tree;
    this.#loading = this.#load();
    await this.#loading;
    if (before !== this.#tree) this.#changed.fire(undefined);
  }

  async #load(): Promise<void> {
    this.#stale = false;
    const asked = ++this.#asked;
    const { params } = this;
    const { by } = params;
    const rows = await this.#server.request<OutlineRow[]>(outlineRequest, params);
    const tree = rows && (await this.#treeOf(rows));
    if (asked !== this.#asked) return;
    if (tree) {
      if (!tree.equals(this.#tree)) {
        if (by !== this.#shownBy) this.#unfolded.carry(this.#tree, tree);
        this.#tree = tree;
      }
      this.#shownBy = by;
      sayState('ready');
    }
    // Where nothing is left to be shown, the welcome says so: a message would take its place.
    this.view.message = rows
      ? rows.length > 0
        ? this.filter.words
        : undefined
      : vscode.l10n.t('The language server does not answer. The output channel “Chekhov” says more.');
    this.#shown.fire();
  }

  /** With what is below the rows that are open. */
  async #treeOf(rows: readonly OutlineRow[]): Promise<OutlineTree> {
    const tree = new OutlineTree(rows);
    const open = rows.filter(({ id, closed }) => closed && this.#opened.has(id));
    await Promise.all(
      open.map(async (row) => {
        const below = await this.#rowsBelow(row);
        if (below) tree.open(row, below);
      }),
    );
    return tree;
  }

  /** A row that is closed is opened. */
  async #open(tree: OutlineTree, row: OutlineRow): Promise<void> {
    this.#opened.add(row.id);
    const rows = await this.#rowsBelow(row);
    // Somebody else may have opened it meanwhile: those rows are the ones that are shown.
    if (rows && tree.isClosed(row)) tree.open(row, rows);
  }

  #rowsBelow({ id }: OutlineRow): Promise<readonly OutlineRow[] | undefined> {
    return this.#server.request<OutlineRow[]>(outlineRequest, { ...this.params, season: id });
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
