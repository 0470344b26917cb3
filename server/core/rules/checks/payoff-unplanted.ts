import { t } from '@vscode/l10n';
import type { ThreadStory } from '../../season/season.ts';
import type { PlacedProblem, ThreadRule } from '../rule.ts';

/** A payoff of a thread that is set up nowhere, before or after. */
export const payoffUnplanted: ThreadRule = {
  code: 'payoff.unplanted',
  reads: 'thread',
  *check({ id, title, setups, payoffs }: ThreadStory): Iterable<PlacedProblem> {
    if (setups.length > 0) return;
    for (const { text } of payoffs) {
      if (!text) continue;
      yield {
        ...text,
        id,
        message: t('“{0}” is paid off and set up nowhere.', title),
        data: { thread: id },
      };
    }
  },
};
