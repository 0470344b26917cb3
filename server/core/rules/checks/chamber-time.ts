import { t } from '@vscode/l10n';
import type { BreakReason } from '../../measure/time-breaks.ts';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';

/** A chamber play in which time breaks. */
export const chamberTime: TextRule = {
  code: 'chamber.time',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    const { uri, limits } = context;
    for (const { measures, problem } of chamberEpisodes(context)) {
      const { breaks } = measures;
      if (breaks.length <= limits.chamberBreaks) continue;
      yield problem(
        breaks.length === 1
          ? t('A chamber play runs on almost without a break. Here time breaks once.')
          : t('A chamber play runs on almost without a break. Here time breaks {0} times.', breaks.length),
        breaks.map(({ item, reason }) => ({ target: { uri, item }, message: reasonText(reason) })),
      );
    }
  },
};

function reasonText(reason: BreakReason): string {
  switch (reason) {
    case 'backward':
      return t('The time of day runs backward here');
    case 'jump':
      return t('Time is left out here, or another time shown');
    case 'story':
      return t('Another story time begins here');
  }
}
