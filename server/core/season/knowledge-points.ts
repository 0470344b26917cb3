import type { StudyReveal } from '../study/study.ts';
import { join, type Listed, type Said } from './join.ts';
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
    who: whoOf(sources, one.said, one.listed),
    via: one.said?.mark.keys.via ?? one.listed?.entry.via,
    entry: one.listed?.entry,
  }));
}

/** Two reveals that say to whom, and share nobody, are not one. */
function tellsTheSame(sources: Sources) {
  return (said: Said, reveal: StudyReveal): boolean => {
    const to = personsIn(sources, said, 'to');
    return to.length === 0 || reveal.to.length === 0 || to.some((person) => reveal.to.includes(person));
  };
}

function whoOf(sources: Sources, said: Said | undefined, listed: Listed<StudyReveal> | undefined): string[] {
  if (!said) return [...(listed?.entry.to ?? [])];
  if (said.mark.kind !== 'reveal') return personsIn(sources, said, 'who');
  const to = personsIn(sources, said, 'to');
  if (to.length > 0) return to;
  if (listed && listed.entry.to.length > 0) return [...listed.entry.to];
  const present = said.scene.speakers.map((name) => sources.people.ofCue(name));
  return [...new Set(['audience', ...present])];
}

function personsIn(sources: Sources, said: Said, key: 'to' | 'who'): string[] {
  return idsIn(said.mark, key).map((word) => (word === 'audience' ? word : (sources.people.ofWord(word) ?? word)));
}
