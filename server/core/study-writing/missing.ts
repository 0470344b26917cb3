import { oneSlipApart } from '../annotations/nearest.ts';
import { type Horizon, within } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import { eventOf, factsOf, peopleOf, threadsOf } from '../season/words.ts';
import { annotatedIn, marksIn } from './annotated.ts';

/** The lists whose entries texts may name before the study has them, in the order in which they are told. */
export const missingLists = ['characters', 'events', 'facts', 'threads'] as const;
export type MissingList = (typeof missingLists)[number];

/** What annotations name and the study of the season does not have. */
export interface MissingEntry {
  readonly list: MissingList;
  readonly id: string;
  /** A name, a title, what happens or what is true. */
  readonly title: string;
  /** An entry of the study that is one slip away: it may be that one that was meant. */
  readonly near?: string;
  /** Keys and values, as a study has them. */
  readonly entry: Readonly<Record<string, unknown>>;
}

/**
 * What annotations of a season use and its study lacks: people, events, facts and threads. As everything that is shown, it
 * goes no farther than the horizon. Of a list in which an entry is invalid that one is not missing; where people are concerned,
 * nobody can tell whose name that is, and so nobody is.
 */
export function missingIn(whole: Season, horizon?: Horizon): MissingEntry[] {
  const season = within(whole, horizon);
  const annotated = annotatedIn(season);
  const used = usedIn(whole, season);
  const flawed = whole.study?.flawed;
  const declared = entriesOf(whole.study);
  const shown = entriesOf(season.study);
  return missingLists.flatMap((list) =>
    annotated[list]
      .filter(({ id }) => used[list].has(id) && !declared[list].has(id))
      .filter(({ id }) => (list === 'characters' ? !flawed?.has(list) : !flawed?.get(list)?.has(id)))
      .map((entry): MissingEntry => {
        const { id } = entry;
        const near = [...shown[list].keys()].find((other) => oneSlipApart(id, other));
        return { list, id, title: titleOf(entry), entry: { ...entry }, ...(near !== undefined && { near }) };
      }),
  );
}

/** What marks name, by list. Storylines of Beat's are not written for the study; whoever speaks is known without it. */
function usedIn(whole: Season, season: Season): Readonly<Record<MissingList, ReadonlySet<string>>> {
  const marks = marksIn(season).map(({ mark }) => mark);
  const people = marks.flatMap(peopleOf).flatMap((word) => {
    // A name that is a secret yet is nobody new.
    const person = whole.person(word);
    return person !== undefined && whole.characters.get(person)?.declared ? [] : (season.person(word) ?? word);
  });
  return {
    characters: new Set(people),
    events: new Set(marks.flatMap((mark) => eventOf(mark) ?? [])),
    facts: new Set(marks.flatMap(factsOf)),
    threads: new Set(marks.filter(({ kind }) => kind !== 'storyline').flatMap(threadsOf)),
  };
}

function titleOf(entry: {
  readonly name?: string;
  readonly title?: string;
  readonly text?: string;
  id: string;
}): string {
  return entry.name ?? entry.title ?? entry.text ?? entry.id;
}
