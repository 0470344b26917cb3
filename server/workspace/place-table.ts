import { factItems } from '../core/facts/file-facts.ts';
import type { Manuscript } from '../core/manuscript.ts';
import { type LineRange, positions } from './lines.ts';

/**
 * Where the items of a file stand, when its text is no longer kept: four numbers an item. So a place in a file that is not
 * open is known at once, and always fits the facts that it was made with.
 */
export class PlaceTable {
  private readonly numbers: Uint32Array;

  constructor(manuscript: Manuscript) {
    const count = factItems(manuscript.facts).length;
    const at = positions(manuscript.text.toString());
    this.numbers = new Uint32Array(count * 4);
    for (let item = 0; item < count; item++) {
      const { start, end } = manuscript.place(item);
      const from = at(start);
      const to = at(end);
      this.numbers.set([from.line, from.character, to.line, to.character], item * 4);
    }
  }

  /** Undefined for an item that does not exist. */
  range(item: number): LineRange | undefined {
    const [line, character, endLine, endCharacter] = this.numbers.subarray(item * 4, item * 4 + 4);
    if (line === undefined || character === undefined || endLine === undefined || endCharacter === undefined)
      return undefined;
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
  }
}
