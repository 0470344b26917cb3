import type { Manuscript } from '../manuscript.ts';
import { inFlashback } from '../season/flashback.ts';
import { structureOf } from '../structure/structure.ts';

export interface MarkInTime {
  readonly start: number;
  readonly scene: string;
  readonly flashback: boolean;
}

/** Each mark of a text, in order, and whether it is told in a flashback. */
export function marksInTime(manuscript: Manuscript): MarkInTime[] {
  return structureOf(manuscript.facts).episodes.flatMap((episode) => {
    const marks = episode.acts.flatMap(({ scenes }) =>
      scenes.flatMap((scene) => scene.marks.map(({ item, mark }) => ({ item, mark, scene }))),
    );
    const back = inFlashback(marks, episode);
    return marks.map(({ item, scene }, i) => ({
      start: manuscript.place(item).start,
      scene: scene.title,
      flashback: back[i]!,
    }));
  });
}
