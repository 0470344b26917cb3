import type { Mark, MarkKind, MarkNames } from '../annotations/annotation.ts';
import { kindInfo } from '../annotations/kinds.ts';
import { slugOf } from '../annotations/slug.ts';

/** The words of a mark by which the season joins what its files say. */

/** The ids in a key such as `for=` or `to=`: between commas, as slugs. */
export function idsIn(mark: Mark, key: string): string[] {
  const value = mark.keys[key];
  if (value === undefined) return [];
  if (!value.includes(',')) {
    const id = slugOf(value.trim());
    return id === '' ? [] : [id];
  }
  return value
    .split(',')
    .map((word) => slugOf(word.trim()))
    .filter((id) => id !== '');
}

/** What the ids of a mark of this kind name. A storyline of Beat's is a thread. */
export function namesOf(kind: MarkKind): MarkNames {
  return kind === 'storyline' ? 'threads' : (kindInfo(kind)?.names ?? 'nothing');
}

export function threadsOf(mark: Mark): readonly string[] {
  return namesOf(mark.kind) === 'threads' ? mark.ids : [];
}

/** Facts that a mark tells of, or that the thread it names is evidence for. */
export function factsOf(mark: Mark): readonly string[] {
  const names = namesOf(mark.kind);
  if (names === 'facts') return mark.ids;
  return names === 'threads' && mark.keys.for !== undefined ? idsIn(mark, 'for') : [];
}

/** The people that a mark names in `to=` and `who=`, `audience` among them. */
export function peopleOf(mark: Mark): string[] {
  return [...idsIn(mark, 'to'), ...idsIn(mark, 'who')];
}

/** The event that a mark stands at, by `event=`. */
export function eventOf(mark: Mark): string | undefined {
  return mark.keys.event === undefined ? undefined : slugOf(mark.keys.event.trim());
}
