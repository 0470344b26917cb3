import { t } from '@vscode/l10n';
import type { InferredRole } from '../../mentions/inferred-roles.ts';
import { entriesOf } from '../../season/study-entries.ts';
import type { Card } from '../answers.ts';
import { eventCard } from '../cards/mark-card.ts';
import { personCard } from '../cards/person-card.ts';
import { shownAs, threadCard } from '../cards/thread-card.ts';
import type { QueryContext } from '../context.ts';
import { dotted, listed, roleName, threadKindName } from '../labels.ts';
import { craftFor } from '../notes.ts';
import type { Mentioned } from './mentioned.ts';

/** The card of what the prose mentions. The season of the context is the one within the horizon. */
export function mentionCard(context: QueryContext, mentioned: Mentioned): Card | undefined {
  const { season, measure } = context;
  const { span } = mentioned;
  switch (mentioned.type) {
    case 'thread':
      return threadMentionCard(context, mentioned);
    case 'person': {
      const id = season.person(mentioned.name);
      const person = id === undefined ? undefined : season.characters.get(id);
      return person && personCard(season, person, span, measure);
    }
    case 'event': {
      const event = entriesOf(season.study).events.get(mentioned.id);
      return event && eventCard(season, event, span);
    }
  }
}

/** The thread's own card, and how it comes to be shown where nothing is annotated. */
function threadMentionCard(
  { season, manuscript, measure }: QueryContext,
  { id, span, inference, others }: Extract<Mentioned, { type: 'thread' }>,
): Card | undefined {
  const thread = season.threads.get(id);
  if (!thread) return undefined;
  const whole = threadCard(season, thread, span, undefined, measure);
  const threadKind = thread.kind && threadKindName(thread.kind);
  const words = manuscript.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const also = others.flatMap((other) => season.threads.get(other)?.title ?? []);
  const alsoLine = also.length > 0 ? [t('Also a mention of: {0}.', listed(also))] : [];
  if (!inference) {
    const kind = dotted(t('Mention'), threadKind);
    return {
      ...whole,
      kind,
      lines: [t('A mention: “{0}” refers to this thread.', words), ...alsoLine, ...whole.lines],
    };
  }
  const { role, event, point } = inference;
  const told = entriesOf(season.study).events.get(event)!.text;
  const refs = [`event:${event}`, `thread:${id}`];
  return {
    ...whole,
    kind: dotted(roleName(role), t('inferred'), threadKind),
    lines: [whyInferred(role, told), ...alsoLine, point.text, ...whole.lines],
    craft: craftFor(season.study, refs, shownAs(thread, role)),
  };
}

/** @param told what the study says of the event of which the paragraph has a cue */
function whyInferred(role: InferredRole, told: string): string {
  switch (role) {
    case 'setup':
      return t(
        'A mention; the role is inferred, since the study places this setup in what the paragraph tells: {0}',
        told,
      );
    case 'reminder':
      return t(
        'A mention; the role is inferred, since the study places this reminder in what the paragraph tells: {0}',
        told,
      );
    case 'payoff':
      return t(
        'A mention; the role is inferred, since the study places this payoff in what the paragraph tells: {0}',
        told,
      );
  }
}
