import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { TextEdit } from '../text/span.ts';

/**
 * Writes into the annotation at an offset at which time of the film it happens: `at=41:30`, in the place of one that is there.
 * Undefined where the offset is in no annotation, or in one that has no keys, as a craft note.
 */
export function writePlaybackTime(manuscript: Manuscript, offset: number, time: string): TextEdit | undefined {
  const item = annotationAround(manuscript, offset);
  const annotation = item === undefined ? undefined : manuscript.annotation(item);
  if (item === undefined || !annotation) return undefined;
  const { ids, value, keys, start, end, kind } = annotation;
  const there = keys.find(({ key }) => key.text === 'at');
  if (there) return { start: there.start, end: there.end, insert: `at=${time}` };
  const behind = Math.max(kind.end, ...[...ids, ...keys, ...(value ? [value] : [])].map((part) => part.end));
  const close = end - (annotation.form === 'note' ? 2 : 3);
  const places = [behind, start + manuscript.text.slice(start, close).trimEnd().length];
  return places
    .map((at): TextEdit => ({ start: at, end: at, insert: ` at=${time}` }))
    .find((edit) => timeIn(manuscript.edit([edit]), item) === time);
}

function annotationAround(manuscript: Manuscript, offset: number): number | undefined {
  const items = itemsOf(manuscript.facts);
  // An offset at the end of a line may have the next item before it that begins at it.
  for (let item = manuscript.itemAt(offset); item >= 0; item--) {
    const { start, end } = manuscript.place(item);
    const { type } = items[item]!;
    if (type === 'mark' || type === 'slip') return start < offset && offset < end ? item : undefined;
    if (end < offset) return undefined;
  }
  return undefined;
}

function timeIn(manuscript: Manuscript, item: number): string | undefined {
  const annotation = manuscript.annotation(item);
  return annotation?.mark?.keys.at;
}
