import type { Mark, MarkKind } from '../annotations/annotation.ts';
import { kindInfo } from '../annotations/kinds.ts';
import { within } from '../season/horizon.ts';
import { itemsOf } from '../season/items.ts';
import type { Season } from '../season/season.ts';
import type { Span } from '../text/span.ts';
import type { QueryContext } from './context.ts';
import { threadMentionsIn } from './mentions/mention-list.ts';

/** What a mark in the text is to the eye: one of those that have a sign and a colour of their own, or a note. */
export type TextMarkKind = 'setup' | 'reminder' | 'payoff' | 'herring' | 'reveal' | 'turn' | 'note';

/** An annotation, or the words of a mention whose role study and text together tell. */
export interface TextMark extends Span {
  readonly kind: TextMarkKind;
  readonly inferred: boolean;
}

const kinds: Readonly<Partial<Record<MarkKind, TextMarkKind>>> = {
  setup: 'setup',
  reminder: 'reminder',
  payoff: 'payoff',
  herring: 'herring',
  reveal: 'reveal',
  learns: 'reveal',
  turn: 'turn',
};

/**
 * The marks of a text in its order. What other programs write is none of ours, and has no mark; nor has a slip, which waits
 * to be mended.
 */
export function textMarks(asked: QueryContext): TextMark[] {
  const season = within(asked.season, asked.horizon);
  const { manuscript } = asked;
  const marks: TextMark[] = [];
  for (const [i, item] of itemsOf(manuscript.facts).entries()) {
    if (item.type !== 'mark' || !kindInfo(item.mark.kind)) continue;
    const { start, end } = manuscript.place(i);
    marks.push({ start, end, kind: kindOf(season, item.mark), inferred: false });
  }
  for (const { start, end, kind } of threadMentionsIn(asked)) {
    if (kind !== 'mention') marks.push({ start, end, kind, inferred: true });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** A setup of a thread that is known to mislead is a red herring, whatever it is written as. */
function kindOf(season: Season, mark: Mark): TextMarkKind {
  const kind = kinds[mark.kind] ?? 'note';
  const misleads = kind === 'setup' && mark.ids.some((id) => season.threads.get(id)?.intent === 'herring');
  return misleads ? 'herring' : kind;
}
