import { type Horizon, within } from '../season/horizon.ts';
import { byMoment } from '../season/moments.ts';
import type { FactStory, KnowledgePoint, Season } from '../season/season.ts';
import { type Irony, ironiesOf } from './irony.ts';
import { type Asked, askOf, knowsAllAlong, learningsOf, usesBy } from './knowing.ts';
import type { Presence } from './presence.ts';

/** Who knows what by when, over a whole season: facts × people. */
export interface KnowledgeTable {
  readonly season: Season;
  /** The audience first, then the cast in its order, then who is only named; only those who learn, know or use something. */
  readonly people: readonly string[];
  /** In the order in which they are first told. */
  readonly facts: readonly FactRow[];
}

export interface FactRow {
  readonly fact: FactStory;
  /** One for each of the people of whom something is known. */
  readonly cells: readonly KnowledgeCell[];
  readonly ironies: readonly Irony[];
}

export interface KnowledgeCell {
  readonly who: string;
  /** Has known it for as long as it has been so. */
  readonly always: boolean;
  /** The moments at which they surely learn it, in narrative order. */
  readonly learns: readonly KnowledgePoint[];
  /** The moments at which they act on it. */
  readonly uses: readonly KnowledgePoint[];
}

export function knowledgeTable(
  whole: Season,
  options: { readonly horizon?: Horizon; readonly presence?: Presence } = {},
): KnowledgeTable {
  const season = within(whole, options.horizon);
  const asked = askOf(season, options.presence);
  // The season holds its facts in the order in which they became known to it.
  const told = [...season.facts.values()]
    .map((fact) => ({ fact, moment: fact.points[0]?.moment }))
    .sort((a, b) => byMoment(a, b) || (a.fact.id < b.fact.id ? -1 : 1))
    .map(({ fact }) => fact);
  const named = told.flatMap(peopleIn);
  const cast = ['audience', ...new Set([...season.characters.keys(), ...named].filter((id) => id !== 'audience'))];
  const facts = told.map((fact) => rowOf(asked, fact, cast)).filter(({ cells }) => cells.length > 0);
  const concerned = new Set(facts.flatMap(({ cells }) => cells.map(({ who }) => who)));
  return { season, people: cast.filter((who) => concerned.has(who)), facts };
}

function rowOf(asked: Asked, fact: FactStory, cast: readonly string[]): FactRow {
  const cells = cast.flatMap((who): KnowledgeCell[] => {
    const always = knowsAllAlong(fact, who);
    const learns = learningsOf(asked, fact, who).flatMap(({ point, perhaps }) => (perhaps ? [] : [point]));
    const uses = usesBy(fact, who);
    return always || learns.length + uses.length > 0 ? [{ who, always, learns, uses }] : [];
  });
  const ironies = ironiesOf(
    asked,
    fact,
    cells.map(({ who }) => who),
  );
  return { fact, cells, ironies };
}

/** Whom annotations and the study name as knowing of a fact, be they in the cast or not. */
function peopleIn({ declared, points }: FactStory): string[] {
  return [...(declared?.knownBy ?? []), ...points.flatMap((point) => point.who)];
}
