import { samePlain } from '../facts/same.ts';
import { whoAt } from './knowledge-points.ts';
import { castBehind, masksOf, personBehind, unheard } from './masks.ts';
import type { FactStory, KnowledgePoint, Moment, Occurrence, Season, ThreadStory } from './season.ts';
import { studyWithin } from './study-horizon.ts';

/** How far the reader has got: to the end of this episode. */
export interface Horizon {
  readonly episode: number;
}

const made = new WeakMap<Season, Map<number, Season>>();

/**
 * The season as far as the reader has got: nothing that is told later, nothing without a place, no note or dispute from
 * later on. An alias whose secret lies ahead is somebody of their own (`masks.ts`). It is for showing; analysis goes on over
 * the whole season.
 */
export function within(season: Season, horizon: Horizon | undefined): Season {
  if (!horizon) return season;
  let byEpisode = made.get(season);
  if (!byEpisode) {
    byEpisode = new Map();
    made.set(season, byEpisode);
  }
  let seen = byEpisode.get(horizon.episode);
  if (!seen) {
    seen = restricted(season, horizon);
    byEpisode.set(horizon.episode, seen);
    // Asked again it is the same.
    made.set(seen, new Map([[horizon.episode, seen]]));
  }
  return seen;
}

function restricted(season: Season, horizon: Horizon): Season {
  const told = (moment: Moment | undefined) => moment !== undefined && isTold(season, moment, horizon);
  const revealed = (reveal: string) => isRevealed(season, reveal, horizon);
  const masks = masksOf(season, revealed);
  const characters = castBehind(season, masks, told, revealed);
  const behind = personBehind(season, masks);
  const person = (name: string) => {
    const id = behind(name);
    return id !== undefined && characters.has(id) ? id : undefined;
  };
  const facts = filtered(season.facts, (fact) => factWithin(fact, told, person));
  const threads = filtered(season.threads, (thread) => threadWithin(thread, told, facts));
  const study = season.study && studyWithin(season.study, horizon, { threads, facts, masks, revealed });
  for (const { id } of unheard({ season, cast: characters, told }, study))
    characters.set(id, { ...characters.get(id)!, unheard: true });
  return {
    ...season,
    study,
    episodes: season.episodes.map((episode, i) =>
      told({ episode: i }) ? episode : { season: episode.season, number: episode.number, linked: [] },
    ),
    threads,
    facts,
    characters,
    over: season.over && season.episodes.every((_, i) => told({ episode: i })),
    person,
  };
}

/** Whether a moment lies within the horizon. A text without an episode number is told whenever it is read. */
export function isTold(season: Season, moment: Moment, horizon: Horizon | undefined): boolean {
  const number = season.episodes[moment.episode]?.number;
  return !horizon || number === undefined || number <= horizon.episode;
}

function threadWithin(
  thread: ThreadStory,
  told: (moment: Moment | undefined) => boolean,
  facts: ReadonlyMap<string, FactStory>,
): ThreadStory | undefined {
  const keep = (list: readonly Occurrence[]) => list.filter(({ moment }) => told(moment));
  const setups = keep(thread.setups);
  const reminders = keep(thread.reminders);
  const payoffs = keep(thread.payoffs);
  const cleared = keep(thread.cleared);
  if (setups.length + reminders.length + payoffs.length + cleared.length === 0) return undefined;
  // That a thread is a red herring is what its clearing tells.
  const intent = thread.intent === 'herring' && cleared.length === 0 ? undefined : thread.intent;
  const paid = payoffs.length > 0;
  // Where the setup has no place that may be shown, there is one all the same.
  const isPlanted = thread.setups.length > 0;
  const status =
    cleared.length > 0 ? 'cleared' : paid ? (isPlanted ? 'paid' : 'unplanted') : intent ? 'open' : 'unpaid';
  const evidenceFor = thread.evidenceFor.filter((id) => facts.has(id));
  return { ...thread, intent, setups, reminders, payoffs, cleared, evidenceFor, status };
}

function factWithin(
  fact: FactStory,
  told: (moment: Moment | undefined) => boolean,
  person: (name: string) => string | undefined,
): FactStory | undefined {
  const points = fact.points
    .filter(({ moment }) => told(moment))
    .map((point): KnowledgePoint => {
      const who = whoAt(point, person);
      return samePlain(who, point.who) ? point : { ...point, who };
    });
  // That somebody has known it all along, or acts on it, is marked where the audience need not notice.
  const isOut = points.some(({ role }) => role === 'reveal' || role === 'learns');
  return isOut ? { ...fact, points } : undefined;
}

/** Whether a reveal of the study lies within the horizon. One without a place does not. */
export function isRevealed(season: Season, reveal: string, horizon: Horizon | undefined): boolean {
  if (!horizon) return true;
  for (const fact of season.facts.values()) {
    const point = fact.points.find(({ entry }) => entry?.id === reveal);
    if (point) return point.moment !== undefined && isTold(season, point.moment, horizon);
  }
  return false;
}

/** The map with each value put through `keep`; those that it drops are not in it. */
function filtered<V>(map: ReadonlyMap<string, V>, keep: (value: V) => V | undefined): ReadonlyMap<string, V> {
  const kept = new Map<string, V>();
  for (const [key, value] of map) {
    const one = keep(value);
    if (one !== undefined) kept.set(key, one);
  }
  return kept;
}
