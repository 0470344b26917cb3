import { lastAtOrBefore } from '../text/ascending.ts';
import type { Treatment } from '../treatment/treatment.ts';
import { type Eighths, eighthsOf } from './length.ts';

/** Words on a page of a treatment. It has no minutes: prose does not play. (Design, section 2.) */
export const WORDS_OF_TREATMENT_PAGE = 250;

/**
 * The length of a stretch of a treatment: the words of the paragraphs that begin in it, without annotations and comments. 0
 * where it has none.
 */
export function treatmentLength(treatment: Treatment, start: number, end: number): Eighths {
  const words = wordsBefore(treatment, end) - wordsBefore(treatment, start);
  return words > 0 ? eighthsOf(words, WORDS_OF_TREATMENT_PAGE) : 0;
}

/** The page, from 1, on which the paragraph begins that stands at a place of a treatment. */
export function treatmentPageAt(treatment: Treatment, offset: number): number {
  const { starts, words } = countedOf(treatment);
  const passage = lastAtOrBefore(starts, offset);
  return Math.floor((words[passage] ?? 0) / WORDS_OF_TREATMENT_PAGE) + 1;
}

/** The page, from 1, on which the last word stands that comes before a place of a treatment; 0 where none does. */
export function treatmentPagesBefore(treatment: Treatment, offset: number): number {
  return Math.ceil(wordsBefore(treatment, offset) / WORDS_OF_TREATMENT_PAGE);
}

/** Where each paragraph starts, and how many words come before it; after the last, how many there are. */
interface Counted {
  readonly starts: readonly number[];
  readonly words: readonly number[];
}

const counted = new WeakMap<Treatment, Counted>();

function countedOf(treatment: Treatment): Counted {
  let found = counted.get(treatment);
  if (!found) {
    const starts: number[] = [];
    const words = [0];
    for (const { start, end } of treatment.passages()) {
      starts.push(start);
      words.push(words[words.length - 1]! + treatment.words(start, Math.max(start + 1, end)));
    }
    found = { starts, words };
    counted.set(treatment, found);
  }
  return found;
}

function wordsBefore(treatment: Treatment, offset: number): number {
  const { starts, words } = countedOf(treatment);
  return words[lastAtOrBefore(starts, offset - 1) + 1]!;
}
