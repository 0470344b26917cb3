import { READING_KINDS } from '../../annotations/kinds.ts';
import { itemsOf } from '../../season/items.ts';
import type { Target } from '../../season/season.ts';
import type { QueryContext } from '../context.ts';
import { threadMentionsIn } from '../mentions/mention-list.ts';
import type { Direction } from './stops.ts';

/** The mark beside a place of the text, round its end: an annotation, or a mention whose role is inferred. */
export function besideMark(
  context: QueryContext,
  offset: number,
  direction: Direction,
): { readonly target: Target; readonly wrapped: boolean } | undefined {
  const stops = marksIn(context);
  const found =
    direction === 'next' ? stops.find(({ start }) => start > offset) : stops.findLast(({ start }) => start < offset);
  if (found) return { target: found.target, wrapped: false };
  const other = direction === 'next' ? stops[0] : stops.at(-1);
  return other && { target: other.target, wrapped: true };
}

function marksIn(context: QueryContext): { start: number; target: Target }[] {
  const { uri, manuscript } = context;
  const annotated = itemsOf(manuscript.facts).flatMap((item, i) =>
    item.type === 'mark' && !READING_KINDS.has(item.mark.kind)
      ? [{ start: manuscript.place(i).start, target: { uri, item: i } }]
      : [],
  );
  const inferred = threadMentionsIn(context).flatMap(({ start, end, kind }) =>
    kind === 'mention' ? [] : [{ start, target: { uri, span: { start, end } } }],
  );
  return [...annotated, ...inferred].sort((a, b) => a.start - b.start);
}
