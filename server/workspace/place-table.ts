import { factItems } from '../core/facts/file-facts.ts';
import { Script } from '../core/fountain/script.ts';
import type { Manuscript } from '../core/manuscript.ts';
import type { Span } from '../core/text/span.ts';
import { type LineRange, positions } from './lines.ts';

/**
 * Where the items of a file stand, when its text is no longer kept: four numbers an item. So a place in a file that is not
 * open is known at once, and always fits the facts that it was made with.
 */
export class PlaceTable {
  private readonly numbers: Uint32Array;

  constructor(manuscript: Manuscript) {
    const at = positions(manuscript.text.toString());
    const numbers: number[] = [];
    for (const { start, end } of placesOf(manuscript)) {
      const from = at(start);
      const to = at(end);
      numbers.push(from.line, from.character, to.line, to.character);
    }
    this.numbers = new Uint32Array(numbers);
  }

  /** Undefined for an item that does not exist. */
  range(item: number): LineRange | undefined {
    const [line, character, endLine, endCharacter] = this.numbers.subarray(item * 4, item * 4 + 4);
    if (line === undefined || character === undefined || endLine === undefined || endCharacter === undefined)
      return undefined;
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
  }
}

/** The places of all items. To ask a script for each would be to search it for each. */
function* placesOf(manuscript: Manuscript): Iterable<Span> {
  if (manuscript instanceof Script) {
    for (const { block, start } of manuscript.blocks())
      for (const place of block.places) yield { start: place.start + start, end: place.end + start };
    return;
  }
  const count = factItems(manuscript.facts).length;
  for (let item = 0; item < count; item++) yield manuscript.place(item);
}
