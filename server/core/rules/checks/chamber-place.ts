import type { Problem, Rule, RuleContext } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';
import { percent } from './percent.ts';

/** A chamber play of which too much does not play in its chamber. */
export const chamberPlace: Rule = {
  code: 'chamber.place',
  *check(context: RuleContext): Iterable<Problem> {
    const { chamberPlace: least } = context.limits;
    for (const { measures, problem } of chamberEpisodes(context)) {
      const { place } = measures;
      if (!place || place.share >= least) continue;
      yield problem(
        `A chamber play keeps to one place. Its most used one, ${place.name}, has ${percent(place.share, least)} of the words; it should have ${percent(least)}.`,
      );
    }
  },
};
