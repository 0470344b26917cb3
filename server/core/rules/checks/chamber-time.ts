import type { BreakReason } from '../../measure/time-breaks.ts';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';

const reasons: Readonly<Record<BreakReason, string>> = {
  backward: 'The time of day runs backward here',
  jump: 'Time is left out here, or another time shown',
  story: 'Another story time begins here',
};

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
        `A chamber play runs on almost without a break. Here time breaks ${breaks.length === 1 ? 'once' : `${breaks.length} times`}.`,
        breaks.map(({ item, reason }) => ({ target: { uri, item }, message: reasons[reason] })),
      );
    }
  },
};
