import { t } from '@vscode/l10n';
import { compareMoments } from '../../season/moments.ts';
import type { Occurrence } from '../../season/season.ts';
import { type Problem, type SeasonContext, type SeasonRule, threadsIn } from '../rule.ts';

/** A payoff that is told before every setup of its thread, none of them in a flashback. */
export const payoffBeforeSetup: SeasonRule = {
  code: 'payoff.before-setup',
  reads: 'season',
  *check(context: SeasonContext): Iterable<Problem> {
    for (const thread of threadsIn(context)) {
      const [first] = thread.setups;
      if (!first) continue;
      for (const payoff of thread.payoffs) {
        if (payoff.text?.uri !== context.uri || !thread.setups.every((setup) => comesLater(setup, payoff))) continue;
        yield {
          item: payoff.text.item,
          id: thread.id,
          message: t('“{0}” is paid off before it is set up.', thread.title),
          related: first.text ? [{ target: first.text, message: t('The setup') }] : [],
          data: { thread: thread.id },
        };
      }
    }
  },
};

/** Whether the setup is surely told after the payoff. A study's entry without a place in the text proves no order. */
function comesLater(setup: Occurrence, payoff: Occurrence): boolean {
  if (!setup.text || setup.flashback) return false;
  return (compareMoments(setup.moment, payoff.moment) ?? 0) > 0;
}
