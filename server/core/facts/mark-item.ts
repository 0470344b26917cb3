import type { AnnotationProblem, Mark } from '../annotations/annotation.ts';
import type { MarkItem, SlipItem } from './file-facts.ts';

/**
 * What is known of an annotation, without its place.
 *
 * @param word what stands where the kind should
 */
export function markItem(
  mark: Mark | undefined,
  problems: readonly AnnotationProblem[],
  word: string,
): MarkItem | SlipItem {
  if (mark) return { type: 'mark', mark, flawed: problems.length > 0 };
  return { type: 'slip', code: problems[0]?.code ?? 'annotation.malformed', word };
}
