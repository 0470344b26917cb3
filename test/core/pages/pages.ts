import { Script } from '../../../server/core/fountain/script.ts';
import type { PageFormat } from '../../../server/core/pages/format.ts';
import { paginate } from '../../../server/core/pages/pagination.ts';

/** The printed pages of a script, each as its lines. */
export function pagesOf(text: string, format?: PageFormat): string[][] {
  const pagination = paginate(Script.parse(text), format);
  return Array.from({ length: pagination.pages }, (_, page) => pagination.print(page + 1));
}

/** An action that takes so many lines. */
export function lines(count: number): string {
  return Array.from({ length: count }, (_, i) => `Line ${i + 1}.`).join('\n');
}

/** A sentence that takes so many lines of a speech, and does not fill the last. */
export function sentence(count: number, word = 'words'): string {
  // A line of a speech holds 35 characters: five times `words ` and a half.
  const text = `${`${word} `.repeat(5 * count).trim()}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands on a line, without its indent. */
export function bare(line: string | undefined): string {
  return (line ?? '').trim();
}
