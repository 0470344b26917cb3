import type { Manuscript } from '../manuscript.ts';
import type { Length } from '../pages/manuscript-pages.ts';
import type { Horizon } from '../season/horizon.ts';
import type { Season, TextTarget } from '../season/season.ts';
import type { ItemRange } from '../structure/file-structure.ts';

/**
 * What a query about one text is given. Queries load nothing: they answer with targets, and whoever asked finds the
 * positions of these.
 */
export interface QueryContext {
  readonly season: Season;
  /** The text asked about, as the season knows it. `manuscript.facts` is what the season has of it. */
  readonly uri: string;
  readonly manuscript: Manuscript;
  /** How far the reader has got; everything, where it is left out. */
  readonly horizon?: Horizon;
  readonly measure?: Measure;
}

/** What is measured elsewhere, since it needs the texts. */
export interface Measure {
  /** The page, from 1, on which a place of a text stands; undefined where it is not known. */
  page(place: TextTarget): number | undefined;
  /** How long a part of a text is; undefined where it is not known. */
  length(part: TextStretch): Length | undefined;
  /** Another text of the season; undefined where it is not at hand. */
  text?(uri: string): Manuscript | undefined;
}

/** A part of a text, from its first item up to that of the next part. */
export interface TextStretch extends ItemRange {
  readonly uri: string;
}
