import type { Entry, Study } from '../study/study.ts';
import type { CardDispute, CardNote } from './answers.ts';
import { type CraftSubject, craftCard } from './craft-cards.ts';

/** What a note can be about: `thread:crash`, `event:swap`, `episode:5`, `character:peter`, `season`. */
export type NoteRef = string;

/**
 * The craft notes for a spot: what the study says of it, by the order of the references, each note once; where it says
 * nothing, the built-in card.
 */
export function craftFor(
  study: Study | undefined,
  refs: readonly NoteRef[],
  subject: CraftSubject | undefined,
): CardNote[] {
  const notes = study ? refs.flatMap((ref) => study.craftNotes.filter(({ on }) => isAbout(on, ref))) : [];
  if (notes.length > 0) {
    return [...new Set(notes)].map((note) => ({
      text: note.text,
      by: note.by,
      sources: sourceNames(study, note.sources),
      reading: note.reading,
    }));
  }
  if (!subject) return [];
  const card = craftCard(subject);
  return [{ text: card.text, sources: card.source ? [card.source] : [], reading: false }];
}

/** The disputes of the study about any of the references, each once. */
export function disputesOn(study: Study | undefined, refs: readonly NoteRef[]): CardDispute[] {
  if (!study) return [];
  return study.disputes
    .filter(({ on }) => on.some((about) => refs.some((ref) => isAbout(about, ref))))
    .map(({ id, claims }) => ({
      title: id.replaceAll('-', ' '),
      claims: claims.map((claim) => ({ text: claim.text, sources: sourceNames(study, claim.sources) })),
    }));
}

/** Sources as a reader knows them: `TIME`, else the title of the source. */
export function sourceNames(study: Study | undefined, ids: Entry['sources']): string[] {
  return ids.map((id) => {
    const source = study?.sources.find((one) => one.id === id);
    return source?.publisher ?? source?.title ?? id;
  });
}

/** A note `on: crash` is about whatever has that id; one `on: thread:crash` about the thread alone. */
function isAbout(on: string, ref: NoteRef): boolean {
  return on === ref || (!on.includes(':') && ref.endsWith(`:${on}`));
}
