import { type Horizon, within } from '../../season/horizon.ts';
import type { KnowledgePoint, Occurrence, Season, ThreadStory } from '../../season/season.ts';

/**
 * A knot in the net of setups and payoffs, as plain data: it goes to the client and comes back. A thread or fact as a whole;
 * or one of its places, by its number in the season as it stands without a horizon.
 */
export type StoryNode =
  | { readonly type: 'thread' | 'fact'; readonly id: string }
  | {
      readonly type: 'place';
      readonly of: 'thread';
      readonly role: Occurrence['role'];
      readonly id: string;
      readonly index: number;
    }
  | { readonly type: 'place'; readonly of: 'fact'; readonly id: string; readonly index: number };

export type Stop = Occurrence | KnowledgePoint;

/** What the reader knows of a season, and the whole, in which places have their numbers. */
export interface Seen {
  readonly whole: Season;
  readonly season: Season;
}

export function seenOf(whole: Season, horizon: Horizon | undefined): Seen {
  return { whole, season: within(whole, horizon) };
}

/** The place that a node is; undefined for a thread or fact as a whole, and for what is not there (any more). */
export function stopOf({ whole, season }: Seen, node: StoryNode): Stop | undefined {
  if (node.type !== 'place') return undefined;
  if (node.of === 'fact') {
    const stop = whole.facts.get(node.id)?.points[node.index];
    return stop && season.facts.get(node.id)?.points.find((point) => isSame(point, stop));
  }
  const thread = whole.threads.get(node.id);
  const seen = season.threads.get(node.id);
  const stop = thread && listOf(thread, node.role)[node.index];
  return stop && seen && listOf(seen, node.role).includes(stop) ? stop : undefined;
}

export function nodeOf({ whole }: Seen, stop: Stop): StoryNode {
  if ('fact' in stop) {
    const index = whole.facts.get(stop.fact)?.points.findIndex((point) => isSame(point, stop)) ?? -1;
    return { type: 'place', of: 'fact', id: stop.fact, index };
  }
  const thread = whole.threads.get(stop.thread);
  const index = thread ? listOf(thread, stop.role).indexOf(stop) : -1;
  return { type: 'place', of: 'thread', role: stop.role, id: stop.thread, index };
}

/** Whether two are one moment. The reader may not know yet whom it is about. */
function isSame(a: KnowledgePoint, b: KnowledgePoint): boolean {
  return a === b || (a.text !== undefined && a.role === b.role && a.text === b.text);
}

export function listOf(thread: ThreadStory, role: Occurrence['role']): readonly Occurrence[] {
  if (role === 'setup') return thread.setups;
  if (role === 'reminder') return thread.reminders;
  return role === 'payoff' ? thread.payoffs : thread.cleared;
}
