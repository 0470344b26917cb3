import type { Input } from '@lezer/common';
import type { SourceText } from '../text/source-text.ts';

/**
 * A text from some offset on, as the parser of blocks wants it: in lines that end in `\n`. Of `\r\n` the `\r` reads as a
 * space, and a lone `\r` as `\n`, so that offsets stay.
 */
export class LineInput implements Input {
  readonly lineChunks = true;
  readonly length: number;
  readonly #text: SourceText;
  readonly #base: number;

  /** The line that was read last: it ends at `#end`, where its `\n` stands, if it has one. */
  #line = -1;
  #start = 0;
  #end = -1;
  #content = '';

  constructor(text: SourceText, base: number) {
    this.#text = text;
    this.#base = base;
    this.length = text.length - base;
  }

  chunk(from: number): string {
    const at = from + this.#base;
    if (at >= this.#text.length) return '';
    this.#moveTo(at);
    return at === this.#end ? '\n' : this.#content.slice(at - this.#start);
  }

  read(from: number, to: number): string {
    let read = '';
    for (let at = from; at < to; ) {
      const chunk = this.chunk(at).slice(0, to - at);
      if (chunk === '') break;
      read += chunk;
      at += chunk.length;
    }
    return read;
  }

  #moveTo(at: number): void {
    if (at >= this.#start && at <= this.#end) return;
    this.#line = this.#line >= 0 && at === this.#end + 1 ? this.#line + 1 : this.#text.lineAt(at);
    this.#start = this.#text.lineStart(this.#line);
    const content = this.#text.lineText(this.#line);
    const next = this.#text.lineStart(this.#line + 1);
    this.#content = next - this.#start - content.length === 2 ? `${content} ` : content;
    this.#end = this.#start + this.#content.length;
  }
}
