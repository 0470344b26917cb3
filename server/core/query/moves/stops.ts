import type { Target, TextTarget } from '../../season/season.ts';
import type { QueryContext } from '../context.ts';
import { momentAt } from '../mentions/mentioned.ts';

export type Direction = 'next' | 'previous';

/** A place to stop at, and the episode that it lies in. Lists of them are in narrative order. */
export interface Stop {
  readonly target: TextTarget;
  readonly episode: number;
}

/** The stop beside a place; past the last one either the first, or none. */
export function beside(
  context: QueryContext,
  offset: number,
  stops: readonly Stop[],
  direction: Direction,
  atTheEnd: 'goes round' | 'ends',
): { readonly target: Target; readonly wrapped: boolean } | undefined {
  const side = sideOf(context, offset);
  const found = direction === 'next' ? stops.find((stop) => side(stop) > 0) : stops.findLast((stop) => side(stop) < 0);
  if (found) return { target: found.target, wrapped: false };
  const other = direction === 'next' ? stops[0] : stops.at(-1);
  return other && atTheEnd === 'goes round' ? { target: other.target, wrapped: true } : undefined;
}

/**
 * On which side of a place a stop lies: below zero where before it, above where after, 0 where it begins there. One that
 * begins the line of the place is where one is, be the cursor further on in the line.
 */
function sideOf({ uri, manuscript, ...rest }: QueryContext, offset: number): (stop: Stop) => number {
  const { text } = manuscript;
  const lineStart = text.lineStart(text.lineAt(offset));
  const here = momentAt({ uri, manuscript, ...rest }, offset)?.episode ?? 0;
  return ({ target, episode }) => {
    if (target.uri !== uri) return episode - here || 1;
    const { start } = manuscript.place(target.item);
    if (start > offset) return 1;
    return start < lineStart || (start < offset && start !== lineStart) ? -1 : 0;
  };
}
