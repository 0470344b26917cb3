import type { TextEdit } from '../text/span.ts';

/**
 * Edits that are all meant for the same text, none touching another, in the order in which `Manuscript.edit` takes them: from
 * the last, so that none moves the others.
 */
export function lastFirst(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
}
