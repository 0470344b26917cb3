import { compareStoryTimes, type StoryTime } from '../annotations/story-time.ts';
import { compareMoments } from '../season/moments.ts';
import type { Season } from '../season/season.ts';
import type { StoryPlace } from './place.ts';

/**
 * The two orders of design, section 7, as far as they are certain: below zero where `a` comes before `b`, above where after,
 * 0 where they are one; undefined where the text does not decide it.
 */

/** For somebody: the audience learns in the order of the telling, everybody else in that of the story. */
export function orderFor(season: Season, who: string, a: StoryPlace, b: StoryPlace): number | undefined {
  return who === 'audience' ? narrativeOrder(season, a, b) : storyOrder(season, a, b);
}

export function narrativeOrder(season: Season, a: StoryPlace, b: StoryPlace): number | undefined {
  if (a.moment && b.moment && a.moment.episode !== b.moment.episode) {
    // Where an episode without a number belongs, nobody has said.
    const numbered = [a, b].every(({ moment }) => season.episodes[moment!.episode]?.number !== undefined);
    return numbered ? compareMoments(a.moment, b.moment) : undefined;
  }
  if (!a.moment || !b.moment || !a.text || !b.text) return undefined;
  return a.text.uri === b.text.uri ? a.text.item - b.text.item : undefined;
}

/** In story order where both have a story time, in narrative order where neither lies in a flashback. */
export function storyOrder(season: Season, a: StoryPlace, b: StoryPlace): number | undefined {
  const narrative = narrativeOrder(season, a, b);
  if (narrative === 0) return 0;
  if (a.time && b.time) {
    const order = timeOrder(a.time, b.time, { narrative, sameText: isSameEpisode(a, b) });
    if (order !== 0) return order;
  }
  return a.flashback || b.flashback ? undefined : narrative;
}

/** The present of a season goes on for less than this, and a time that lies further off lies outside it. In minutes. */
const LONGEST_PRESENT = 0.5 * 365.25 * 24 * 60;

/**
 * Times on the axis of `now` are counted from the present at their own place, and the present moves on from scene to scene:
 * two hours before the last scene may be weeks after the first.
 */
function timeOrder(
  a: StoryTime,
  b: StoryTime,
  { narrative, sameText }: { readonly narrative: number | undefined; readonly sameText: boolean },
): number | undefined {
  if (a.axis !== 'now' || b.axis !== 'now') return compareStoryTimes(a, b);
  const order = compareStoryTimes(a, b);
  if (order === 0 || order === undefined) return order;
  const apart = order < 0 ? b.from - a.to : a.from - b.to;
  if (apart >= LONGEST_PRESENT) return order;
  if (isPresent(a) === isPresent(b)) return sameText ? order : undefined;
  // What lies two hours back when it is told lies further back from every later present; so it is with what lies ahead.
  const [present, other] = isPresent(a) ? [a, b] : [b, a];
  const presentIsLater = narrative === undefined ? undefined : (present === a ? -narrative : narrative) < 0;
  if (presentIsLater === undefined) return undefined;
  return presentIsLater === other.to < 0 ? order : undefined;
}

function isPresent({ from, to }: StoryTime): boolean {
  return from === 0 && to === 0;
}

function isSameEpisode(a: StoryPlace, b: StoryPlace): boolean {
  return a.text?.uri === b.text?.uri && a.moment?.episode === b.moment?.episode;
}
