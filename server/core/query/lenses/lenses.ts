import type { Mark } from '../../annotations/annotation.ts';
import { herringUncleared } from '../../rules/checks/herring-uncleared.ts';
import { payoffUnplanted } from '../../rules/checks/payoff-unplanted.ts';
import { setupUnpaid } from '../../rules/checks/setup-unpaid.ts';
import { diagnose, type RuleSettings } from '../../rules/diagnose.ts';
import { digestOf } from '../../season/digest.ts';
import { within } from '../../season/horizon.ts';
import type { Season } from '../../season/season.ts';
import { namesOf } from '../../season/words.ts';
import type { Span } from '../../text/span.ts';
import { missingOf } from '../cards/thread-card.ts';
import type { QueryContext } from '../context.ts';
import { isAhead } from '../mentions/mentioned.ts';
import { asSaid, type LensSubject, revealSays } from './lens-text.ts';
import { countedMarks } from './part-lens.ts';

/** Which code lenses are wanted. */
export interface LensKinds {
  /** At setups and payoffs. */
  readonly threads: boolean;
  /** At reveals. */
  readonly reveals: boolean;
  /** At the headings of episodes and acts. */
  readonly structure: boolean;
}

/** A line above a place in the text. What it says is made by `lensText`, when it comes into view. */
export interface Lens extends LensSubject {
  readonly span: Span;
  /** What is owed, where the rules say so: it needs no more looking up. */
  readonly missing?: string;
}

/**
 * The code lenses of a text, in its order. Where there is nothing to say there is none; of what lies ahead of the horizon
 * none is told. That something is owed is said only where a rule says it too.
 */
export function lenses(asked: QueryContext, kinds: LensKinds, rules: RuleSettings = {}): Lens[] {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const found = [
    ...(kinds.structure ? ofParts(context) : []),
    ...(kinds.threads || kinds.reveals ? ofMarks(context, kinds, kinds.threads ? owed(asked, rules) : new Map()) : []),
  ];
  const { text } = context.manuscript;
  const inLine = new Map<number, number>();
  for (const { span } of found) {
    const line = text.lineAt(span.start);
    inLine.set(line, (inLine.get(line) ?? 0) + 1);
  }
  return found
    .map((lens): Lens => {
      const named = inLine.get(text.lineAt(lens.span.start))! > 1;
      const about = named ? context.season.threads.get(lens.id ?? '')?.title : undefined;
      return { ...lens, named, ...(lens.missing !== undefined && { missing: asSaid(lens.missing, about) }) };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

type Found = Omit<Lens, 'named'>;

function ofMarks(context: QueryContext, kinds: LensKinds, missing: ReadonlyMap<string, string>): Found[] {
  const { season, uri, manuscript } = context;
  return digestOf(manuscript.facts).marks.flatMap(({ item, mark }) => {
    const names = namesOf(mark.kind);
    if (names !== 'threads' && mark.kind !== 'reveal') return [];
    const span = manuscript.place(item);
    if (isAhead(context, span.start)) return [];
    return mark.ids.flatMap((id): Found[] => {
      if (mark.kind === 'reveal') {
        const fact = kinds.reveals ? season.facts.get(id) : undefined;
        return fact && revealSays(season, fact, { uri, item }) ? [{ kind: 'reveal', item, id, span }] : [];
      }
      if (!kinds.threads) return [];
      const owes = missing.get(`${item} ${id}`);
      if (owes === undefined && !leadsOn(season, mark, id)) return [];
      return [{ kind: 'thread', item, id, span, ...(owes !== undefined && { missing: owes }) }];
    });
  });
}

/** Whether a setup has payoffs to lead to, a payoff setups. */
function leadsOn(season: Season, mark: Mark, id: string): boolean {
  const thread = season.threads.get(id);
  if (!thread) return false;
  if (mark.kind === 'payoff' || mark.cleared) return thread.setups.length > 0;
  return (mark.kind === 'setup' || mark.kind === 'herring') && thread.payoffs.length + thread.cleared.length > 0;
}

/** What the rules find owed, by the annotation and thread at which they find it. */
function owed(asked: QueryContext, rules: RuleSettings): Map<string, string> {
  const { manuscript, season } = asked;
  const found = new Map<string, string>();
  for (const { span, data } of diagnose(asked, rules, [setupUnpaid, payoffUnplanted, herringUncleared])) {
    const thread = data?.thread === undefined ? undefined : season.threads.get(data.thread);
    const [missing] = thread ? missingOf(season, thread) : [];
    if (thread && missing) found.set(`${manuscript.itemAt(span.start)} ${thread.id}`, missing);
  }
  return found;
}

function ofParts(context: QueryContext): Found[] {
  const { manuscript } = context;
  const parts = digestOf(manuscript.facts).structure.episodes.flatMap((episode) => [episode, ...episode.acts]);
  return parts.flatMap((part): Found[] => {
    if (part.heading === undefined || countedMarks(context, part).length === 0) return [];
    return [{ kind: 'part', item: part.heading, span: manuscript.place(part.heading) }];
  });
}
