import { isId } from '../annotations/slug.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Study } from '../study/study.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { eventsIn, type Inference, inferredRoles, roleIn, threadMentions } from './inferred-roles.ts';
import { type Insertion, insertionAfter } from './insertion.ts';
import { type MentioningPassage, mentioningPassages } from './mentions.ts';
import { annotatedRoles, type SceneHere, scenesOf } from './scenes.ts';
import { cueSetOf } from './study-cues.ts';

/** What an annotation that has yet to be written says. */
export type NewMark = Pick<Inference, 'thread' | 'role'> & { readonly event?: string };

/** An annotation of a mention, and the edit that writes it. */
export interface Proposal extends NewMark {
  readonly mention: Span;
  /** The study and the text tell the role; otherwise it is taken for a reminder, which claims the least. */
  readonly inferred: boolean;
  readonly edit: TextEdit;
}

/** What could be written about the mention of a thread at an offset: one annotation for each thread that its cue means. */
export function annotationsAt(manuscript: Manuscript, study: Study, offset: number, episode?: number): Proposal[] {
  const passage = mentioningPassages(manuscript, cueSetOf(study)).find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  if (!passage) return [];
  const inferences = inferredRoles(manuscript, study, episode);
  return threadMentions(passage).flatMap(([mention, thread]) => {
    if (offset < mention.start || offset > mention.end) return [];
    const told = inferences.find((one) => one.mention === mention && one.thread === thread);
    const mark: NewMark = told ? { thread, role: told.role, event: told.event } : { thread, role: 'reminder' };
    const edit = annotate(manuscript, passage, mark);
    return edit ? [{ ...mark, mention, inferred: told !== undefined, edit }] : [];
  });
}

/** The edit that writes an annotation about a passage. Undefined where there is no safe place for it. */
export function annotate(
  manuscript: Manuscript,
  passage: Pick<MentioningPassage, 'kind' | 'start' | 'end'>,
  mark: NewMark,
): TextEdit | undefined {
  const place = isId(mark.thread) ? insertionAfter(manuscript, passage) : undefined;
  return place && editOf(place, [noteOf(mark)]);
}

/**
 * The edits that write all that the study and the text together tell: every inferred role, once a scene. Where the heading
 * of a scene names one event, and no paragraph in it another, the whole scene counts as telling that event. They come in
 * order and do not overlap; all are in the coordinates of the text as it is.
 */
export function annotateFile(manuscript: Manuscript, study: Study, episode?: number): TextEdit[] {
  const inferences = [...inferredRoles(manuscript, study, episode), ...headingRoles(manuscript, study, episode)];
  const places = new Map<number, { place: Insertion; notes: string[] }>();
  const written = new Set<string>();
  for (const { passage, scene, thread, role, event } of inferences) {
    const key = JSON.stringify([scene?.first, thread, role, event]);
    if (written.has(key) || !isId(thread)) continue;
    const place = insertionAfter(manuscript, passage);
    if (!place) continue;
    written.add(key);
    const here = places.get(place.at) ?? { place, notes: [] };
    here.notes.push(noteOf({ thread, role, event }));
    places.set(place.at, here);
  }
  return [...places.values()].map(({ place, notes }) => editOf(place, notes)).sort((a, b) => a.start - b.start);
}

/** Like inferred roles, with the event that the heading of the scene names. */
function headingRoles(
  manuscript: Manuscript,
  study: Study,
  episode: number | undefined,
): Omit<Inference, 'mention' | 'point'>[] {
  const sceneAt = scenesOf(manuscript);
  const scenes = new Map<SceneHere | undefined, MentioningPassage[]>();
  for (const passage of mentioningPassages(manuscript, cueSetOf(study))) {
    const here = sceneAt(passage.start);
    const passages = scenes.get(here);
    if (passages) passages.push(passage);
    else scenes.set(here, [passage]);
  }
  return [...scenes].flatMap(([here, passages]) => {
    const heading = here?.scene.heading;
    if (!here || heading === undefined) return [];
    const { start } = manuscript.place(heading);
    const named = passages.find((passage) => passage.start <= start && start < passage.end);
    const events = [...new Set(passages.flatMap(eventsIn))];
    if (!named || events.length !== 1 || eventsIn(named).length !== 1) return [];
    return passages
      .filter(({ kind }) => kind === 'prose')
      .flatMap((passage) =>
        threadMentions(passage).flatMap(([, thread]) => {
          const told = roleIn(study, thread, events, here.episode.number ?? episode);
          if (!told || annotatedRoles(here.scene, thread).has(told.role)) return [];
          return [{ passage, scene: here.scene, thread, role: told.role, event: told.event }];
        }),
      );
  });
}

function editOf({ at, before, between, after }: Insertion, notes: readonly string[]): TextEdit {
  return { start: at, end: at, insert: before + notes.join(between) + after };
}

function noteOf({ role, thread, event }: NewMark): string {
  return `[[${role}: ${thread}${event !== undefined && isId(event) ? ` event=${event}` : ''}]]`;
}
