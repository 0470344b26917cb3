import { t } from '@vscode/l10n';
import { type Problem, type SeasonContext, type SeasonRule, threadsIn } from '../rule.ts';

/** A thread that is planted, owes a payoff and has none. A hint as long as the payoff may still come. */
export const setupUnpaid: SeasonRule = {
  code: 'setup.unpaid',
  reads: 'season',
  tells: 'later',
  *check(context: SeasonContext): Iterable<Problem> {
    const { season, uri } = context;
    for (const thread of threadsIn(context)) {
      if (thread.status !== 'unpaid') continue;
      const first = thread.setups.find(({ text }) => text);
      if (first?.text?.uri !== uri) continue;
      yield {
        item: first.text.item,
        id: thread.id,
        message: season.over
          ? t('“{0}” is set up and never paid off.', thread.title)
          : t('“{0}” is set up and not paid off yet.', thread.title),
        atMost: season.over ? undefined : 'hint',
        data: { thread: thread.id },
      };
    }
  },
};
