import { type Horizon, within } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import type { Arrangement, OutlineNode } from './answers.ts';
import type { Measure } from './context.ts';
import { count } from './labels.ts';
import type { OutlineContext } from './outline/nodes.ts';
import { byStructure } from './outline/structure.ts';
import { byThread } from './outline/thread.ts';
import { byTwist } from './outline/twist.ts';

export interface OutlineOptions {
  readonly horizon?: Horizon;
  readonly measure?: Measure;
}

const arrangements: Readonly<Record<Arrangement, (context: OutlineContext) => OutlineNode[]>> = {
  twist: byTwist,
  structure: byStructure,
  thread: byThread,
};

/** The rows of a season's outline in one arrangement. */
export function outline(season: Season, by: Arrangement, options: OutlineOptions = {}): OutlineNode[] {
  return arrangements[by]({ season: within(season, options.horizon), measure: options.measure });
}

/** The rows of several seasons: each under a row of its own, but for one alone. Seasons with nothing to show have none. */
export function outlineOfAll(seasons: readonly Season[], by: Arrangement, options: OutlineOptions = {}): OutlineNode[] {
  const filled = seasons
    .map((season) => ({ season, children: outline(season, by, options) }))
    .filter(({ children }) => children.length > 0);
  if (filled.length === 1) return filled[0]!.children;
  return filled.map(({ season, children }) => ({
    id: `season:${season.key}`,
    label: season.title,
    description: count(season.episodes.length, 'episode'),
    kind: 'season',
    children: children.map((child) => prefixed(`season:${season.key}/`, child)),
  }));
}

function prefixed(prefix: string, node: OutlineNode): OutlineNode {
  return { ...node, id: prefix + node.id, children: node.children.map((child) => prefixed(prefix, child)) };
}
