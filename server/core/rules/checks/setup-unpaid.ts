import { t } from '@vscode/l10n';
import type { ThreadStory } from '../../season/season.ts';
import type { PlacedProblem, ThreadRule } from '../rule.ts';

/** A thread that is planted, owes a payoff and has none. A hint as long as the payoff may still come. */
export const setupUnpaid: ThreadRule = {
  code: 'setup.unpaid',
  reads: 'thread',
  tells: 'later',
  *check({ id, title, status, setups }: ThreadStory, over: boolean): Iterable<PlacedProblem> {
    const first = setups.find(({ text }) => text)?.text;
    if (status !== 'unpaid' || !first) return;
    yield {
      ...first,
      id,
      message: over
        ? t('“{0}” is set up and never paid off.', title)
        : t('“{0}” is set up and not paid off yet.', title),
      atMost: over ? undefined : 'hint',
      data: { thread: id },
    };
  },
};
