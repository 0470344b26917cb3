import { URI } from 'vscode-uri';
import { innermostFolder } from '../../core/season/paths.ts';
import { readSettings, type Settings } from '../../lsp/settings.ts';
import type { Notes } from './notes.ts';
import type { StoryOptions } from './options.ts';
import { settingsIn } from './settings-file.ts';

/** The settings that hold for a file: those of its root's settings file, and before them what the command line says. */
export async function settingsOf(
  roots: readonly string[],
  options: StoryOptions,
  notes: Notes,
): Promise<(uri?: string) => Settings> {
  const { rule, limit, horizon } = options;
  const byRoot = new Map<string, Settings>();
  for (const root of roots) {
    const section =
      options.settings === false ? {} : await settingsIn(URI.parse(root).fsPath, (message) => notes.say(message));
    const rules = { ...(section.rules as object), ...rule };
    const limits = { ...(section.limits as object), ...limit };
    const all = { ...section, rules, limits, ...(horizon !== undefined && { horizon }) };
    byRoot.set(
      root,
      readSettings(all, (message) => notes.say(message)),
    );
  }
  const everywhere = readSettings({ rules: rule, limits: limit, horizon });
  return (uri) => {
    const root = uri === undefined ? undefined : innermostFolder(roots, uri);
    return (root === undefined ? undefined : byRoot.get(root)) ?? everywhere;
  };
}
