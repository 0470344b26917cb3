import { t } from '@vscode/l10n';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';
import { percent } from './percent.ts';

/** A chamber play of which too much does not play in its chamber. */
export const chamberPlace: TextRule = {
  code: 'chamber.place',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    const { chamberPlace: least } = context.limits;
    for (const { measures, problem } of chamberEpisodes(context)) {
      const { place } = measures;
      if (!place || place.share >= least) continue;
      yield problem(
        t(
          'A chamber play keeps to one place. Its most used one, {0}, has {1} of the words; it should have {2}.',
          place.name,
          percent(place.share, least),
          percent(least),
        ),
      );
    }
  },
};
