import { type Horizon, within } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import type { Arrangement, OutlineNode } from './answers.ts';
import type { Measure } from './context.ts';
import { count } from './labels.ts';
import { facetsOf, type OutlineFacets } from './outline/facets.ts';
import { filtered, type OutlineFilter } from './outline/filter.ts';
import type { OutlineContext } from './outline/nodes.ts';
import { foldersApart } from './outline/seasons.ts';
import { byStructure } from './outline/structure.ts';
import { byThread } from './outline/thread.ts';
import { byTwist } from './outline/twist.ts';

export interface OutlineOptions {
  readonly horizon?: Horizon;
  readonly measure?: Measure;
  readonly filter?: OutlineFilter;
}

const arrangements: Readonly<Record<Arrangement, (context: OutlineContext) => OutlineNode[]>> = {
  twist: byTwist,
  structure: byStructure,
  thread: byThread,
};

/** The rows of a season's outline in one arrangement. */
export function outline(season: Season, by: Arrangement, options: OutlineOptions = {}): OutlineNode[] {
  return filtered(everyRow(season, by, options), options.filter);
}

function everyRow(season: Season, by: Arrangement, { horizon, measure, filter }: OutlineOptions): OutlineNode[] {
  return arrangements[by]({ season: within(season, horizon), measure, facets: filter !== undefined });
}

/** What the outlines of the seasons can be filtered by, in whichever arrangement; all of it within the horizon. */
export function outlineFacets(
  seasons: readonly Season[],
  horizonOf: (season: Season) => Horizon | undefined = () => undefined,
): OutlineFacets {
  return facetsOf(
    seasons.map((whole) => {
      const season = within(whole, horizonOf(whole));
      return { season, nodes: Object.values(arrangements).flatMap((arranged) => arranged({ season, facets: true })) };
    }),
  );
}

/** The rows of several seasons: each under a row of its own, but for one alone. Seasons with nothing to show have none. */
export function outlineOfAll(
  seasons: readonly Season[],
  by: Arrangement,
  optionsOf: (season: Season) => OutlineOptions = () => ({}),
): OutlineNode[] {
  const all = seasons.map((season) => ({ season, rows: everyRow(season, by, optionsOf(season)) }));
  const filled = all.filter(({ rows }) => rows.length > 0);
  const [only] = filled;
  if (filled.length === 1 && only) return filtered(only.rows, optionsOf(only.season).filter);
  const apart = foldersApart(filled.map(({ season }) => season));
  return filled.flatMap(({ season, rows }) => {
    const shown = filtered(rows, optionsOf(season).filter);
    if (shown.length === 0) return [];
    const id = `season:${season.key}`;
    return [
      {
        id,
        label: season.title,
        description: [apart.get(season), count(season.episodes.length, 'episode')].filter(Boolean).join(' · '),
        kind: 'season',
        children: shown.map((row) => prefixed(`${id}/`, row)),
      },
    ];
  });
}

function prefixed(prefix: string, node: OutlineNode): OutlineNode {
  return { ...node, id: prefix + node.id, children: node.children.map((child) => prefixed(prefix, child)) };
}
