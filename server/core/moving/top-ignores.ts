import type { Manuscript } from '../manuscript.ts';
import { headSpan } from '../query/head.ts';
import { itemsOf } from '../season/items.ts';

/** The `[[ignore: …]]` that hold for the whole file, since nothing but the title page stands above them. */
export function topIgnores(manuscript: Manuscript): number[] {
  const { text } = manuscript;
  const found: number[] = [];
  let end = headSpan(manuscript)?.end ?? 0;
  for (const [i, item] of itemsOf(manuscript.facts).entries()) {
    if (item.type !== 'mark' || item.mark.kind !== 'ignore') break;
    const place = manuscript.place(i);
    if (text.slice(end, place.start).trim() !== '') break;
    end = place.end;
    found.push(i);
  }
  return found;
}
