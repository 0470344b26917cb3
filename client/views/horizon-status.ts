import * as vscode from 'vscode';
import { type EpisodesParams, type EpisodesResult, episodesRequest } from '../../server/protocol/season.ts';
import { horizonOf } from '../commands/horizon.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';

/** After a change it is asked this many milliseconds later whether there are episodes: that rarely changes. */
const PAUSE = 1000;

/**
 * Says in the status bar how far the reader has got, while a story in episodes is open, and lets it be changed there. A film
 * has no episode to have got to.
 */
export class HorizonStatus implements vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #item = vscode.window.createStatusBarItem('chekhov.horizon', vscode.StatusBarAlignment.Right, 90);
  readonly #disposables: vscode.Disposable[];

  /** Whether the stories that have been looked at have episodes. */
  readonly #hasEpisodes = new Map<string, boolean>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Connection, stories: Stories) {
    this.#server = server;
    this.#stories = stories;
    this.#item.name = vscode.l10n.t('Chekhov: Horizon');
    this.#item.command = 'chekhov.setHorizon';
    this.#disposables = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#show()),
      stories.onDidFind(() => this.#show()),
      stories.onDidChangeStudies(() => this.#show()),
      server.onDidChange(() => {
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined;
          void this.#ask();
        }, PAUSE);
      }),
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
    const hasEpisodes = this.#hasEpisodes.get(story.uri.toString());
    if (hasEpisodes === undefined) void this.#ask();
    // What is set can be taken back, whatever there is.
    if (episode === undefined && !hasEpisodes) {
      // Until it is known, it is as for the story before.
      if (hasEpisodes === false) this.#item.hide();
      return;
    }
    this.#item.text =
      episode === undefined ? vscode.l10n.t('$(eye) Whole Story') : vscode.l10n.t('$(eye) Up to E{0}', episode);
    this.#item.tooltip =
      episode === undefined
        ? vscode.l10n.t('Chekhov shows the whole story. Click to hide what lies ahead of an episode.')
        : vscode.l10n.t('Chekhov hides what is told after episode {0}. Click to move the horizon.', episode);
    this.#item.show();
  }

  async #ask(): Promise<void> {
    const uri = openStory(this.#stories)?.uri.toString();
    if (uri === undefined) return;
    const params: EpisodesParams = { uri };
    const answer = await this.#server.request<EpisodesResult | null>(episodesRequest, params);
    if (!answer) return;
    const hasEpisodes = answer.episodes.length > 0;
    if (this.#hasEpisodes.get(uri) === hasEpisodes) return;
    this.#hasEpisodes.set(uri, hasEpisodes);
    this.#show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const it of this.#disposables) it.dispose();
  }
}

/** The story that one is looking at: the active editor's, else that of any editor that can be seen. */
export function openStory(stories: Stories): vscode.TextDocument | undefined {
  const { activeTextEditor: active, visibleTextEditors } = vscode.window;
  const editors = active ? [active, ...visibleTextEditors] : visibleTextEditors;
  return editors.map(({ document }) => document).find(({ uri, languageId }) => stories.isStory(uri, languageId));
}
