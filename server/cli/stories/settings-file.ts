import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { textOf } from '../../workspace/file-system.ts';

/**
 * The section `chekhov` of a folder's `.vscode/settings.json`, as an editor would send it; empty where there is none.
 * `warn` is told where the file has a mistake: what can be read of it counts.
 */
export async function settingsIn(folder: string, warn: (message: string) => void): Promise<Record<string, unknown>> {
  const file = path.join(folder, '.vscode/settings.json');
  let text: string;
  try {
    text = textOf(await readFile(file));
  } catch {
    return {};
  }
  const errors: ParseError[] = [];
  const settings: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors[0]) {
    const line = text.slice(0, errors[0].offset).split('\n').length;
    warn(`${file} has a mistake in line ${line}. What could be read of it counts.`);
  }
  return sectionOf(settings);
}

/** `{"chekhov.limits.rushedPages": 5}` is `{limits: {rushedPages: 5}}`. */
function sectionOf(settings: unknown): Record<string, unknown> {
  const section: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings ?? {})) {
    const [, name, rest] = /^chekhov\.(\w+)(?:\.(.+))?$/.exec(key) ?? [];
    if (name === undefined) continue;
    section[name] = rest === undefined ? value : { ...(section[name] as object), [rest]: value };
  }
  return section;
}
