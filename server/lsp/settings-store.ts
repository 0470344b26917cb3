import type { Connection } from 'vscode-languageserver';
import { innermostFolder } from '../core/season/paths.ts';
import { describe } from '../workspace/log.ts';
import type { Client } from './client.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** How long answers wait for the client's settings at the start. A client that never sends any must not stop everything. */
const patience = 1000;

/**
 * The settings as they are now: asked of the client, for the workspace and for each folder, or, of a client that cannot be
 * asked, what it sends.
 */
export class SettingsStore {
  private readonly connection: Connection;
  private readonly client: Client;
  private readonly changed: () => void;
  private everywhere: Settings;
  private readonly byFolder = new Map<string, Settings>();
  /** Counts how often was asked, so that a late answer does not undo a newer one. */
  private asked = 0;
  /** What is wrong with a setting is said once, however often it is read. */
  private readonly said = new Set<string>();

  constructor(connection: Connection, client: Client, changed: () => void) {
    this.connection = connection;
    this.client = client;
    this.changed = changed;
    this.everywhere = this.read(client.options.settings);
  }

  of(uri?: string): Settings {
    const folder = uri === undefined ? undefined : innermostFolder([...this.byFolder.keys()], uri);
    return folder === undefined ? this.everywhere : this.ofFolder(folder);
  }

  /** The settings of a workspace folder. */
  ofFolder(folder: string): Settings {
    return this.byFolder.get(folder) ?? this.everywhere;
  }

  /** Resolves when the client has answered, or has taken too long. Never rejects. */
  async ask(folders: readonly string[]): Promise<void> {
    if (!this.client.configuration) return;
    const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
    await Promise.race([this.pull(folders), late]);
  }

  /** What a client sends that cannot be asked: its whole settings, or only ours. */
  take(settings: unknown): void {
    const sent = settings as { readonly chekhov?: unknown } | null | undefined;
    this.everywhere = this.read(sent?.chekhov ?? sent ?? this.client.options.settings);
    this.changed();
  }

  private async pull(folders: readonly string[]): Promise<void> {
    const number = ++this.asked;
    try {
      const items = [{ section: 'chekhov' }, ...folders.map((scopeUri) => ({ scopeUri, section: 'chekhov' }))];
      const [everywhere, ...each] = (await this.connection.workspace.getConfiguration(items)) as unknown[];
      if (number !== this.asked) return;
      this.everywhere = everywhere === undefined ? defaultSettings : this.read(everywhere);
      this.byFolder.clear();
      for (const [i, folder] of folders.entries()) this.byFolder.set(folder, this.read(each[i]));
      this.changed();
    } catch (error) {
      this.connection.console.warn(`The settings cannot be read: ${describe(error)}`);
    }
  }
  private read(section: unknown): Settings {
    return readSettings(section, (message) => {
      if (this.said.has(message)) return;
      this.said.add(message);
      this.connection.console.warn(message);
    });
  }
}
