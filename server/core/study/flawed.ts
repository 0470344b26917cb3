import type { ReferredList } from './references.ts';
import { isRecord } from './shape.ts';
import type { Path } from './yaml-source.ts';

/**
 * The ids of entries in which something is invalid, by their lists. They are left out, whole or in part; but they are there,
 * so nothing may be concluded from what is missing of them. As one types, that is so at every other key.
 */
export type Flawed = ReadonlyMap<ReferredList, ReadonlySet<string>>;

/** The ids around the places of a study's value where it is invalid. A fact is as uncertain as what reveals it. */
export function flawedIn(value: Record<string, unknown>, bad: readonly Path[]): Flawed {
  const flawed = new Map<ReferredList, Set<string>>();
  const add = (list: string, id: unknown) => {
    if (typeof id !== 'string' && typeof id !== 'number') return;
    const ids = flawed.get(list as ReferredList) ?? new Set();
    flawed.set(list as ReferredList, ids.add(String(id).toLowerCase()));
  };
  for (const path of bad) {
    let at: unknown = value;
    for (const [i, part] of path.entries()) {
      at = Array.isArray(at) || isRecord(at) ? (at as Record<string | number, unknown>)[part] : undefined;
      const list = path[i - 1];
      if (typeof part !== 'number' || typeof list !== 'string' || !isRecord(at)) continue;
      add(list, list === 'episodes' ? at.number : at.id);
      if (list === 'reveals') add('facts', at.fact);
    }
  }
  return flawed;
}
