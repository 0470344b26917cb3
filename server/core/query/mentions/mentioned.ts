import type { Inference } from '../../mentions/inferred-roles.ts';
import { mentionsAt, passagesAround } from '../../mentions/mentions.ts';
import { cueSetOf } from '../../mentions/study-cues.ts';
import { isTold } from '../../season/horizon.ts';
import type { Moment } from '../../season/season.ts';
import type { Span } from '../../text/span.ts';
import type { QueryContext } from '../context.ts';
import { itemUnder } from '../places.ts';
import { nameAround } from '../spots.ts';
import { rolesIn } from './roles.ts';

/** What a word or phrase of the prose refers to. The season of the context is the one within the horizon. */
export type Mentioned =
  | {
      readonly type: 'thread';
      readonly id: string;
      readonly span: Span;
      /** What study and text together say of it, where nobody has annotated it. */
      readonly inference?: Inference;
      /** Other threads that the same words are a cue of. */
      readonly others: readonly string[];
    }
  | { readonly type: 'person'; readonly name: string; readonly span: Span }
  | { readonly type: 'event'; readonly id: string; readonly span: Span };

/**
 * What is mentioned at the offset: a thread before a person before an event, the shortest phrase first. Nothing where a
 * heading, cue or annotation stands: these say themselves what they are about.
 */
export function mentionedAt(context: QueryContext, offset: number): Mentioned | undefined {
  const { season, manuscript } = context;
  if (itemUnder(manuscript, offset) !== undefined) return undefined;
  const found = season.study ? mentionsAt(manuscript, cueSetOf(season.study), offset) : [];
  for (const { referents, start, end } of found) {
    const span = { start, end };
    const threads = referents.filter(({ kind, id }) => kind === 'thread' && season.threads.has(id)).map(({ id }) => id);
    if (threads.length > 0) return threadOf(context, span, threads);
    const other = referents.find(({ kind }) => kind !== 'thread');
    if (other?.kind === 'character') return { type: 'person', name: other.id, span };
    if (other?.kind === 'event') return eventOrName(context, offset, { type: 'event', id: other.id, span });
  }
  return nameOf(context, offset);
}

/** Of several threads the one whose role here is told. */
function threadOf(context: QueryContext, span: Span, threads: readonly string[]): Mentioned {
  const { season, manuscript } = context;
  const passages = passagesAround(manuscript, cueSetOf(season.study!), span.start);
  const roles = rolesIn(context, passages).filter(
    ({ mention, thread }) => mention.start === span.start && threads.includes(thread),
  );
  const inference = roles[0];
  const id = inference?.thread ?? threads[0]!;
  return { type: 'thread', id, span, ...(inference && { inference }), others: threads.filter((other) => other !== id) };
}

/** A name within the words of an event is that name, as a thread within them is that thread. */
function eventOrName(context: QueryContext, offset: number, event: Mentioned): Mentioned {
  return nameOf(context, offset) ?? event;
}

/** A name by which the season knows somebody, be it no cue of the study's: `Marissa` of Marissa Irvine. */
function nameOf({ season, manuscript }: QueryContext, offset: number): Mentioned | undefined {
  const { text } = manuscript;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const found = nameAround(season, manuscript, { start, end: start + text.lineText(line).length }, offset);
  return found && { type: 'person', ...found };
}

/** When a place of the text is told: as its season has it, also where the file has not one item. */
export function momentAt({ season, uri, manuscript }: QueryContext, offset: number): Moment | undefined {
  const moment = season.moment({ uri, item: Math.max(0, manuscript.itemAt(offset)) });
  if (moment) return moment;
  const episode = season.episodes.findIndex(({ told, linked }) => [told, ...linked].some((text) => text?.uri === uri));
  return episode < 0 ? undefined : { episode };
}

/** Whether the reader has not got as far as this place. */
export function isAhead(context: QueryContext, offset: number): boolean {
  if (!context.horizon) return false;
  const moment = momentAt(context, offset);
  return moment !== undefined && !isTold(context.season, moment, context.horizon);
}
