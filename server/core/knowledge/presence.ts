import type { ElementType } from '../fountain/elements.ts';
import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { placedScenes } from '../measure/scene-spans.ts';
import type { Season, TextTarget } from '../season/season.ts';
import type { ItemRange } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import { type Named, type NamesIn, namesIn } from './names.ts';

/**
 * Who is there without speaking. Facts hold no words of action, so that only the script at hand can be asked who is named in
 * the action of a scene; of other scripts, and of treatments, in which a name proves nothing, the answer is `perhaps`.
 */
export interface Presence {
  named(place: TextTarget, who: string): Named;
}

export const speakersOnly: Presence = { named: () => 'perhaps' };

export function presenceIn(season: Season, uri: string, manuscript: Manuscript): Presence {
  return presenceAmong(season, new Map([[uri, manuscript]]));
}

/** The same for several scripts that are at hand. */
export function presenceAmong(season: Season, manuscripts: ReadonlyMap<string, Manuscript>): Presence {
  const scenes = new Map<string, NamesIn>();
  return {
    named({ uri, item }, who) {
      const script = manuscripts.get(uri);
      const scene = script instanceof Script ? sceneSpan(script, item) : undefined;
      if (!(script instanceof Script) || !scene) return 'perhaps';
      const key = `${uri}#${scene.start}`;
      let names = scenes.get(key);
      if (!names) {
        names = namesIn(season, textsIn(script, scene, ['action']));
        scenes.set(key, names);
      }
      return names.named(who);
    },
  };
}

/** Where the scene of an item stands. */
export function sceneSpan(manuscript: Manuscript, item: number): Span | undefined {
  const holds = ({ first, end }: ItemRange) => item >= first && item < end;
  const episode = structureOf(manuscript.facts).episodes.find(holds);
  return episode && placedScenes(manuscript, episode).find(({ scene }) => holds(scene));
}

/** The texts of the elements of some types that begin within a stretch, without their notes. */
export function textsIn(script: Script, { start, end }: Span, types: readonly ElementType[]): string[] {
  const texts: string[] = [];
  for (const element of script.elements(start, end)) {
    if (element.start >= start && element.start < end && types.includes(element.type)) texts.push(element.text);
  }
  return texts;
}
