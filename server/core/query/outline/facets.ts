import type { Season } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { episodeLabel } from '../labels.ts';
import { personName } from '../persons.ts';

/** What rows can be filtered by: what there is, and nothing else. */
export interface OutlineFacets {
  readonly kinds: readonly string[];
  /** Of threads and reveals. */
  readonly statuses: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly episodes: readonly { readonly id: string; readonly title?: string }[];
}

/** Only what a row tells by itself: a group is no kind of thing. */
const containers = new Set(['group', 'season']);

/** @param outlines of each season, within the horizon, all of its rows */
export function facetsOf(outlines: readonly { readonly season: Season; readonly nodes: readonly OutlineNode[] }[]) {
  const kinds = new Set<string>();
  const statuses = new Set<string>();
  const people = new Map<string, string>();
  const episodes = new Map<string, string | undefined>();
  for (const { season, nodes } of outlines) {
    for (const episode of season.episodes) {
      const id = episodeLabel(season, episode);
      if (id !== '') episodes.set(id, episodes.get(id) ?? (episode.number === undefined ? undefined : episode.title));
    }
    for (const { kind, status, people: here = [] } of flat(nodes)) {
      if (!containers.has(kind)) kinds.add(kind);
      if (status !== undefined && (kind === 'thread' || kind === 'reveal')) statuses.add(status);
      for (const id of here) if (!people.has(id)) people.set(id, personName(season, id));
    }
  }
  const facets: OutlineFacets = {
    kinds: [...kinds],
    statuses: [...statuses],
    people: [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    episodes: [...episodes].map(([id, title]) => ({ id, ...(title && { title }) })),
  };
  return facets;
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
