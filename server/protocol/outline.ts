// The outlines of a season.
import type { OutlineLocation, TextRange } from './positions.ts';

/** Request, client to server: an outline of the season of `uri`, or of all seasons. `OutlineParams` → `OutlineRow[]` */
export const outlineRequest = 'chekhov/outline';

export interface OutlineParams {
  readonly by: 'twist' | 'structure' | 'thread';
  readonly uri?: string;
  /** The id of a season's row: what is asked for are the rows below it. */
  readonly season?: string;
  readonly filter?: OutlineFilter;
}

/**
 * What of an outline is to be shown: the rows that meet every criterion, each of them or one above it, and what stands
 * above these. What is left out, or empty, leaves everything; of a list one is enough.
 */
export interface OutlineFilter {
  /** Words that are all to be found in labels and descriptions. */
  readonly text?: string;
  readonly kinds?: readonly string[];
  readonly statuses?: readonly string[];
  /** Ids, as `OutlineFacets` has them. */
  readonly people?: readonly string[];
  readonly episodes?: readonly string[];
}

export interface OutlineRow {
  /** Unique among the rows of one answer; an edit elsewhere leaves it. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** `season`, `episode`, `act`, `scene`, `thread`, `reveal`, `person`, `group`, or a mark's kind (`setup`, `payoff`, …). */
  readonly kind: string;
  /** A word for machines, as is the kind: `paid`, `unpaid`, `revealed`, `studyOnly`, `noText`, … */
  readonly status?: string;
  readonly location?: OutlineLocation;
  /** The entry that it is about, as a study writes it: `thread:brass-key`, `fact:…`, `character:…`, `episode:5`. */
  readonly ref?: string;
  /** Left out, or empty, where there are none. */
  readonly children?: readonly OutlineRow[];
  /** Of a season, one of very many: there are rows below it, to be asked for with its id as `season`. */
  readonly closed?: true;
}

/** Request, client to server: the id of the row of a text's season. `SeasonRowParams` → `string | null` */
export const seasonRowRequest = 'chekhov/seasonRow';

export interface SeasonRowParams {
  readonly uri: string;
}

/** Request, client to server: what the outlines of all seasons can be filtered by. No parameters → `OutlineFacets` */
export const outlineFacetsRequest = 'chekhov/outlineFacets';

export interface OutlineFacets {
  /** Of rows, as `OutlineRow` has them. */
  readonly kinds: readonly string[];
  /** Of threads and reveals. */
  readonly statuses: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Shown by label and title; the id is the same in every language. */
  readonly episodes: readonly { readonly id: string; readonly label: string; readonly title?: string }[];
}

/** Request, client to server: an outline, or a row of it with all below it, as a list in Markdown. `OutlineTextParams` → `string | null` */
export const outlineTextRequest = 'chekhov/outlineText';

export interface OutlineTextParams extends OutlineParams {
  /** Of a row. */
  readonly id?: string;
}

/** Request, client to server: the craft card of a row, as Markdown. `RowCardParams` → `string | null` */
export const rowCardRequest = 'chekhov/rowCard';

/** What a row says of itself. */
export interface RowCardParams {
  readonly uri: string;
  /** Where its location begins. */
  readonly position: TextRange['start'];
  readonly kind: string;
  readonly ref?: string;
}
