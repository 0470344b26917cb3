import type { Study, StudyCharacter, StudyEvent, StudyFact, StudyReveal, StudyThread } from '../study/study.ts';

/** The entries of a study by id; of two with one id the first counts. */
export interface StudyEntries {
  readonly characters: ReadonlyMap<string, StudyCharacter>;
  readonly events: ReadonlyMap<string, StudyEvent>;
  readonly facts: ReadonlyMap<string, StudyFact>;
  readonly threads: ReadonlyMap<string, StudyThread>;
  readonly reveals: ReadonlyMap<string, StudyReveal>;
  /** The reveals of a fact, in the order of the study. */
  readonly revealsOf: ReadonlyMap<string, readonly StudyReveal[]>;
  /** The reveals that list a thread as evidence. */
  readonly revealsBy: ReadonlyMap<string, readonly StudyReveal[]>;
  /** The threads that the study lists as evidence for a fact, by the thread or by a reveal. */
  readonly evidenceFor: ReadonlyMap<string, readonly string[]>;
}

const none: StudyEntries = {
  characters: new Map(),
  events: new Map(),
  facts: new Map(),
  threads: new Map(),
  reveals: new Map(),
  revealsOf: new Map(),
  revealsBy: new Map(),
  evidenceFor: new Map(),
};

const made = new WeakMap<Study, StudyEntries>();

export function entriesOf(study: Study | undefined): StudyEntries {
  if (!study) return none;
  let entries = made.get(study);
  if (!entries) {
    entries = entriesFrom(study);
    made.set(study, entries);
  }
  return entries;
}

function entriesFrom(study: Study): StudyEntries {
  const evidence: [fact: string, thread: string][] = [
    ...study.threads.flatMap((thread) => thread.evidenceFor.map((fact): [string, string] => [fact, thread.id])),
    ...study.reveals.flatMap((reveal) => reveal.evidence.map((thread): [string, string] => [reveal.fact, thread])),
  ];
  return {
    characters: byId(study.characters),
    events: byId(study.events),
    facts: byId(study.facts),
    threads: byId(study.threads),
    reveals: byId(study.reveals),
    revealsOf: grouped(study.reveals.map((reveal) => [reveal.fact, reveal])),
    revealsBy: grouped(
      study.reveals.flatMap((reveal) => reveal.evidence.map((thread): [string, StudyReveal] => [thread, reveal])),
    ),
    evidenceFor: grouped(evidence),
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const entry of list) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}

/** The different values for each key, in order. */
function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (!list) map.set(key, [value]);
    else if (!list.includes(value)) list.push(value);
  }
  return map;
}
