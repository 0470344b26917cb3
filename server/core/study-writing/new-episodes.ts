import type { OfferedEpisode, StudyOffer } from './offer.ts';

/** More than any series has; a slip of the finger is not to make a file of a million lines. */
const mostEpisodes = 500;

/** From this number on episodes are counted as productions are: 101 is the first of the first season. */
const productionNumbers = 100;

/** How many episodes the texts speak of: the last is one of these, even where earlier ones are not there yet. */
export function countOf({ episodes, film }: StudyOffer): number | undefined {
  if (film) return 1;
  return episodes.length === 0 ? undefined : Math.min(mostEpisodes, filled(episodes).length);
}

/**
 * So many episodes in order, with what the texts say of them: those that are there, what lies between them, and those that
 * come after the last. None of a film, whose script says by itself when it is over.
 */
export function episodesFor(offer: StudyOffer, wanted: number): readonly OfferedEpisode[] {
  const count = Math.min(mostEpisodes, Math.max(1, Math.floor(wanted) || 1));
  if (offer.film && count === 1) return [];
  const list = filled(offer.episodes).slice(0, count);
  for (let next = (list.at(-1)?.number ?? 0) + 1; list.length < count; next++) list.push({ number: next });
  return list;
}

function filled(episodes: readonly OfferedEpisode[]): OfferedEpisode[] {
  const first = episodes[0]?.number ?? 1;
  const last = episodes.at(-1)?.number ?? 0;
  if (first >= productionNumbers || last > mostEpisodes) return [...episodes];
  const byNumber = new Map(episodes.map((episode) => [episode.number, episode]));
  const from = Math.min(1, first);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => byNumber.get(from + i) ?? { number: from + i });
}
