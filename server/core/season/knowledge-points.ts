import type { Mark } from '../annotations/annotation.ts';
import { slugOf } from '../annotations/slug.ts';
import type { StudyReveal } from '../study/study.ts';
import { join, type Said } from './join.ts';
import { byMoment } from './moments.ts';
import type { FactStory, KnowledgePoint, KnowledgeRole } from './season.ts';
import { listedAt, placeOf, type Sources, saidOf } from './sources.ts';
import { idsIn, namesOf } from './words.ts';

const roles: readonly KnowledgeRole[] = ['reveal', 'learns', 'knows', 'uses'];

/** The story of one fact: each moment at which somebody learns it, is shown to know it, or uses it. */
export function factStory(sources: Sources, id: string): FactStory {
  const declared = sources.entries.facts.get(id);
  const said = saidOf(sources, 'fact', id);
  const telling = said.filter(({ mark }) => namesOf(mark.kind) === 'facts');
  const evidence = said.filter(({ mark }) => namesOf(mark.kind) === 'threads').flatMap(({ mark }) => mark.ids);
  const points = roles.flatMap((role) => pointsOf(sources, id, role, telling));
  return {
    id,
    title: declared?.text ?? telling.find(({ mark }) => mark.title)?.mark.title ?? id,
    declared,
    points: points.sort(byMoment),
    evidence: [...new Set([...(sources.entries.evidenceFor.get(id) ?? []), ...evidence])],
    claims: declared?.claims ?? [],
  };
}

function pointsOf(sources: Sources, fact: string, role: KnowledgeRole, telling: readonly Said[]): KnowledgePoint[] {
  const said = telling.filter(({ mark }) => mark.kind === role);
  const reveals = role === 'reveal' ? (sources.entries.revealsOf.get(fact) ?? []) : [];
  const joined = join<StudyReveal>(
    said,
    reveals.map((reveal) => listedAt(sources, reveal)),
    tellsTheSame(sources),
  );
  return joined.map((one) => ({
    fact,
    role,
    ...placeOf(sources, one.said, one.listed),
    also: one.also,
    who: whoAt({ role, ...one.said, entry: one.listed?.entry }, personIn(sources)),
    via: one.said?.mark.keys.via ?? one.listed?.entry.via,
    entry: one.listed?.entry,
  }));
}

/** Two reveals that say to whom, and share nobody, are not one. */
function tellsTheSame(sources: Sources) {
  return ({ mark }: Said, reveal: StudyReveal): boolean => {
    const to = namedIn(mark, 'to', personIn(sources));
    return to.length === 0 || reveal.to.length === 0 || to.some((person) => reveal.to.includes(person));
  };
}

/**
 * Whom a moment is about, by its words and by whoever a name means to whoever reads: an alias may be nobody's as far as the
 * reader has got.
 */
export function whoAt(
  { mark, role, scene, entry }: Pick<KnowledgePoint, 'mark' | 'role' | 'scene' | 'entry'>,
  person: (name: string) => string | undefined,
): readonly string[] {
  if (!mark) return entry?.to ?? [];
  if (role !== 'reveal') return namedIn(mark, 'who', person);
  const to = namedIn(mark, 'to', person);
  if (to.length > 0) return to;
  if (entry && entry.to.length > 0) return entry.to;
  const present = (scene?.speakers ?? []).map((name) => person(name) ?? (slugOf(name) || name.toLowerCase()));
  return [...new Set(['audience', ...present])];
}

function namedIn(mark: Mark, key: 'to' | 'who', person: (name: string) => string | undefined): string[] {
  return idsIn(mark, key).map((word) => (word === 'audience' ? word : (person(word) ?? word)));
}

function personIn({ people }: Sources): (name: string) => string | undefined {
  return (name) => people.ofWord(slugOf(name));
}
