import { byMoment } from '../season/moments.ts';
import type { FactStory, Occurrence, Season } from '../season/season.ts';
import { occurrencesOf } from './cards/thread-card.ts';

/**
 * What speaks for a fact, in narrative order: the setups of the threads that are evidence for it; of a thread without
 * setups its first occurrence.
 */
export function evidenceOf(season: Season, fact: FactStory): Occurrence[] {
  return fact.evidence.flatMap((id) => cluesOf(season, id)).sort(byMoment);
}

/** What of a thread speaks for a fact. */
export function cluesOf(season: Season, id: string): readonly Occurrence[] {
  const thread = season.threads.get(id);
  if (!thread) return [];
  return thread.setups.length > 0 ? thread.setups : occurrencesOf(thread).slice(0, 1);
}
