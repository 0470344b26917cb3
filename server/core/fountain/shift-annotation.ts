import type { Annotation, KeyPart } from '../annotations/annotation.ts';
import type { Span } from '../text/span.ts';

/** The annotation with all its spans moved by a distance. */
export function shiftAnnotation(annotation: Annotation, by: number): Annotation {
  const shift = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const shiftKey = (part: KeyPart): KeyPart => ({
    ...shift(part),
    key: shift(part.key),
    value: shift(part.value),
    values: part.values.map(shift),
  });
  return {
    ...shift(annotation),
    kind: shift(annotation.kind),
    ids: annotation.ids.map(shift),
    keys: annotation.keys.map(shiftKey),
    ...(annotation.note && { note: shift(annotation.note) }),
    problems: annotation.problems.map(shift),
  };
}
