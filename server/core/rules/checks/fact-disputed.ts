import { t } from '@vscode/l10n';
import { marksOf, type Problem, type SeasonContext, type SeasonRule } from '../rule.ts';

/** A fact over which the study's sources disagree, told as if it were settled. */
export const factDisputed: SeasonRule = {
  code: 'fact.disputed',
  reads: 'season',
  *check(context: SeasonContext): Iterable<Problem> {
    for (const { item, mark } of marksOf(context, 'reveal', 'learns')) {
      if (mark.keys.as?.toLowerCase() === 'disputed') continue;
      for (const id of mark.ids) {
        const fact = context.season.facts.get(id);
        if (fact?.declared?.status !== 'disputed') continue;
        yield {
          item,
          id,
          message: t('The sources disagree about “{0}”. Say “as=disputed”, or tell both accounts.', fact.title),
          data: { fact: id },
        };
      }
    }
  },
};
