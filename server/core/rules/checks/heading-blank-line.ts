import { t } from '@vscode/l10n';
import { Script } from '../../fountain/script.ts';
import type { Problem, TextContext, TextRule } from '../rule.ts';

/** A line of a script that would be a scene heading, but for the blank line after it. */
export const headingBlankLine: TextRule = {
  code: 'heading.blank-line',
  reads: 'text',
  tells: 'nothing',
  *check({ manuscript }: TextContext): Iterable<Problem> {
    if (!(manuscript instanceof Script)) return;
    for (const span of manuscript.bareHeadings()) {
      yield { span, message: t('A scene heading needs a blank line after it; without one this prints as action.') };
    }
  },
};
