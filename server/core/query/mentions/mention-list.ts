import { threadMentions } from '../../mentions/inferred-roles.ts';
import { mentioningPassages } from '../../mentions/mentions.ts';
import { cueSetOf } from '../../mentions/study-cues.ts';
import { within } from '../../season/horizon.ts';
import type { Span } from '../../text/span.ts';
import type { QueryContext } from '../context.ts';
import { isAhead } from './mentioned.ts';
import { rolesIn } from './roles.ts';

/** A mention of a thread in the prose of a text, and the role that is inferred for it. */
export interface MentionSpan extends Span {
  readonly kind: 'mention' | 'setup' | 'reminder' | 'payoff';
  /** The threads that the words are a cue of. */
  readonly threads: readonly string[];
}

/** The mentions of threads in a text, in its order, as far as the horizon lets them be known. */
export function threadMentionsIn(asked: QueryContext): MentionSpan[] {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const { season } = context;
  const roles = new Map(rolesIn(context).map(({ mention, role }) => [mention.start, role]));
  return proseIn(context).flatMap((passage) => {
    const spans = new Map<number, MentionSpan & { threads: string[] }>();
    for (const [{ start, end }, thread] of threadMentions(passage)) {
      if (!season.threads.has(thread)) continue;
      const known = spans.get(start);
      if (known) known.threads.push(thread);
      else spans.set(start, { start, end, kind: roles.get(start) ?? 'mention', threads: [thread] });
    }
    return [...spans.values()];
  });
}

/** What mentions may be of. */
export interface Referred {
  readonly type: 'thread' | 'person' | 'event';
  readonly id: string;
}

/** Where the prose of a text mentions something. A place that lies ahead of the horizon is not told. */
export function mentionsOfIn(asked: QueryContext, { type, id }: Referred): Span[] {
  const context = { ...asked, season: within(asked.season, asked.horizon) };
  const kind = type === 'person' ? 'character' : type;
  return proseIn(context)
    .filter((passage) => !isAhead(context, passage.start))
    .flatMap(({ mentions }) => mentions)
    .filter(({ referents }) => referents.some((one) => one.kind === kind && one.id === id))
    .map(({ start, end }) => ({ start, end }));
}

/** A heading that names something tells nothing of it, and is no mention. */
function proseIn({ season: { study }, manuscript }: QueryContext) {
  return study ? mentioningPassages(manuscript, cueSetOf(study)).filter(({ kind }) => kind === 'prose') : [];
}
