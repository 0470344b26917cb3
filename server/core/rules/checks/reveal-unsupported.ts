import { t } from '@vscode/l10n';
import type { FileFacts } from '../../facts/file-facts.ts';
import { digestOf } from '../../season/digest.ts';
import { compareMoments } from '../../season/moments.ts';
import type { KnowledgePoint, Season } from '../../season/season.ts';
import { factsIn, type Problem, type SeasonContext, type SeasonRule } from '../rule.ts';

/**
 * The first reveal of a fact, with no evidence for it told earlier, where evidence is declared: by the study's reveal, or
 * because the season says `for=` of its threads.
 */
export const revealUnsupported: SeasonRule = {
  code: 'reveal.unsupported',
  reads: 'season',
  *check(context: SeasonContext): Iterable<Problem> {
    const { season, uri } = context;
    for (const fact of factsIn(context)) {
      const reveal = fact.points.find(({ role }) => role === 'reveal');
      if (reveal?.text?.uri !== uri || reveal.mark?.keys.as !== undefined) continue;
      if (!evidenceIsDeclared(season, reveal) || !isUnsupported(season, fact.evidence, reveal)) continue;
      yield {
        item: reveal.text.item,
        id: fact.id,
        message:
          fact.evidence.length > 0
            ? t('“{0}” is revealed, and all evidence for it comes later.', fact.title)
            : t('“{0}” is revealed, and nothing is evidence for it.', fact.title),
        related: fact.evidence.flatMap((id) => {
          const thread = season.threads.get(id);
          const first = thread?.setups[0]?.text;
          return thread && first ? [{ target: first, message: thread.title }] : [];
        }),
        data: { fact: fact.id },
      };
    }
  },
};

function evidenceIsDeclared(season: Season, reveal: KnowledgePoint): boolean {
  return (reveal.entry?.evidence.length ?? 0) > 0 || saysFor(season);
}

/**
 * Whether every occurrence of the evidence surely comes later. What has no place in a text proves no order; and a flashback
 * goes back to what was there before.
 */
function isUnsupported(season: Season, evidence: readonly string[], reveal: KnowledgePoint): boolean {
  return evidence.every((id) => {
    const thread = season.threads.get(id);
    if (!thread) return true;
    return [...thread.setups, ...thread.reminders, ...thread.payoffs].every(
      (one) => one.text !== undefined && !one.flashback && (compareMoments(one.moment, reveal.moment) ?? 0) > 0,
    );
  });
}

/** Whether any annotation of the season has a `for=`. */
function saysFor(season: Season): boolean {
  return [...season.files.values()].some(({ facts }) => saysForIn(facts));
}

const said = new WeakMap<FileFacts, boolean>();

function saysForIn(facts: FileFacts): boolean {
  let says = said.get(facts);
  if (says === undefined) {
    says = digestOf(facts).marks.some(({ mark }) => mark.keys.for !== undefined);
    said.set(facts, says);
  }
  return says;
}
