import { parseAnnotation } from '../annotations/parse.ts';
import type { MarkItem, SlipItem } from '../facts/file-facts.ts';
import { copy } from './characters.ts';

/** What a note says to us, if it is an annotation. `inside` is what stands between its brackets. */
export function noteItem(inside: string): MarkItem | SlipItem | undefined {
  const annotation = parseAnnotation(copy(inside), 0, 'note');
  if (annotation === undefined) return undefined;
  const { mark, problems, kind } = annotation;
  if (mark) return { type: 'mark', mark, flawed: problems.length > 0 };
  return { type: 'slip', code: problems[0]?.code ?? 'annotation.malformed', word: kind.text };
}
