import { countWords } from '../measure/words.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { frontMatterOf } from '../treatment/front-matter.ts';
import { type Eighths, eighthsOf } from './length.ts';

/** Words on a page of a treatment. It has no minutes: prose does not play. (Design, section 2.) */
export const WORDS_OF_TREATMENT_PAGE = 250;

/** Length of a stretch of a treatment: its words without notes, comments and front matter. 0 where it has none. */
export function treatmentLength(text: SourceText, start: number, end: number): Eighths {
  const words = wordsBefore(text, end) - wordsBefore(text, start);
  return words === 0 ? 0 : eighthsOf(words, WORDS_OF_TREATMENT_PAGE);
}

/** The page, from 1, on which a place of a treatment stands. */
export function treatmentPageAt(text: SourceText, offset: number): number {
  return Math.floor(wordsBefore(text, offset) / WORDS_OF_TREATMENT_PAGE) + 1;
}

/** Prose, and how many words of it come before the beginning of each of its stretches. */
interface Counted {
  readonly prose: string;
  readonly before: readonly number[];
}

/** Prose is counted in stretches of about so many characters, so that one look-up reads no more than that. */
const STRETCH = 2048;

const counted = new WeakMap<SourceText, Counted>();

function wordsBefore(text: SourceText, offset: number): number {
  const { prose, before } = countedOf(text);
  const at = Math.max(0, Math.min(offset, prose.length));
  const stretch = Math.floor(at / STRETCH);
  const start = stretch * STRETCH;
  return before[stretch]! + countWords(prose.slice(start, at)) - (splitsWord(prose, start, at) ? 1 : 0);
}

function countedOf(text: SourceText): Counted {
  let found = counted.get(text);
  if (!found) {
    const prose = withoutNotes(text);
    const before = [0];
    for (let start = 0; start < prose.length; start += STRETCH) {
      const end = start + STRETCH;
      const words = countWords(prose.slice(start, end)) - (splitsWord(prose, start, end) ? 1 : 0);
      before.push(before[before.length - 1]! + words);
    }
    found = { prose, before };
    counted.set(text, found);
  }
  return found;
}

/** Whether the stretch begins inside a word that the one before it has counted. */
function splitsWord(prose: string, start: number, end: number): boolean {
  if (start === 0 || end <= start) return false;
  const pair = prose.slice(start - 1, start + 1);
  return countWords(pair) < countWords(pair[0]!) + countWords(pair[1]!);
}

/** The text with spaces for what no reader sees, so that offsets stay. */
function withoutNotes(text: SourceText): string {
  const prose = text.toString();
  const head = frontMatterOf(text).end;
  const hidden: Span[] = head > 0 ? [{ start: 0, end: head }] : [];
  const notes = new Finder(prose, '[[', ']]');
  const comments = new Finder(prose, '<!--', '-->');
  const lineEnds = new Finder(prose, '\n', '');
  for (let at = head; at < prose.length; ) {
    const note = notes.next(at);
    const comment = comments.next(at);
    const first = note && (!comment || note.start < comment.start) ? note : comment;
    if (!first) break;
    // A note lies on one line.
    const lineEnd = first === note ? (lineEnds.next(first.start)?.start ?? prose.length) : prose.length;
    if (first.end > lineEnd) {
      at = lineEnd;
    } else {
      hidden.push(first);
      at = first.end;
    }
  }
  return blanked(prose, hidden);
}

/** Finds what stands between two marks. Asked for ascending offsets, it reads the text once in all. */
class Finder {
  readonly #text: string;
  readonly #open: string;
  readonly #close: string;
  #start = -1;
  #end = -1;

  constructor(text: string, open: string, close: string) {
    this.#text = text;
    this.#open = open;
    this.#close = close;
  }

  /** The next that begins at or after `from`; undefined where none does, or none closes. */
  next(from: number): Span | undefined {
    if (this.#start < from) this.#start = orEnd(this.#text.indexOf(this.#open, from));
    const inside = this.#start + this.#open.length;
    if (this.#end < inside + this.#close.length) {
      const close = orEnd(this.#text.indexOf(this.#close, inside));
      this.#end = close + this.#close.length;
    }
    return this.#end === Number.POSITIVE_INFINITY ? undefined : { start: this.#start, end: this.#end };
  }
}

function orEnd(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}

function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
