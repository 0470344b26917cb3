import { t } from '@vscode/l10n';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { chamberEpisodes } from './chamber-episodes.ts';
import { percent } from './percent.ts';

/** A chamber play that dialogue does not carry. Treatments have none to measure. */
export const chamberDialogue: TextRule = {
  code: 'chamber.dialogue',
  reads: 'text',
  *check(context: TextContext): Iterable<Problem> {
    const { chamberDialogue: least } = context.limits;
    for (const { measures, problem } of chamberEpisodes(context)) {
      const { dialogueShare } = measures;
      if (dialogueShare === undefined || dialogueShare >= least) continue;
      yield problem(
        t(
          'A chamber play is carried by dialogue. Here it makes {0} of the words; it should make {1}.',
          percent(dialogueShare, least),
          percent(least),
        ),
      );
    }
  },
};
