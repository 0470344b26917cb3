import { t } from '@vscode/l10n';
import { compareMoments } from '../../season/moments.ts';
import type { FactStory, KnowledgePoint } from '../../season/season.ts';
import type { FactRule, PlacedProblem } from '../rule.ts';

/** A reveal that tells everybody it is for what they already know. */
export const revealRepeated: FactRule = {
  code: 'reveal.repeated',
  reads: 'fact',
  *check({ id, title, points }: FactStory): Iterable<PlacedProblem> {
    for (const reveal of points) {
      if (reveal.role !== 'reveal' || !reveal.text || reveal.who.length === 0) continue;
      const known = reveal.who.map((who) => points.find((point) => surelyKnew(point, who, reveal)));
      const [first] = known;
      if (!first || !known.every((point) => point !== undefined)) continue;
      yield {
        ...reveal.text,
        id,
        message: t('“{0}” is told to nobody who does not know it already.', title),
        related: first.text ? [{ target: first.text, message: t('Known from here') }] : [],
        data: { fact: id },
      };
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
