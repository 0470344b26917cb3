import { t } from '@vscode/l10n';
import { compareMoments } from '../../season/moments.ts';
import type { Occurrence } from '../../season/season.ts';
import { type Problem, pagesBetween, type TextContext, type TextRule, threadsIn } from '../rule.ts';

/**
 * A thread that is paid off, once and for all, in the scene of its only setup, or in a script within a few pages of it.
 * Where the text has no scenes, nothing can be said of them.
 */
export const payoffRushed: TextRule = {
  code: 'payoff.rushed',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    for (const thread of threadsIn(context)) {
      const [setup, ...others] = thread.setups;
      const [payoff, ...later] = thread.payoffs;
      if (!setup?.text || !payoff?.text || others.length > 0 || later.length > 0) continue;
      if (payoff.text.uri !== context.uri || !((compareMoments(setup.moment, payoff.moment) ?? 0) < 0)) continue;
      const pages = context.file.facts.kind === 'script' ? pagesBetween(context, setup, payoff) : undefined;
      const sameScene = isSameScene(setup, payoff) && setup.scene?.heading !== undefined;
      const near = sameScene ? 'scene' : pages;
      if (near === undefined || (near !== 'scene' && near >= context.limits.rushedPages)) continue;
      yield {
        item: payoff.text.item,
        id: thread.id,
        message: messageOf(thread.title, near),
        related: [{ target: setup.text, message: t('The setup') }],
        data: { thread: thread.id },
      };
    }
  },
};

function isSameScene(a: Occurrence, b: Occurrence): boolean {
  return a.text?.uri === b.text?.uri && a.scene?.first === b.scene?.first;
}

/** How near the payoff of a thread is: in the same scene, or so many pages after its setup. */
function messageOf(title: string, near: 'scene' | number): string {
  if (near === 'scene') return t('“{0}” is paid off in the scene that sets it up.', title);
  if (near === 0) return t('“{0}” is paid off on the page that sets it up.', title);
  if (near === 1) return t('“{0}” is paid off 1 page after its setup.', title);
  return t('“{0}” is paid off {1} pages after its setup.', title, near);
}
