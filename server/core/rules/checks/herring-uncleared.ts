import { t } from '@vscode/l10n';
import type { ThreadStory } from '../../season/season.ts';
import type { PlacedProblem, ThreadRule } from '../rule.ts';

/** A red herring that the story leaves standing at its end. */
export const herringUncleared: ThreadRule = {
  code: 'herring.uncleared',
  reads: 'thread',
  tells: 'later',
  *check({ id, title, status, setups }: ThreadStory, over: boolean): Iterable<PlacedProblem> {
    const first = setups.find(({ text }) => text)?.text;
    if (!over || status !== 'herring' || !first) return;
    yield {
      ...first,
      id,
      message: t('The red herring “{0}” is never cleared.', title),
      data: { thread: id },
    };
  },
};
