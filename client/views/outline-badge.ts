import * as vscode from 'vscode';
import { warningsRequest } from '../../server/protocol/season.ts';
import type { Connection } from '../server/connection.ts';
import type { Stories } from '../stories.ts';

/** The badge follows this many milliseconds behind: what is wrong changes with every key, and nobody looks while typing. */
const PAUSE = 1000;

/** Says on the view, and on the icon of its container while that is closed, how many warnings there are. */
export class OutlineBadge implements vscode.Disposable {
  readonly #server: Connection;
  readonly #stories: Stories;
  readonly #view: Pick<vscode.TreeView<unknown>, 'badge'>;
  readonly #listening: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Connection, stories: Stories, view: Pick<vscode.TreeView<unknown>, 'badge'>) {
    this.#server = server;
    this.#stories = stories;
    this.#view = view;
    this.#listening = server.onDidChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.show(), PAUSE);
    });
  }

  async show(): Promise<void> {
    if (!this.#stories.any) return;
    const count = await this.#server.request<number | null>(warningsRequest, {});
    if (typeof count === 'number') this.#view.badge = count === 0 ? undefined : { value: count, tooltip: words(count) };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
  }
}

function words(count: number): string {
  return count === 1 ? vscode.l10n.t('1 warning in the story') : vscode.l10n.t('{0} warnings in the story', count);
}
