import type { FactStory, KnowledgePoint } from '../season/season.ts';
import { type Asked, knowing, learningsOf } from './knowing.ts';
import { narrativeOrder } from './order.ts';
import { placeOfPoint } from './place.ts';

/** A stretch of the telling in which the audience knows what somebody whom it concerns does not: dramatic irony. */
export interface Irony {
  readonly who: string;
  /** Where the audience learns it. */
  readonly from: KnowledgePoint;
  /** Where `who` is told in the order of the telling. */
  readonly to: KnowledgePoint;
}

/** The intervals of dramatic irony over a fact, by who is in the dark. A fact concerns whoever learns it at some time. */
export function ironiesOf(asked: Asked, fact: FactStory, people: Iterable<string>): Irony[] {
  const from = firstOf(asked, fact, 'audience');
  if (!from) return [];
  return [...people].flatMap((who): Irony[] => {
    const to = who === 'audience' ? undefined : firstOf(asked, fact, who);
    if (!to || !isAfter(asked, from, to)) return [];
    return knowing(asked, fact, who, placeOfPoint(asked.season, from)) === 'not-yet' ? [{ who, from, to }] : [];
  });
}

/** Where somebody is first told, in the order of the telling; undefined where that is not certain. */
function firstOf(asked: Asked, fact: FactStory, who: string): KnowledgePoint | undefined {
  const learnings = learningsOf(asked, fact, who);
  if (learnings.some(({ perhaps }) => perhaps)) return undefined;
  return learnings.find(({ point }) =>
    learnings.every((other) => other.point === point || isAfter(asked, point, other.point)),
  )?.point;
}

function isAfter({ season }: Asked, before: KnowledgePoint, after: KnowledgePoint): boolean {
  return (narrativeOrder(season, placeOfPoint(season, before), placeOfPoint(season, after)) ?? 0) < 0;
}
