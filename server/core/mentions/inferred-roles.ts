import type { Manuscript } from '../manuscript.ts';
import { entriesOf } from '../season/study-entries.ts';
import type { ScenePart } from '../structure/file-structure.ts';
import type { Study, StudyThread, ThreadPoint } from '../study/study.ts';
import { type MentioningPassage, mentioningPassages } from './mentions.ts';
import type { Mention } from './referent.ts';
import { annotatedRoles, scenesOf } from './scenes.ts';
import { cueSetOf } from './study-cues.ts';

export type InferredRole = 'setup' | 'reminder' | 'payoff';

/** What a study and the words of a paragraph together say of a mention, where nobody has annotated it. */
export interface Inference {
  /** Of the thread. */
  readonly mention: Mention;
  readonly passage: MentioningPassage;
  readonly scene: ScenePart | undefined;
  readonly thread: string;
  readonly role: InferredRole;
  /** The event whose cue stands in the same paragraph, and what the study says that it does for the thread. */
  readonly event: string;
  readonly point: ThreadPoint;
}

/**
 * The roles of mentions that the study and the text around them tell (design, section 6), in the order of the text: a
 * paragraph that mentions a thread and has a cue of an event in which the study places the thread's setup, reminder or
 * payoff. None where
 *
 * - the same scene has that role of that thread annotated,
 * - the study places different roles of the thread in what the paragraph tells, so that one cannot say which it is,
 * - the study places role or event in another episode than the text: there the event is spoken of, and not told.
 *
 * `episode` is the number of a file that does not say it itself. Headings name things, and have no roles.
 */
export function inferredRoles(manuscript: Manuscript, study: Study, episode?: number): Inference[] {
  return inferredRolesIn(mentioningPassages(manuscript, cueSetOf(study)), manuscript, study, episode);
}

/** The same for some of the passages. */
export function inferredRolesIn(
  passages: readonly MentioningPassage[],
  manuscript: Manuscript,
  study: Study,
  episode?: number,
): Inference[] {
  const sceneAt = scenesOf(manuscript);
  return passages.flatMap((passage) => {
    const events = eventsIn(passage);
    if (passage.kind === 'heading' || events.length === 0) return [];
    const here = sceneAt(passage.start);
    const number = here?.episode.number ?? episode;
    return threadMentions(passage).flatMap(([mention, thread]) => {
      const told = roleIn(study, thread, events, number);
      if (!told || (here && annotatedRoles(here.scene, thread).has(told.role))) return [];
      return [{ mention, passage, scene: here?.scene, thread, ...told }];
    });
  });
}

/** The events of which the passage has a cue, each once. */
export function eventsIn(passage: MentioningPassage): string[] {
  const referents = passage.mentions.flatMap((mention) => mention.referents);
  return [...new Set(referents.filter(({ kind }) => kind === 'event').map(({ id }) => id))];
}

/** Each mention of a thread, and the thread. */
export function threadMentions({ mentions }: MentioningPassage): [mention: Mention, thread: string][] {
  return mentions.flatMap((mention) =>
    mention.referents.flatMap(({ kind, id }): [Mention, string][] => (kind === 'thread' ? [[mention, id]] : [])),
  );
}

/** The one role that a study gives a thread in some events, told in an episode; undefined where there are more, or none. */
export function roleIn(
  study: Study,
  thread: string,
  events: readonly string[],
  episode: number | undefined,
): Pick<Inference, 'role' | 'event' | 'point'> | undefined {
  const entries = entriesOf(study);
  const declared = entries.threads.get(thread);
  if (!declared) return undefined;
  const told = pointsOf(declared).filter(({ point }) => {
    if (point.event === undefined || !events.includes(point.event)) return false;
    const where = point.episode ?? entries.events.get(point.event)?.told?.episode;
    return where === undefined || episode === undefined || where === episode;
  });
  const [first] = told;
  return first && told.every(({ role }) => role === first.role) ? { ...first, event: first.point.event! } : undefined;
}

function pointsOf({ setups, reminders, payoffs }: StudyThread): { role: InferredRole; point: ThreadPoint }[] {
  return [
    ...setups.map((point) => ({ role: 'setup', point }) as const),
    ...reminders.map((point) => ({ role: 'reminder', point }) as const),
    ...payoffs.map((point) => ({ role: 'payoff', point }) as const),
  ];
}
