import { t } from '@vscode/l10n';
import { type Problem, type SeasonContext, type SeasonRule, threadsIn } from '../rule.ts';

/** A payoff of a thread that is set up nowhere, before or after. */
export const payoffUnplanted: SeasonRule = {
  code: 'payoff.unplanted',
  reads: 'season',
  *check(context: SeasonContext): Iterable<Problem> {
    for (const thread of threadsIn(context)) {
      if (thread.setups.length > 0) continue;
      for (const { text } of thread.payoffs) {
        if (text?.uri !== context.uri) continue;
        yield {
          item: text.item,
          id: thread.id,
          message: t('“{0}” is paid off and set up nowhere.', thread.title),
          data: { thread: thread.id },
        };
      }
    }
  },
};
