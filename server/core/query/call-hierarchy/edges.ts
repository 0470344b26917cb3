import { byMoment, compareMoments } from '../../season/moments.ts';
import type { FactStory, KnowledgePoint, Occurrence, Season, ThreadStory } from '../../season/season.ts';
import { cluesOf } from '../evidence.ts';
import type { Stop } from './story-node.ts';

/**
 * What leads to what. A setup or reminder leads to the payoffs of its thread; the clues of a thread, and its payoffs, to the
 * reveals of what it is evidence for; a reveal to the moments at which whom it tells acts on it. Each step goes from one kind
 * of place to a later kind, so that no way through it comes back. All is within the season given.
 */
export function leadsTo(season: Season, stop: Stop): Stop[] {
  if ('fact' in stop) return inOrder(season.facts.get(stop.fact)?.points.filter((use) => tells(stop, use)) ?? []);
  const thread = season.threads.get(stop.thread);
  if (!thread) return [];
  return inOrder([...(plants(stop) ? endsOf(thread) : []), ...revealsFrom(season, thread, stop)]);
}

/** The same the other way round. */
export function comesFrom(season: Season, stop: Stop): Stop[] {
  if (!('fact' in stop)) {
    const thread = season.threads.get(stop.thread);
    return thread && !plants(stop) ? inOrder([...thread.setups, ...thread.reminders]) : [];
  }
  const fact = season.facts.get(stop.fact);
  if (!fact) return [];
  if (stop.role === 'uses') return inOrder(fact.points.filter((point) => tells(point, stop)));
  return isReveal(stop) ? inOrder(evidenceFor(season, fact).filter((clue) => notAfter(clue, stop))) : [];
}

/** Of a thread as a whole: what it sets up, and what sets it up. */
export function threadLeadsTo(season: Season, thread: ThreadStory): Stop[] {
  const speaking = [...cluesOf(season, thread.id), ...thread.payoffs];
  return inOrder([...endsOf(thread), ...new Set(speaking.flatMap((one) => revealsFrom(season, thread, one)))]);
}

export function threadComesFrom(thread: ThreadStory): Stop[] {
  return inOrder([...thread.setups, ...thread.reminders]);
}

/** A fact as a whole comes from its evidence, and leads to those who learn it. */
export function factComesFrom(season: Season, fact: FactStory): Stop[] {
  return inOrder(evidenceFor(season, fact));
}

export function factLeadsTo(fact: FactStory): Stop[] {
  return inOrder(fact.points.filter(({ role }) => role !== 'uses'));
}

function plants({ role }: Occurrence): boolean {
  return role === 'setup' || role === 'reminder';
}

function endsOf(thread: ThreadStory): Occurrence[] {
  return [...thread.payoffs, ...thread.cleared];
}

function evidenceFor(season: Season, fact: FactStory): Occurrence[] {
  return fact.evidence.flatMap((id) => [
    ...new Set([...cluesOf(season, id), ...(season.threads.get(id)?.payoffs ?? [])]),
  ]);
}

function revealsFrom(season: Season, thread: ThreadStory, stop: Occurrence): KnowledgePoint[] {
  if (stop.role !== 'payoff' && !cluesOf(season, thread.id).includes(stop)) return [];
  const points = thread.evidenceFor.flatMap((id) => season.facts.get(id)?.points ?? []);
  return points.filter((point) => isReveal(point) && notAfter(stop, point));
}

function isReveal({ role }: KnowledgePoint): boolean {
  return role === 'reveal' || role === 'learns';
}

function tells(point: KnowledgePoint, use: KnowledgePoint): boolean {
  return (
    point.role !== 'uses' &&
    use.role === 'uses' &&
    use.who.some((who) => point.who.includes(who)) &&
    notAfter(point, use)
  );
}

/** Where the text does not tell the order, it may be so. */
function notAfter(from: Stop, to: Stop): boolean {
  return (compareMoments(from.moment, to.moment) ?? 0) <= 0;
}

function inOrder(stops: readonly Stop[]): Stop[] {
  return [...stops].sort(byMoment);
}
