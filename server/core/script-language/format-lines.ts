import type { Script } from '../fountain/script.ts';
import type { ScriptElement } from '../fountain/script-element.ts';
import type { Span } from '../text/span.ts';

/** A line of a script as formatting asks for it. Offsets in the text; `end` without the line end. */
export interface FormatLine extends Span {
  readonly number: number;
  readonly text: string;
  /** White space that means nothing: neither an empty line of a speech, nor part of a note or boneyard. */
  readonly isBlank: boolean;
  /** The element that the line belongs to; undefined where it is blank or holds only notes and boneyards. */
  readonly element: ScriptElement | undefined;
  /** Notes and boneyards that touch the line. */
  readonly cuts: readonly Span[];
  /** A note or boneyard goes over the start, or the end, of the line. */
  readonly startsInCut: boolean;
  readonly endsInCut: boolean;
}

const speech: ReadonlySet<string> = new Set(['dialogue', 'parenthetical', 'lyric']);

/** The lines of a stretch of a script, and of its neighbourhood, with what stands on them. */
export class FormatLines {
  readonly count: number;
  readonly #script: Script;
  readonly #elements: ScriptElement[] = [];
  readonly #cuts: ScriptElement[] = [];
  readonly #made = new Map<number, FormatLine>();
  readonly #atElement = { index: 0 };
  readonly #atCut = { index: 0 };

  constructor(script: Script, first: number, last: number) {
    const { text } = script;
    this.#script = script;
    this.count = text.lineCount;
    // Up to the next line that has something: whether a line of spaces is one of a speech hangs on it.
    let to = last + 1;
    while (to < this.count && text.lineText(to).trim() === '') to++;
    for (const element of script.elements(text.lineStart(Math.max(0, first - 1)), text.lineStart(to + 1))) {
      const isCut = element.type === 'note' || element.type === 'boneyard';
      // What lies in another says nothing more.
      if (!isCut) this.#elements.push(element);
      else if (element.start >= (this.#cuts.at(-1)?.end ?? 0)) this.#cuts.push(element);
    }
  }

  /** A line before the first or behind the last is neither blank nor anything else. */
  at(number: number): FormatLine {
    let line = this.#made.get(number);
    if (!line) {
      line = this.#read(number);
      this.#made.set(number, line);
    }
    return line;
  }

  #read(number: number): FormatLine {
    const { text } = this.#script;
    const isThere = number >= 0 && number < this.count;
    const start = isThere ? text.lineStart(number) : -1;
    const whole = isThere ? text.lineText(number) : '';
    const end = start + whole.length;
    const cuts = touching(this.#cuts, this.#atCut, start, end);
    const startsInCut = cuts.some((cut) => cut.start < start && cut.end > start);
    const endsInCut = cuts.some((cut) => cut.start < end + 1 && cut.end > end);
    // A byte-order mark counts as white space, and is none to be taken away.
    const isSpace = isThere && whole.trim() === '' && !startsInCut && !whole.startsWith('\ufeff');
    return {
      number,
      text: whole,
      start,
      end,
      isBlank: isSpace && !this.#isInSpeech(whole, start),
      element: isSpace ? undefined : touching(this.#elements, this.#atElement, start, end)[0],
      cuts,
      startsInCut,
      endsInCut,
    };
  }

  /** Whether a line is an empty one of a speech: of two spaces, with more of the speech behind it. */
  #isInSpeech(whole: string, start: number): boolean {
    if (!/^ {2,}$/.test(whole)) return false;
    touching(this.#elements, this.#atElement, start, start);
    const next = this.#elements[this.#atElement.index];
    return next !== undefined && speech.has(next.type);
  }
}

/**
 * Those of a list in order, none of which reaches into another, that touch a line. Lines are asked for in order, more often
 * than not: it begins where it was left.
 */
function touching<T extends Span>(list: readonly T[], at: { index: number }, start: number, end: number): T[] {
  while (at.index > 0 && list[at.index - 1]!.end >= start) at.index--;
  while (at.index < list.length && list[at.index]!.end < start) at.index++;
  let to = at.index;
  while (to < list.length && list[to]!.start <= end) to++;
  return list.slice(at.index, to);
}
