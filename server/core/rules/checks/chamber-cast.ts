import { t } from '@vscode/l10n';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';

/** A chamber play with too many voices. Treatments have none to count. */
export const chamberCast: TextRule = {
  code: 'chamber.cast',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    const { chamberCast: most } = context.limits;
    for (const { measures, problem } of chamberEpisodes(context)) {
      const { speakers } = measures;
      if (speakers === undefined || speakers <= most) continue;
      yield problem(
        speakers === 1
          ? t(
              'A chamber play has a small cast. Here it takes 1 speaker for nine tenths of the dialogue; it should take no more than {0}.',
              most,
            )
          : t(
              'A chamber play has a small cast. Here it takes {0} speakers for nine tenths of the dialogue; it should take no more than {1}.',
              speakers,
              most,
            ),
      );
    }
  },
};
