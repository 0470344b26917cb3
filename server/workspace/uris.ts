import { URI } from 'vscode-uri';

const known = new Map<string, string>();
const mostKnown = 10_000;

/**
 * The one spelling by which a file is known here. Editors escape URIs differently (`%5B` or `[`, `C:` or `c%3A`), and two
 * spellings of a file must not become two files.
 */
export function canonical(uri: string): string {
  const found = known.get(uri);
  if (found !== undefined) return found;
  const spelled = spell(uri);
  if (known.size >= mostKnown) known.clear();
  known.set(uri, spelled);
  return spelled;
}

function spell(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** A folder's canonical URI, without a slash at the end. */
export function canonicalFolder(uri: string): string {
  return canonical(uri).replace(/\/+$/, '');
}

/** Whether a file or folder lies in one of the folders, at any depth. All are canonical. */
export function liesIn(folders: Iterable<string>, uri: string): boolean {
  for (const folder of folders) if (uri.startsWith(`${folder}/`)) return true;
  return false;
}

/** The scheme of a canonical URI: `file`, `untitled`, `vscode-vfs`. */
export function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':'));
}
