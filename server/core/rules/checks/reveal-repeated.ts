import { t } from '@vscode/l10n';
import { compareMoments } from '../../season/moments.ts';
import type { KnowledgePoint } from '../../season/season.ts';
import { factsIn, type Problem, type SeasonContext, type SeasonRule } from '../rule.ts';

/** A reveal that tells everybody it is for what they already know. */
export const revealRepeated: SeasonRule = {
  code: 'reveal.repeated',
  reads: 'season',
  *check(context: SeasonContext): Iterable<Problem> {
    for (const fact of factsIn(context)) {
      for (const reveal of fact.points) {
        if (reveal.role !== 'reveal' || reveal.text?.uri !== context.uri || reveal.who.length === 0) continue;
        const known = reveal.who.map((who) => fact.points.find((point) => surelyKnew(point, who, reveal)));
        const [first] = known;
        if (!first || !known.every((point) => point !== undefined)) continue;
        yield {
          item: reveal.text.item,
          id: fact.id,
          message: t('“{0}” is told to nobody who does not know it already.', fact.title),
          related: first.text ? [{ target: first.text, message: t('Known from here') }] : [],
          data: { fact: fact.id },
        };
      }
    }
  },
};

/**
 * Whether at this point `who` knew it before the reveal. The audience learns in narrative order; others do as well, unless
 * one of the moments lies in a flashback: then nothing is concluded.
 */
function surelyKnew(point: KnowledgePoint, who: string, reveal: KnowledgePoint): boolean {
  if (point === reveal || !point.who.includes(who) || point.role === 'uses') return false;
  if (point.role === 'knows') return true;
  if (!point.text || !((compareMoments(point.moment, reveal.moment) ?? 0) < 0)) return false;
  return who === 'audience' || (!point.flashback && !reveal.flashback);
}
