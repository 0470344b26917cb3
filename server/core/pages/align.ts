import type { Span } from '../text/span.ts';

const TAB = 9;
const RETURN = 13;

/**
 * Finds where in its printed words a place of an element stands. What is printed is what is written, less notes and marks, with
 * four spaces for a tab, and a heading in capitals: so the two are read side by side, and what is not printed is passed over.
 * It goes on from the place asked about last: to ask for ascending places reads the element once.
 */
export class Alignment {
  readonly #raw: string;
  readonly #printed: string;
  readonly #cuts: readonly Span[];
  #from = 0;
  #to = 0;
  #cut = 0;

  /** @param cuts notes and boneyards, in order; offsets in `raw` */
  constructor(raw: string, printed: string, cuts: readonly Span[]) {
    this.#raw = raw;
    this.#printed = printed;
    this.#cuts = cuts;
  }

  /** @param at offset in what is written */
  printedOffset(at: number): number {
    if (at < this.#from) this.#from = this.#to = this.#cut = 0;
    while (this.#from < at && this.#to < this.#printed.length) this.#step();
    return this.#to;
  }

  #step(): void {
    const cuts = this.#cuts;
    while (this.#cut < cuts.length && cuts[this.#cut]!.end <= this.#from) this.#cut++;
    const gone = cuts[this.#cut];
    if (gone && gone.start <= this.#from) {
      this.#from = gone.end;
      return;
    }
    const printed = this.#printed;
    const code = this.#raw.charCodeAt(this.#from);
    if (code === TAB && printed[this.#to] === ' ') {
      for (let spaces = 0; spaces < 4 && printed[this.#to] === ' '; spaces++) this.#to++;
    } else if (isSame(code, printed.charCodeAt(this.#to)) || (code === RETURN && printed[this.#to] === '\n')) {
      this.#to++;
      if (code === RETURN && this.#raw[this.#from + 1] === '\n') this.#from++;
    }
    this.#from++;
  }
}

function isSame(written: number, printed: number): boolean {
  return written === printed || String.fromCharCode(written).toUpperCase().charCodeAt(0) === printed;
}
