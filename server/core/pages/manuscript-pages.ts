import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { Treatment } from '../treatment/treatment.ts';
import type { PageFormat } from './format.ts';
import { type Eighths, minutesOf } from './length.ts';
import { paginate } from './pagination.ts';
import { treatmentLength, treatmentPageAt } from './treatment-length.ts';

/** How long a stretch of a manuscript is. Minutes only of scripts. */
export interface Length {
  readonly eighths: Eighths;
  readonly minutes?: number;
}

/** The page, from 1, on which a place stands: the printed page of a script, the page of 250 words of a treatment. */
export function pageAt(manuscript: Manuscript, offset: number, format?: PageFormat): number | undefined {
  if (manuscript instanceof Script) return paginate(manuscript, format).pageAt(offset);
  return manuscript instanceof Treatment ? treatmentPageAt(manuscript, offset) : undefined;
}

export function lengthOf(manuscript: Manuscript, start: number, end: number, format?: PageFormat): Length | undefined {
  if (manuscript instanceof Script) {
    const eighths = paginate(manuscript, format).lengthOf(start, end);
    return { eighths, minutes: minutesOf(eighths) };
  }
  return manuscript instanceof Treatment ? { eighths: treatmentLength(manuscript, start, end) } : undefined;
}
