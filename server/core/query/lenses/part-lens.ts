import { digestOf, type MarkInFile } from '../../season/digest.ts';
import { namesOf } from '../../season/words.ts';
import type { ItemRange } from '../../structure/file-structure.ts';
import type { QueryContext } from '../context.ts';
import { counts } from '../counts.ts';
import { isAhead } from '../mentions/mentioned.ts';

/** The setups, payoffs and reveals of a part of a text that the reader may know of. The season is that within the horizon. */
export function countedMarks(context: QueryContext, { first, end }: ItemRange): MarkInFile[] {
  const { season, manuscript } = context;
  return digestOf(manuscript.facts).marks.filter(({ item, mark }) => {
    if (item < first || item >= end || roleOf(mark.kind) === undefined) return false;
    const stories = namesOf(mark.kind) === 'threads' ? season.threads : season.facts;
    return mark.ids.some((id) => stories.has(id)) && !isAhead(context, manuscript.place(item).start);
  });
}

/** `3 setups, 1 payoff, 2 reveals` */
export function partTitle(marks: readonly MarkInFile[]): string {
  const times = (role: string) => marks.filter(({ mark }) => roleOf(mark.kind) === role).length;
  const [setups, payoffs, reveals] = [times('setup'), times('payoff'), times('reveal')];
  return [
    ...(setups > 0 ? [counts.setups(setups)] : []),
    ...(payoffs > 0 ? [counts.payoffs(payoffs)] : []),
    ...(reveals > 0 ? [counts.reveals(reveals)] : []),
  ].join(', ');
}

function roleOf(kind: MarkInFile['mark']['kind']): 'setup' | 'payoff' | 'reveal' | undefined {
  if (kind === 'herring') return 'setup';
  return kind === 'setup' || kind === 'payoff' || kind === 'reveal' ? kind : undefined;
}
