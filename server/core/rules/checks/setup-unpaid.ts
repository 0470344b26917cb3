import { type Problem, type Rule, type RuleContext, threadsIn } from '../rule.ts';

/** A thread that is planted, owes a payoff and has none. A hint as long as the payoff may still come. */
export const setupUnpaid: Rule = {
  code: 'setup.unpaid',
  tells: 'later',
  *check(context: RuleContext): Iterable<Problem> {
    const { season, uri } = context;
    for (const thread of threadsIn(context)) {
      if (thread.status !== 'unpaid') continue;
      const first = thread.setups.find(({ text }) => text);
      if (first?.text?.uri !== uri) continue;
      yield {
        item: first.text.item,
        id: thread.id,
        message: season.over
          ? `“${thread.title}” is set up and never paid off.`
          : `“${thread.title}” is set up and not paid off yet.`,
        atMost: season.over ? undefined : 'hint',
        data: { thread: thread.id },
      };
    }
  },
};
