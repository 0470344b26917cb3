import { t } from '@vscode/l10n';
import { type Problem, type SeasonContext, type SeasonRule, threadsIn } from '../rule.ts';

/** A red herring that the story leaves standing at its end. */
export const herringUncleared: SeasonRule = {
  code: 'herring.uncleared',
  reads: 'season',
  tells: 'later',
  *check(context: SeasonContext): Iterable<Problem> {
    if (!context.season.over) return;
    for (const thread of threadsIn(context)) {
      const first = thread.setups.find(({ text }) => text);
      if (thread.status !== 'herring' || first?.text?.uri !== context.uri) continue;
      yield {
        item: first.text.item,
        id: thread.id,
        message: t('The red herring “{0}” is never cleared.', thread.title),
        data: { thread: thread.id },
      };
    }
  },
};
