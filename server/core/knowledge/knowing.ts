import type { FactStory, KnowledgePoint, Season } from '../season/season.ts';
import { idsIn } from '../season/words.ts';
import { orderFor } from './order.ts';
import { placeOfPoint, type StoryPlace } from './place.ts';
import { type Presence, speakersOnly } from './presence.ts';

/** Whether somebody knows a fact. `undecided` says that the texts do not tell, and is never shown as either. */
export type Knowing = 'knows' | 'not-yet' | 'undecided';

/** What is asked: a season, and who is there in its scenes, as far as that is known. */
export interface Asked {
  readonly season: Season;
  readonly presence: Presence;
}

export function askOf(season: Season, presence: Presence = speakersOnly): Asked {
  return { season, presence };
}

/** A moment at which somebody learns a fact; `perhaps` where it is not known whether they are there. */
export interface Learning {
  readonly point: KnowledgePoint;
  readonly perhaps: boolean;
}

/**
 * Whether somebody knows a fact at a place, what they learn there included. `not-yet` is said only of those who surely learn
 * it later: of those who never learn it nobody has said that they do not know it.
 */
export function knowing(asked: Asked, fact: FactStory, who: string, at: StoryPlace): Knowing {
  if (knowsAllAlong(fact, who)) return isSoBy(asked.season, fact, who, at) ? 'knows' : 'undecided';
  let later = false;
  let open = false;
  for (const { point, perhaps } of learningsOf(asked, fact, who)) {
    const order = orderFor(asked.season, who, placeOfPoint(asked.season, point), at);
    if (order !== undefined && order <= 0 && !perhaps) return 'knows';
    if (order === undefined || (perhaps && order <= 0)) open = true;
    else if (!perhaps) later = true;
  }
  if (open || !later) return 'undecided';
  return usesBy(fact, who).every((use) => (orderFor(asked.season, who, placeOfPoint(asked.season, use), at) ?? 0) > 0)
    ? 'not-yet'
    : 'undecided';
}

/**
 * Whether a fact that somebody has known all along is one by now. A `knows` says so, but of a flashback. The study's
 * `known_by` holds from when it was so, be it their own deed in the last episode: certain once the fact has come up.
 */
function isSoBy(season: Season, fact: FactStory, who: string, at: StoryPlace): boolean {
  const isMarked = fact.points.some((point) => point.role === 'knows' && point.who.includes(who));
  if (isMarked && !at.flashback) return true;
  return fact.points.some((point) => (orderFor(season, who, placeOfPoint(season, point), at) ?? 1) <= 0);
}

/** Whether the study or a `knows` says that somebody has known it from the start. */
export function knowsAllAlong(fact: FactStory, who: string): boolean {
  return (
    fact.declared?.knownBy.includes(who) === true ||
    fact.points.some((point) => point.role === 'knows' && point.who.includes(who))
  );
}

/** The moments at which somebody learns a fact or may learn it, in narrative order. */
export function learningsOf({ presence }: Asked, fact: FactStory, who: string): Learning[] {
  return fact.points.flatMap((point): Learning[] => {
    if (point.role !== 'reveal' && point.role !== 'learns') return [];
    if (point.who.includes(who)) return [{ point, perhaps: false }];
    if (who === 'audience' || point.role !== 'reveal' || saysToWhom(point) || !point.text) return [];
    const named = presence.named(point.text, who);
    return named === 'no' ? [] : [{ point, perhaps: named === 'perhaps' }];
  });
}

export function usesBy(fact: FactStory, who: string): KnowledgePoint[] {
  return fact.points.filter((point) => point.role === 'uses' && point.who.includes(who));
}

/** Whether a reveal names those whom it tells; otherwise it tells whoever is present. */
export function saysToWhom({ mark, entry }: KnowledgePoint): boolean {
  return (mark !== undefined && idsIn(mark, 'to').length > 0) || (entry?.to.length ?? 0) > 0;
}

/** The scripts whose action tells who learns something: those with a reveal that says not to whom. */
export function scriptsThatTell(season: Season): string[] {
  const reveals = [...season.facts.values()].flatMap(({ points }) =>
    points.filter((point) => point.role === 'reveal' && point.text && !saysToWhom(point)),
  );
  const uris = new Set(reveals.map(({ text }) => text!.uri));
  return [...uris].filter((uri) => season.files.get(uri)?.facts.kind === 'script');
}
