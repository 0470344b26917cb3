import { Script } from '../core/fountain/script.ts';
import type { Manuscript } from '../core/manuscript.ts';
import { type LineRange, positions } from './lines.ts';

/**
 * Where the items of a file stand, when its text is no longer kept: four numbers an item. So a place in a file that is not
 * open is known at once, and always fits the facts that it was made with.
 */
export class PlaceTable {
  private readonly numbers: Uint32Array;

  constructor(manuscript: Manuscript) {
    const at = positions(manuscript.text.toString());
    this.numbers = new Uint32Array(4 * countOf(manuscript));
    let next = 0;
    const add = (offset: number) => {
      const { line, character } = at(offset);
      this.numbers[next++] = line;
      this.numbers[next++] = character;
    };
    eachPlace(manuscript, (start, end) => {
      add(start);
      add(end);
    });
  }

  /** Undefined for an item that does not exist. */
  range(item: number): LineRange | undefined {
    const [line, character, endLine, endCharacter] = this.numbers.subarray(item * 4, item * 4 + 4);
    if (line === undefined || character === undefined || endLine === undefined || endCharacter === undefined)
      return undefined;
    return { start: { line, character }, end: { line: endLine, character: endCharacter } };
  }
}

/** Visits the places of all items. To ask a script for each would be to search it for each. */
function eachPlace(manuscript: Manuscript, visit: (start: number, end: number) => void): void {
  if (manuscript instanceof Script) {
    for (const { block, start } of manuscript.blocks()) {
      for (const place of block.places) visit(place.start + start, place.end + start);
    }
    return;
  }
  const count = countOf(manuscript);
  for (let item = 0; item < count; item++) {
    const { start, end } = manuscript.place(item);
    visit(start, end);
  }
}

function countOf({ facts }: Manuscript): number {
  return facts.runs.reduce((sum, { items }) => sum + items.length, 0);
}
