import type { Annotation } from '../annotations/annotation.ts';
import type { MarkItem, SlipItem } from './file-facts.ts';

/** What is known of an annotation, without its place. */
export function markItem(annotation: Annotation): MarkItem | SlipItem {
  const { mark, problems, kind } = annotation;
  if (mark) return { type: 'mark', mark, flawed: problems.length > 0 };
  return { type: 'slip', code: problems[0]?.code ?? 'annotation.malformed', word: kind.text };
}
