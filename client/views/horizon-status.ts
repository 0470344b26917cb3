import * as vscode from 'vscode';
import { horizonOf } from '../commands/horizon.ts';
import type { Stories } from '../stories.ts';

/** Says in the status bar how far the reader has got, while a story is open, and lets it be changed there. */
export class HorizonStatus implements vscode.Disposable {
  readonly #stories: Stories;
  readonly #item = vscode.window.createStatusBarItem('chekhov.horizon', vscode.StatusBarAlignment.Right, 90);
  readonly #disposables: vscode.Disposable[];

  constructor(stories: Stories) {
    this.#stories = stories;
    this.#item.name = vscode.l10n.t('Chekhov: Horizon');
    this.#item.command = 'chekhov.setHorizon';
    this.#disposables = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#show()),
      stories.onDidFind(() => this.#show()),
      stories.onDidChangeStudies(() => this.#show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chekhov.horizon')) this.#show();
      }),
    ];
    this.#show();
  }

  #show(): void {
    const story = openStory(this.#stories);
    if (!story) {
      this.#item.hide();
      return;
    }
    const episode = horizonOf(story.uri);
    this.#item.text =
      episode === undefined ? vscode.l10n.t('$(eye) Whole Story') : vscode.l10n.t('$(eye) Up to E{0}', episode);
    this.#item.tooltip =
      episode === undefined
        ? vscode.l10n.t('Chekhov shows the whole story. Click to hide what lies ahead of an episode.')
        : vscode.l10n.t('Chekhov hides what is told after episode {0}. Click to move the horizon.', episode);
    this.#item.show();
  }

  dispose(): void {
    for (const it of this.#disposables) it.dispose();
  }
}

/** The story that one is looking at: the active editor's, else that of any editor that can be seen. */
export function openStory(stories: Stories): vscode.TextDocument | undefined {
  const { activeTextEditor: active, visibleTextEditors } = vscode.window;
  const editors = active ? [active, ...visibleTextEditors] : visibleTextEditors;
  return editors.map(({ document }) => document).find(({ uri, languageId }) => stories.isStory(uri, languageId));
}
