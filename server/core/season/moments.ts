import type { Moment } from './season.ts';

/**
 * Below zero where `a` is told before `b`, above where after, 0 where both are the same item; undefined where the text does
 * not decide it, as between two entries of one episode that have no place in it.
 */
export function compareMoments(a: Moment | undefined, b: Moment | undefined): number | undefined {
  if (!a || !b) return undefined;
  if (a.episode !== b.episode) return a.episode - b.episode;
  if (a.item === undefined || b.item === undefined) return undefined;
  return a.item - b.item;
}

/** For listing: by episode, then place; within an episode those without a place come last, those without a moment at all last. */
export function byMoment(a: { readonly moment?: Moment }, b: { readonly moment?: Moment }): number {
  const episode = (a.moment?.episode ?? Infinity) - (b.moment?.episode ?? Infinity);
  if (episode) return episode;
  const item = (a.moment?.item ?? Infinity) - (b.moment?.item ?? Infinity);
  return item || 0;
}
