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
      if (!sameScene && !(pages !== undefined && pages < context.limits.rushedPages)) continue;
      yield {
        item: payoff.text.item,
        id: thread.id,
        message: sameScene
          ? `“${thread.title}” is paid off in the scene that sets it up.`
          : `“${thread.title}” is paid off ${pages === 0 ? 'on the page that sets it up' : `${pages} ${pages === 1 ? 'page' : 'pages'} after its setup`}.`,
        related: [{ target: setup.text, message: 'The setup' }],
        data: { thread: thread.id },
      };
    }
  },
};

function isSameScene(a: Occurrence, b: Occurrence): boolean {
  return a.text?.uri === b.text?.uri && a.scene?.first === b.scene?.first;
}
