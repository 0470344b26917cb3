import { nameOf } from '../core/season/paths.ts';

/**
 * What a file is by its name: a script, a treatment or a study; or Markdown that is a treatment only if a study names it.
 */
export type FileKind = 'script' | 'treatment' | 'study' | 'markdown';

/** By these the files of a folder are found and watched. `kindOfFile` has the last word. */
export const filePattern = '**/*.{fountain,spmd,treatment,md,markdown,study.yaml}';

const endings: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(fountain|spmd)$/i, 'script'],
  [/\.treatment(\.md)?$/i, 'treatment'],
  [/\.study\.yaml$/i, 'study'],
  [/\.(md|markdown)$/i, 'markdown'],
];

/** The kind of a file by its name; undefined for all other files. */
export function kindOfFile(uri: string): FileKind | undefined {
  const name = nameOf(uri);
  return endings.find(([ending]) => ending.test(name))?.[1];
}

/**
 * The kind of an open document: by its name, else by its language. An untitled document has no name: its Markdown is taken
 * for a treatment, and its YAML for a study if it says that it is one.
 */
export function kindOfDocument(uri: string, languageId: string, text: string): FileKind | undefined {
  const byName = kindOfFile(uri);
  if (byName !== undefined) return byName;
  if (languageId === 'fountain') return 'script';
  if (!uri.startsWith('untitled:')) return undefined;
  if (languageId === 'markdown') return 'treatment';
  if (languageId === 'yaml' && /^study\s*:/m.test(text)) return 'study';
  return undefined;
}
