import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { EpisodePart, ScenePart } from '../structure/file-structure.ts';
import type { Span } from '../text/span.ts';

/** A scene and where it stands. */
export interface PlacedScene extends Span {
  readonly scene: ScenePart;
}

/** Where an episode of a manuscript stands. */
export function episodeSpan(manuscript: Manuscript, { first, end }: EpisodePart): Span {
  const items = itemsOf(manuscript.facts).length;
  return {
    start: first === 0 ? 0 : manuscript.place(first).start,
    end: end < items ? manuscript.place(end).start : manuscript.text.length,
  };
}

/** The scenes of an episode in order. They follow each other without gaps, from where the episode begins to where it ends. */
export function placedScenes(manuscript: Manuscript, episode: EpisodePart): PlacedScene[] {
  const { start: begin, end } = episodeSpan(manuscript, episode);
  const scenes: { scene: ScenePart; start: number }[] = [];
  for (const act of episode.acts) {
    for (const scene of act.scenes) {
      const head = scene.heading ?? (scene === act.scenes[0] ? act.heading : undefined);
      const first = head ?? (scene.first < scene.end ? scene.first : undefined);
      const start = scenes.length === 0 ? begin : first === undefined ? undefined : manuscript.place(first).start;
      scenes.push({ scene, start: start ?? scenes[scenes.length - 1]!.start });
    }
  }
  return scenes.map(({ scene, start }, i) => ({ scene, start, end: scenes[i + 1]?.start ?? end }));
}
