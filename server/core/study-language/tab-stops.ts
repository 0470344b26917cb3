/**
 * The places of a snippet where one goes on with Tab, in the order in which they are asked for. Where all are filled in, the
 * cursor goes to `$0`.
 */
export class TabStops {
  #count = 0;

  /** A place with words that are to be replaced. */
  text(words: string): string {
    return `\${${++this.#count}:${words.replace(/[\\$}]/g, '\\$&')}}`;
  }

  /** A place that is one of several words, the first of them unless another is chosen. */
  choice(words: readonly string[]): string {
    return `\${${++this.#count}|${words.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  }

  /** An empty place. */
  open(): string {
    return `$${++this.#count}`;
  }
}
