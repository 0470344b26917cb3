import { compareMoments } from '../season/moments.ts';
import type { Moment, Season, Target, ThreadStory } from '../season/season.ts';
import { type Station, targetOf } from './cards/stations.ts';

/** Where one goes along a thread. */
export interface ThreadWay {
  /** Its first setup. */
  readonly setup?: Target;
  /** Its next payoff after a moment, else its first. */
  readonly payoff?: Target;
}

/** @param season within the horizon @param from undefined: from before everything */
export function threadWay(season: Season, thread: ThreadStory, from: Moment | undefined): ThreadWay {
  const setup = targetOfFirst(season, thread.setups);
  const { payoffs } = thread;
  const later = payoffs.filter(({ moment }) => from && moment && (compareMoments(moment, from) ?? 0) > 0);
  const payoff = targetOfFirst(season, later.length > 0 ? later : payoffs);
  return { ...(setup && { setup }), ...(payoff && { payoff }) };
}

/** The first that stands in a text, else the first in the study. */
function targetOfFirst(season: Season, stations: readonly Station[]): Target | undefined {
  const station = stations.find(({ text }) => text) ?? stations[0];
  return station && targetOf(season, station);
}
