import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { SeasonFile } from '../season/season.ts';
import type { ActPart, EpisodePart, ItemRange, ScenePart } from '../structure/file-structure.ts';
import type { Span } from '../text/span.ts';
import type { TextStretch } from './context.ts';

/** The parts of a file that an item belongs to. */
export interface Within {
  readonly episode: EpisodePart;
  readonly act: ActPart;
  readonly scene: ScenePart;
}

/** The episode, act and scene of an item. */
export function partsAt(file: SeasonFile, item: number): Within | undefined {
  const episode = file.structure.episodes.find((part) => holds(part, item));
  const act = episode?.acts.find((part) => holds(part, item));
  const scene = act?.scenes.find((part) => holds(part, item));
  return episode && act && scene ? { episode, act, scene } : undefined;
}

function holds(part: ItemRange, item: number): boolean {
  return item >= part.first && item < part.end;
}

/** A part of a text, to be measured. */
export function stretchOf(uri: string, { first, end }: ItemRange): TextStretch {
  return { uri, first, end };
}

/** Where a part of a text that has items stands: up to where the next begins, the last up to the end of the text. */
export function spanOfRange(manuscript: Manuscript, { first, end }: ItemRange): Span {
  const start = manuscript.place(first).start;
  return {
    start,
    end: end < itemsOf(manuscript.facts).length ? manuscript.place(end).start : manuscript.text.length,
  };
}

export function contains(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/**
 * The item whose text the offset is in, an annotation before the heading or cue whose line it stands in. Undefined in
 * prose, dialogue and the title page.
 */
export function itemUnder(manuscript: Manuscript, offset: number): number | undefined {
  const list = itemsOf(manuscript.facts);
  for (let item = manuscript.itemAt(offset); item >= 0; item--) {
    if (contains(manuscript.place(item), offset)) return item;
    // Only an annotation can stand within the line of another item, so the first other one ends the search.
    const type = list[item]!.type;
    if (type !== 'mark' && type !== 'slip') return undefined;
  }
  return undefined;
}
