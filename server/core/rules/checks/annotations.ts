import type { AnnotationProblem } from '../../annotations/annotation.ts';
import { kindInfo } from '../../annotations/kinds.ts';
import { parseSlip } from '../../annotations/parse.ts';
import { itemsOf } from '../../season/items.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

/** What the parser says of annotations: no id, a key without value, a slip in the kind. */

export const annotationMalformed: Rule = {
  code: 'annotation.malformed',
  tells: 'nothing',
  *check(context: RuleContext): Iterable<Problem> {
    yield* problemsIn(context, 'annotation.malformed');
  },
};

/** A slip away from a kind: where the word is long enough to be sure, or where the id is known. */
export const annotationTypo: Rule = {
  code: 'annotation.typo',
  tells: 'nothing',
  *check(context: RuleContext): Iterable<Problem> {
    yield* problemsIn(context, 'annotation.typo');
    yield* shortSlips(context);
  },
};

function* problemsIn({ manuscript }: RuleContext, code: AnnotationProblem['code']): Iterable<Problem> {
  for (const [i, item] of itemsOf(manuscript.facts).entries()) {
    if (item.type !== 'slip' && !(item.type === 'mark' && item.flawed)) continue;
    for (const problem of manuscript.annotation(i)?.problems ?? [])
      if (problem.code === code) yield toProblem(i, problem);
  }
}

/** A note that begins with a word of two to four letters and a colon. */
const SHORT_NOTE = /(?:\[\[|<!--)([^\S\r\n]*[a-z]{2,4}[^\S\r\n]*:[^\r\n]{1,300}?)(\]\]|-->)/gi;

/** Short words are taken for a slip only where an id of the season follows: `[[stup: soy-allergy]]`. */
function* shortSlips({ season, manuscript }: RuleContext): Iterable<Problem> {
  const text = manuscript.text.toString();
  for (const match of text.matchAll(SHORT_NOTE)) {
    const comment = match[0].startsWith('<');
    if (comment !== (match[2] === '-->') || (comment && manuscript.kind === 'script')) continue;
    const slip = parseSlip(match[1]!, match.index, comment ? 'comment' : 'note');
    const [problem] = slip?.problems ?? [];
    const info = problem?.suggestion === undefined ? undefined : kindInfo(problem.suggestion);
    if (!slip || !problem || !info) continue;
    const known = info.names === 'threads' ? season.threads : info.names === 'facts' ? season.facts : undefined;
    if (slip.ids.some(({ text: id }) => known?.has(id))) yield toProblem(undefined, problem);
  }
}

function toProblem(item: number | undefined, { start, end, message, suggestion }: AnnotationProblem): Problem {
  return { item, span: { start, end }, message, data: suggestion === undefined ? undefined : { suggestion } };
}
