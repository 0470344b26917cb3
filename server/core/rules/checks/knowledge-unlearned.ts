import { t } from '@vscode/l10n';
import { type Asked, askOf, knowsAllAlong, learningsOf } from '../../knowledge/knowing.ts';
import { orderFor } from '../../knowledge/order.ts';
import { placeOfPoint } from '../../knowledge/place.ts';
import { type Presence, presenceIn } from '../../knowledge/presence.ts';
import { digestOf } from '../../season/digest.ts';
import { perSeason } from '../../season/per-season.ts';
import type { FactStory, KnowledgePoint, Season, SeasonFile } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import { factsIn, type Problem, type TextContext, type TextRule } from '../rule.ts';

/** Somebody acts on a fact that they learn only later, or that is revealed and never to them. */
export const knowledgeUnlearned: TextRule = {
  code: 'knowledge.unlearned',
  reads: 'text',
  tells: 'later',
  *check(context: TextContext): Iterable<Problem> {
    const { season, uri, file, manuscript } = context;
    const asked = askOf(season, presenceIn(season, uri, manuscript));
    for (const { fact, use, who, item } of suspectUses(season, file)) {
      const fault = faultOf(asked, fact, use, who);
      if (!fault) continue;
      const name = season.characters.get(who)?.name ?? who;
      yield {
        item,
        id: fact.id,
        message:
          fault.why === 'later'
            ? t('{0} acts on “{1}” here, and learns it only later.', name, fact.title)
            : t('{0} acts on “{1}” here, and it is revealed to others but never to them.', name, fact.title),
        related: fault.at.text
          ? [{ target: fault.at.text, message: fault.why === 'later' ? t('Learned here') : t('Revealed here') }]
          : [],
        data: { fact: fact.id, character: who },
      };
    }
  },
};

interface SuspectUse {
  readonly fact: FactStory;
  readonly use: KnowledgePoint;
  readonly who: string;
  readonly item: number;
}

const namesNobody: Presence = { named: () => 'no' };

/**
 * The uses of a file before which none learns of it who is said to. Whom a text names besides may be one more who does: so a
 * key in prose need not look at any other use.
 */
const suspectUses = perSeason((season, { uri, facts }: SeasonFile): readonly SuspectUse[] => {
  const asked = askOf(season, namesNobody);
  return factsIn({ season, digest: digestOf(facts) }).flatMap((fact) =>
    fact.points.flatMap((use): SuspectUse[] => {
      if (use.role !== 'uses' || use.text?.uri !== uri) return [];
      const { item } = use.text;
      const suspects = [...new Set(use.who)].filter((who) => learnsOnlyLater(asked, fact, use, who));
      return suspects.map((who) => ({ fact, use, who, item }));
    }),
  );
});

interface Fault {
  readonly why: 'later' | 'never';
  readonly at: KnowledgePoint;
}

/** Where anything may have told them before, there is none. */
function faultOf(asked: Asked, fact: FactStory, use: KnowledgePoint, who: string): Fault | undefined {
  if (!learnsOnlyLater(asked, fact, use, who)) return undefined;
  const later = learningsOf(asked, fact, who).find(({ perhaps }) => !perhaps);
  if (later) return { why: 'later', at: later.point };
  const reveal = fact.points.find(({ role }) => role === 'reveal');
  return reveal && allIsThereBefore(asked.season, use) ? { why: 'never', at: reveal } : undefined;
}

/** Whether nothing tells them before, be it that nothing ever does. */
function learnsOnlyLater(asked: Asked, fact: FactStory, use: KnowledgePoint, who: string): boolean {
  const { season } = asked;
  if (who === 'audience' || isUnknown(season, who) || knowsAllAlong(fact, who)) return false;
  const here = placeOfPoint(season, use);
  return learningsOf(asked, fact, who).every(
    ({ point }) => (orderFor(season, who, placeOfPoint(season, point), here) ?? 0) > 0,
  );
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
