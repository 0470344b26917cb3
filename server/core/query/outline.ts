import { type Horizon, within } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import type { Arrangement, OutlineNode } from './answers.ts';
import type { Measure } from './context.ts';
import { counts } from './counts.ts';
import { GatheredFacets, type OutlineFacets } from './outline/facets.ts';
import { filtered, type OutlineFilter } from './outline/filter.ts';
import type { OutlineContext } from './outline/nodes.ts';
import { foldersApart } from './outline/seasons.ts';
import { byStructure } from './outline/structure.ts';
import { byThread } from './outline/thread.ts';
import { byTwist, toldFacts } from './outline/twist.ts';

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

/** Whether there are any rows, which costs far less than to make them. */
const hasAny: Readonly<Record<Arrangement, (season: Season) => boolean>> = {
  twist: (season) => season.threads.size > 0 || toldFacts(season).length > 0,
  structure: (season) => season.episodes.length > 0,
  thread: (season) => season.threads.size > 0,
};

/** The rows of a season's outline in one arrangement. */
export function outline(season: Season, by: Arrangement, options: OutlineOptions = {}): OutlineNode[] {
  return outlinePart(season, by, options)?.rows ?? [];
}

/** A season among others: what its own row says, and the rows below it. */
export interface OutlinePart<Row = OutlineNode> {
  readonly key: string;
  readonly title: string;
  readonly episodes: number;
  readonly rows: Row[];
  /** Its rows are left out: it has some. */
  readonly closed?: true;
}

/** The outline of one of several seasons; undefined for one that has nothing to show, whatever the filter. */
export function outlinePart(
  season: Season,
  by: Arrangement,
  { horizon, measure, filter }: OutlineOptions = {},
): OutlinePart | undefined {
  const rows = arrangements[by]({ season: within(season, horizon), measure, facets: filter !== undefined });
  if (rows.length === 0) return undefined;
  return { key: season.key, title: season.title, episodes: season.episodes.length, rows: filtered(rows, filter) };
}

/** The same of a season whose rows nobody wants to see yet. */
export function closedPart(
  season: Season,
  by: Arrangement,
  options: OutlineOptions = {},
): OutlinePart<never> | undefined {
  if (options.filter) {
    const part = outlinePart(season, by, options);
    return part && { ...part, rows: [], ...(part.rows.length > 0 && { closed: true }) };
  }
  const { key, title, episodes } = season;
  if (!hasAny[by](within(season, options.horizon))) return undefined;
  return { key, title, episodes: episodes.length, rows: [], closed: true };
}

/** The rows of several seasons that are all at hand. */
export function outlineOfAll(
  seasons: readonly Season[],
  by: Arrangement,
  optionsOf: (season: Season) => OutlineOptions = () => ({}),
): OutlineNode[] {
  const all = new OutlineOfSeasons<OutlineNode>();
  for (const season of seasons) {
    const part = outlinePart(season, by, optionsOf(season));
    if (part) all.add(part);
  }
  return all.rows();
}

/** The rows of several seasons, that come one after the other: each under a row of its own, but for one alone. */
export class OutlineOfSeasons<Row extends AnyRow<Row>> {
  private readonly parts: OutlinePart<Row>[] = [];

  add(part: OutlinePart<Row>): void {
    const [first] = this.parts;
    if (this.parts.length === 1 && first) this.parts[0] = amongOthers(first);
    this.parts.push(first ? amongOthers(part) : part);
  }

  /** The season that is alone in having something to show. */
  get only(): OutlinePart<Row> | undefined {
    return this.parts.length === 1 ? this.parts[0] : undefined;
  }

  rows(): (Row | SeasonRow<Row>)[] {
    const { parts, only } = this;
    if (only) return only.rows;
    const apart = foldersApart(parts);
    return parts
      .filter(({ rows, closed }) => rows.length > 0 || closed)
      .map((part) => ({
        id: seasonRowId(part.key),
        label: part.title,
        description: [apart.get(part), counts.episodes(part.episodes)].filter(Boolean).join(' · '),
        kind: 'season',
        children: part.rows,
        ...(part.closed && { closed: true }),
      }));
  }
}

/** The rows of a season that is one of several: their ids are unique among the rows of all. */
export function amongOthers<Row extends AnyRow<Row>>(part: OutlinePart<Row>): OutlinePart<Row> {
  return { ...part, rows: part.rows.map((row) => prefixed(`${seasonRowId(part.key)}/`, row)) };
}

/** The id of the row of a season, by the season's key. */
export function seasonRowId(key: string): string {
  return `season:${key}`;
}

/** Which of the seasons' keys is that of a row of theirs, or of one below it; undefined for any other id. */
export function seasonOfRow(keys: readonly string[], id: string): string | undefined {
  // A folder's season and that of a file in it: the longer key is the nearer one.
  return keys
    .filter((key) => id === seasonRowId(key) || id.startsWith(`${seasonRowId(key)}/`))
    .reduce<string | undefined>((found, key) => (found && found.length > key.length ? found : key), undefined);
}

export interface AnyRow<Row> {
  readonly id: string;
  readonly children?: readonly Row[];
}

interface SeasonRow<Row> {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly kind: 'season';
  readonly children: Row[];
  readonly closed?: true;
}

function prefixed<Row extends AnyRow<Row>>(prefix: string, row: Row): Row {
  const { children } = row;
  const id = prefix + row.id;
  return children ? { ...row, id, children: children.map((child) => prefixed(prefix, child)) } : { ...row, id };
}

/** Gathers what the outlines of seasons can be filtered by, in whichever arrangement; all of it within the horizon. */
export class FacetsOfSeasons {
  private readonly gathered = new GatheredFacets();

  add(whole: Season, horizon?: Horizon): void {
    const season = within(whole, horizon);
    const nodes = Object.values(arrangements).flatMap((arranged) => arranged({ season, facets: true }));
    this.gathered.add(season, nodes);
  }

  facets(): OutlineFacets {
    return this.gathered.facets();
  }
}
