import { t } from '@vscode/l10n';
import { compareMoments } from '../../season/moments.ts';
import type { Occurrence, ThreadStory } from '../../season/season.ts';
import type { PlacedProblem, ThreadRule } from '../rule.ts';

/** A payoff that is told before every setup of its thread, none of them in a flashback. */
export const payoffBeforeSetup: ThreadRule = {
  code: 'payoff.before-setup',
  reads: 'thread',
  *check({ id, title, setups, payoffs }: ThreadStory): Iterable<PlacedProblem> {
    const [first] = setups;
    if (!first) return;
    for (const payoff of payoffs) {
      if (!payoff.text || !setups.every((setup) => comesLater(setup, payoff))) continue;
      yield {
        ...payoff.text,
        id,
        message: t('“{0}” is paid off before it is set up.', title),
        related: first.text ? [{ target: first.text, message: t('The setup') }] : [],
        data: { thread: id },
      };
    }
  },
};

/** Whether the setup is surely told after the payoff. A study's entry without a place in the text proves no order. */
function comesLater(setup: Occurrence, payoff: Occurrence): boolean {
  if (!setup.text || setup.flashback) return false;
  return (compareMoments(setup.moment, payoff.moment) ?? 0) > 0;
}
