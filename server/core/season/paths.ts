/** URIs as folders and names. Pure string work: a URI here is any text with `/` between its parts. */

/** The folder that a file lies in, without a slash at the end; empty for a URI without one (`untitled:Untitled-1`). */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? '' : uri.slice(0, slash);
}

/** The last part of a URI, decoded: `My Show.fountain`. */
export function nameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The path of a file below a folder, decoded, or undefined where it does not lie there. */
export function pathWithin(folder: string, uri: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri.startsWith(base) ? decode(uri.slice(base.length)) : undefined;
}

/** The innermost of the folders that holds the file. */
export function innermostFolder(folders: readonly string[], uri: string): string | undefined {
  let best: string | undefined;
  for (const folder of folders) {
    if (pathWithin(folder, uri) === undefined) continue;
    if (best === undefined || folder.length > best.length) best = folder;
  }
  return best;
}

/** A URI's escapes undone; a text that is no proper URI as it is. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Made when first used: it takes long, for which the start of the server need not wait. */
let collator: Intl.Collator | undefined;

/** In the order of names that readers expect: `e2` before `e10`, capitals among small letters. */
export function byName(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}
