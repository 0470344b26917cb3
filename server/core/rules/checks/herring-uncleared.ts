import { type Problem, type Rule, type RuleContext, threadsIn } from '../rule.ts';

/** A red herring that the story leaves standing at its end. */
export const herringUncleared: Rule = {
  code: 'herring.uncleared',
  tells: 'later',
  *check(context: RuleContext): Iterable<Problem> {
    if (!context.season.over) return;
    for (const thread of threadsIn(context)) {
      const first = thread.setups.find(({ text }) => text);
      if (thread.status !== 'herring' || first?.text?.uri !== context.uri) continue;
      yield {
        item: first.text.item,
        id: thread.id,
        message: `The red herring “${thread.title}” is never cleared.`,
        data: { thread: thread.id },
      };
    }
  },
};
