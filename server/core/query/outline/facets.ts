import type { Season } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { episodeId, episodeLabel } from '../labels.ts';
import { personName } from '../persons.ts';

/** What rows can be filtered by: what there is, and nothing else. */
export interface OutlineFacets {
  readonly kinds: readonly string[];
  /** Of threads and reveals. */
  readonly statuses: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly episodes: readonly EpisodeFacet[];
}

interface EpisodeFacet {
  readonly id: string;
  readonly label: string;
  readonly title?: string;
}

/** What is no kind of thing that one looks for: a group holds others, and the audience is among the people. */
const noKinds = new Set(['group', 'season', 'audience']);

/** In this order, whatever rows come first: where things are told, what threads are made of, what is known, the rest. */
const orderOfKinds: readonly string[] = [
  ...['episode', 'act', 'scene'],
  ...['thread', 'setup', 'reminder', 'payoff', 'herring', 'cleared'],
  ...['reveal', 'learns', 'knows', 'uses'],
  ...['turn', 'story', 'form', 'craft', 'ignore'],
  ...['storyline', 'marker', 'todo'],
  'person',
];

/** What the rows of seasons that come one after the other can be filtered by. */
export class GatheredFacets {
  private readonly kinds = new Set<string>();
  private readonly statuses = new Set<string>();
  private readonly people = new Map<string, string>();
  private readonly episodes = new Map<string, EpisodeFacet>();

  /** A season within the horizon, and all of its rows. */
  add(season: Season, nodes: readonly OutlineNode[]): void {
    for (const episode of season.episodes) {
      const id = episodeId(season, episode);
      const title = this.episodes.get(id)?.title ?? (episode.number === undefined ? undefined : episode.title);
      // A film has no label in its own season, but may stand beside others here.
      const label = episodeLabel(season, episode) || id;
      if (id !== '') this.episodes.set(id, { id, label, ...(title && { title }) });
    }
    for (const { kind, status, people = [] } of flat(nodes)) {
      if (!noKinds.has(kind)) this.kinds.add(kind);
      if (status !== undefined && (kind === 'thread' || kind === 'reveal')) this.statuses.add(status);
      for (const id of people) if (!this.people.has(id)) this.people.set(id, personName(season, id));
    }
  }

  facets(): OutlineFacets {
    return {
      kinds: [...this.kinds].sort((a, b) => orderOf(a) - orderOf(b)),
      statuses: [...this.statuses],
      // By the names that are shown, whatever the language: that is what one looks for.
      people: [...this.people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en')),
      episodes: [...this.episodes.values()],
    };
  }
}

/** A kind that has no place in the order comes after those that have. */
function orderOf(kind: string): number {
  const order = orderOfKinds.indexOf(kind);
  return order < 0 ? orderOfKinds.length : order;
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
