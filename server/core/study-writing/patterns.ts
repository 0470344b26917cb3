import { nameOf, pathWithin } from '../season/paths.ts';

/** An ending by which a text is known for what it is. Any other Markdown file is one only because a study names it. */
const ENDING = /(?:\.treatment)?\.(?:fountain|spmd|treatment|md|markdown)$/i;
const PLAIN_MARKDOWN = /(?<!\.treatment)\.(?:md|markdown)$/i;

/** What a study's `files` says where there is no text yet. */
export const usualPatterns: readonly string[] = ['*.fountain', '*.treatment.md'];

/**
 * Patterns for the `files` of a study that texts fit, one a kind of text: `*.fountain`, with a pattern for folders
 * before it where some lie in folders below. Other Markdown files are named one by one: a pattern might fit what is no treatment.
 *
 * @param folder of the study; where a text does not lie below it, its name counts
 */
export function patternsFor(folder: string, uris: Iterable<string>): readonly string[] {
  const deep = new Map<string, boolean>();
  const single = new Set<string>();
  for (const uri of uris) {
    const path = pathWithin(folder, uri) ?? nameOf(uri);
    const ending = ENDING.exec(path)?.[0];
    if (ending === undefined) continue;
    if (!PLAIN_MARKDOWN.test(path)) deep.set(ending, deep.get(ending) === true || path.includes('/'));
    else if (!/[*?[\]{}()!\\+@|]/.test(path)) single.add(path);
  }
  const patterns = [...deep].map(([ending, below]) => `${below ? '**/' : ''}*${ending}`);
  return patterns.length + single.size === 0 ? usualPatterns : [...patterns.sort(), ...[...single].sort()];
}
