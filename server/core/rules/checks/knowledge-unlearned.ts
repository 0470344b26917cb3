import { type Asked, askOf, knowsAllAlong, learningsOf } from '../../knowledge/knowing.ts';
import { orderFor } from '../../knowledge/order.ts';
import { placeOfPoint } from '../../knowledge/place.ts';
import { presenceIn } from '../../knowledge/presence.ts';
import type { FactStory, KnowledgePoint, Season } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import { factsIn, type Problem, type TextContext, type TextRule } from '../rule.ts';

/** Somebody acts on a fact that they learn only later, or that is revealed and never to them. */
export const knowledgeUnlearned: TextRule = {
  code: 'knowledge.unlearned',
  reads: 'text',
  tells: 'later',
  *check(context: TextContext): Iterable<Problem> {
    const { season, uri, manuscript } = context;
    const asked = askOf(season, presenceIn(season, uri, manuscript));
    for (const fact of factsIn(context)) {
      for (const use of fact.points) {
        if (use.role !== 'uses' || use.text?.uri !== uri) continue;
        for (const who of new Set(use.who)) {
          const fault = faultOf(asked, fact, use, who);
          if (!fault) continue;
          const name = season.characters.get(who)?.name ?? who;
          yield {
            item: use.text.item,
            id: fact.id,
            message:
              fault.why === 'later'
                ? `${name} acts on “${fact.title}” here, and learns it only later.`
                : `${name} acts on “${fact.title}” here, and it is revealed to others but never to them.`,
            related: fault.at.text
              ? [{ target: fault.at.text, message: fault.why === 'later' ? 'Learned here' : 'Revealed here' }]
              : [],
            data: { fact: fact.id, character: who },
          };
        }
      }
    }
  },
};

interface Fault {
  readonly why: 'later' | 'never';
  readonly at: KnowledgePoint;
}

/** Where anything may have told them before, there is none. */
function faultOf(asked: Asked, fact: FactStory, use: KnowledgePoint, who: string): Fault | undefined {
  const { season } = asked;
  if (who === 'audience' || isUnknown(season, who) || knowsAllAlong(fact, who)) return undefined;
  const here = placeOfPoint(season, use);
  const learnings = learningsOf(asked, fact, who);
  const areLater = learnings.every(({ point }) => (orderFor(season, who, placeOfPoint(season, point), here) ?? 0) > 0);
  if (!areLater) return undefined;
  const [later] = learnings.filter(({ perhaps }) => !perhaps);
  if (later) return { why: 'later', at: later.point };
  const reveal = fact.points.find(({ role }) => role === 'reveal');
  return reveal && allIsThereBefore(season, use) ? { why: 'never', at: reveal } : undefined;
}

/** An id that the study, where it has a cast, does not know is what `character.unknown` speaks of. */
function isUnknown(season: Season, who: string): boolean {
  return entriesOf(season.study).characters.size > 0 && !season.characters.has(who);
}

/** Whether every episode before this one has a text: in one that is not written they might be told. */
function allIsThereBefore(season: Season, { moment }: KnowledgePoint): boolean {
  if (!moment) return false;
  const here = season.episodes[moment.episode]!;
  const before = season.episodes.slice(0, moment.episode);
  if (here.number === undefined) return before.length === 0;
  return before.length === here.number - 1 && before.every(({ told }) => told !== undefined);
}
