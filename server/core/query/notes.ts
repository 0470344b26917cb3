import type { Claim, Dispute, Entry, Study, StudyFact } from '../study/study.ts';
import { wordsOfId } from '../study-writing/names.ts';
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
  return study ? disputesAbout(study, refs).map((dispute) => cardDispute(study, dispute)) : [];
}

/**
 * The disputes that the card of a fact shows. What the study disputes of the fact itself, or with the same claims, is one
 * with the claims that stand with the fact; each claim is there once, with all its sources.
 */
export function disputesOfFact(
  study: Study | undefined,
  fact: { readonly id: string; readonly title: string; readonly claims: readonly Claim[] },
  refs: readonly NoteRef[],
): CardDispute[] {
  if (!study) return [];
  const own: CardDispute[] =
    fact.claims.length < 2 ? [] : [{ title: fact.title, claims: cardClaims(study, fact.claims) }];
  const others: CardDispute[] = [];
  for (const dispute of disputesAbout(study, refs)) {
    const same = factOf(study, dispute)?.id === fact.id || (own.length > 0 && sameClaims(dispute.claims, fact.claims));
    (same ? own : others).push(cardDispute(study, dispute));
  }
  const [first, ...rest] = own;
  if (!first) return others;
  const claims = rest.length === 0 ? first.claims : onceEach([first, ...rest].flatMap((one) => one.claims));
  return [{ title: first.title, claims }, ...others];
}

/** What a dispute is called: it has no title, so what the fact says that it is about; else its id in words. */
export function disputeTitle(study: Study | undefined, dispute: Dispute): string {
  return (study && factOf(study, dispute)?.text) || wordsOfId(dispute.id);
}

/** The fact that a dispute is about: of several the one of the same id, or none. */
function factOf(study: Study, { id, on }: Dispute): StudyFact | undefined {
  const facts = study.facts.filter((fact) => on.some((about) => isAbout(about, `fact:${fact.id}`)));
  return facts.find((fact) => fact.id === id) ?? (facts.length === 1 ? facts[0] : undefined);
}

function disputesAbout(study: Study, refs: readonly NoteRef[]): Dispute[] {
  return study.disputes.filter(({ on }) => on.some((about) => refs.some((ref) => isAbout(about, ref))));
}

function cardDispute(study: Study, dispute: Dispute): CardDispute {
  return { title: disputeTitle(study, dispute), claims: cardClaims(study, dispute.claims) };
}

function cardClaims(study: Study, claims: readonly Claim[]): CardDispute['claims'] {
  return claims.map(({ text, sources }) => ({ text, sources: sourceNames(study, sources) }));
}

function sameClaims(some: readonly Claim[], others: readonly Claim[]): boolean {
  const texts = new Set(others.map(({ text }) => plain(text)));
  return (
    new Set(some.map(({ text }) => plain(text))).size === texts.size && some.every(({ text }) => texts.has(plain(text)))
  );
}

function onceEach(claims: CardDispute['claims']): CardDispute['claims'] {
  const byText = new Map<string, CardDispute['claims'][number]>();
  for (const { text, sources } of claims) {
    const known = byText.get(plain(text));
    byText.set(
      plain(text),
      known ? { ...known, sources: [...new Set([...known.sources, ...sources])] } : { text, sources },
    );
  }
  return [...byText.values()];
}

/** A claim as it is compared: case, spaces and the stop at its end are no other claim. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
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
