import type { Manuscript } from '../manuscript.ts';
import type { EpisodePart, ScenePart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { Role } from '../study/study.ts';

export interface SceneHere {
  readonly episode: EpisodePart;
  readonly scene: ScenePart;
}

/** The scenes of a manuscript, to be asked where an offset lies. Undefined where a file has no items, and so no structure. */
export function scenesOf(manuscript: Manuscript): (offset: number) => SceneHere | undefined {
  const scenes = structureOf(manuscript.facts).episodes.flatMap((episode) =>
    episode.acts.flatMap((act) => act.scenes.map((scene): SceneHere => ({ episode, scene }))),
  );
  return (offset) => {
    const item = Math.max(0, manuscript.itemAt(offset));
    let low = 0;
    let high = scenes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scenes[middle]!.scene.end <= item) low = middle + 1;
      else high = middle;
    }
    return scenes[Math.min(low, scenes.length - 1)];
  };
}

/** The roles that annotations in the scene give a thread. */
export function annotatedRoles(scene: ScenePart, thread: string): Set<Role> {
  const roles = new Set<Role>();
  for (const { mark } of scene.marks) {
    if (!mark.ids.includes(thread)) continue;
    if (mark.kind === 'herring') roles.add(mark.cleared ? 'cleared' : 'setup');
    if (mark.kind === 'setup' || mark.kind === 'reminder' || mark.kind === 'payoff') roles.add(mark.kind);
  }
  return roles;
}
