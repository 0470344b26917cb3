import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { Treatment } from '../treatment/treatment.ts';
import type { PageFormat } from './format.ts';
import { type Eighths, minutesOf } from './length.ts';
import { paginate } from './pagination.ts';
import { treatmentLength, treatmentPageAt, treatmentPagesBefore } from './treatment-length.ts';

/** How long a stretch of a manuscript is. Minutes only of scripts. */
export interface Length {
  readonly eighths: Eighths;
  /** On how many pages something of it stands. */
  readonly pages: number;
  readonly minutes?: number;
}

/** The page, from 1, on which a place stands: the printed page of a script, the page of 250 words of a treatment. */
export function pageAt(manuscript: Manuscript, offset: number, format?: PageFormat): number | undefined {
  if (manuscript instanceof Script) return paginate(manuscript, format).pageAt(offset);
  return manuscript instanceof Treatment ? treatmentPageAt(manuscript, offset) : undefined;
}

/** The page on which a stretch of a manuscript ends: a paragraph of a treatment may go on over a page. */
export function lastPageOf(
  manuscript: Manuscript,
  start: number,
  end: number,
  format?: PageFormat,
): number | undefined {
  const page = pageAt(manuscript, Math.max(start, end - 1), format);
  if (page === undefined || !(manuscript instanceof Treatment)) return page;
  return Math.max(page, treatmentPagesBefore(manuscript, end));
}

/** How many pages a manuscript has, the last one however little stands on it; 0 where nothing is printed. */
export function pageCount(manuscript: Manuscript): number {
  if (manuscript instanceof Script) return paginate(manuscript).pages;
  return manuscript instanceof Treatment ? treatmentPagesBefore(manuscript, manuscript.text.length) : 0;
}

export function lengthOf(manuscript: Manuscript, start: number, end: number, format?: PageFormat): Length | undefined {
  if (manuscript instanceof Script) {
    const eighths = paginate(manuscript, format).lengthOf(start, end);
    return { eighths, pages: pagesBetween(manuscript, start, end, eighths, format), minutes: minutesOf(eighths) };
  }
  if (!(manuscript instanceof Treatment)) return undefined;
  const eighths = treatmentLength(manuscript, start, end);
  return { eighths, pages: pagesBetween(manuscript, start, end, eighths) };
}

function pagesBetween(manuscript: Manuscript, start: number, end: number, eighths: Eighths, format?: PageFormat) {
  const first = eighths === 0 ? undefined : pageAt(manuscript, start, format);
  const last = lastPageOf(manuscript, start, end, format);
  return first === undefined || last === undefined ? 0 : last - first + 1;
}
