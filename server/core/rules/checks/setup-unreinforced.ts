import { t } from '@vscode/l10n';
import { distance } from '../../season/moments.ts';
import { type Problem, pagesBetween, type TextContext, type TextRule, threadsIn } from '../rule.ts';

/** A thread with one setup and no reminder that is first paid off long after. A study's entry proves no distance. */
export const setupUnreinforced: TextRule = {
  code: 'setup.unreinforced',
  reads: 'text',
  tells: 'later',
  *check(context: TextContext): Iterable<Problem> {
    const { season, uri, limits } = context;
    for (const thread of threadsIn(context)) {
      const [setup, ...others] = thread.setups;
      const [payoff] = thread.payoffs;
      if (setup?.text?.uri !== uri || !payoff?.text || others.length + thread.reminders.length > 0) continue;
      // Another payoff without a place might come first.
      if (thread.payoffs.some(({ text }) => !text)) continue;
      const episodes = distance(season, setup.moment, payoff.moment) ?? 0;
      const pages = pagesBetween(context, setup, payoff) ?? 0;
      if (episodes <= limits.unreinforcedEpisodes && pages <= limits.unreinforcedPages) continue;
      yield {
        item: setup.text.item,
        id: thread.id,
        message: episodes > 0 ? afterEpisodes(thread.title, episodes) : afterPages(thread.title, pages),
        related: [{ target: payoff.text, message: t('The payoff') }],
        data: { thread: thread.id },
      };
    }
  },
};

function afterEpisodes(title: string, episodes: number): string {
  return episodes === 1
    ? t('“{0}” is paid off 1 episode later, and nothing reminds of it before.', title)
    : t('“{0}” is paid off {1} episodes later, and nothing reminds of it before.', title, episodes);
}

function afterPages(title: string, pages: number): string {
  return pages === 1
    ? t('“{0}” is paid off 1 page later, and nothing reminds of it before.', title)
    : t('“{0}” is paid off {1} pages later, and nothing reminds of it before.', title, pages);
}
