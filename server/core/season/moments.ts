import type { Moment, Season } from './season.ts';

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

/**
 * How many episodes lie from one moment to another, by their numbers where they have one: episode 8 comes three after
 * episode 5, whether or not 6 and 7 are written.
 */
export function distance(season: Season, from: Moment | undefined, to: Moment | undefined): number | undefined {
  if (!from || !to) return undefined;
  const a = season.episodes[from.episode];
  const b = season.episodes[to.episode];
  if (a?.number !== undefined && b?.number !== undefined && a.season === b.season) return b.number - a.number;
  return to.episode - from.episode;
}
