import type { CueItem, FactItem, SceneItem } from '../facts/file-facts.ts';
import { flashbackBegins } from '../facts/flashback-lines.ts';
import type { FlashbackBound, ItemRange, MarkInScene, ScenePart, SceneSetting } from './file-structure.ts';
import { settingOf } from './setting.ts';

/** `V.O.`, `VO`, `v. o.`, `V/O`, `voice over`: heard, and not there. So is a voice that the next scene sends ahead. */
const VOICE_OVER = /(?<![\p{L}\d])(?:v[. /]{0,2}o|voice[ -]?over|pre-?lap)(?![\p{L}\d])/iu;

/** Items keep their identity through edits elsewhere, and so does what is read from them. */
const settings = new WeakMap<SceneItem, SceneSetting>();

/** The scene that a range of items is. */
export function scenePart(items: readonly FactItem[], range: ItemRange & { readonly heading?: number }): ScenePart {
  const speakers = new Set<string>();
  const marks: MarkInScene[] = [];
  const flashbacks: FlashbackBound[] = [];
  for (let i = range.first; i < range.end; i++) {
    const item = items[i]!;
    if (item.type === 'cue' && !isVoiceOver(item)) speakers.add(item.name);
    else if (item.type === 'mark') marks.push({ item: i, mark: item.mark });
    else if (item.type === 'flashback') flashbacks.push({ item: i, begins: item.begins });
    else if (item.type === 'transition') {
      const begins = flashbackBegins(item.text);
      if (begins !== undefined) flashbacks.push({ item: i, begins });
    }
  }
  const heading = range.heading === undefined ? undefined : items[range.heading];
  const scene = heading?.type === 'scene' ? heading : undefined;
  return {
    first: range.first,
    end: range.end,
    heading: range.heading,
    title: scene?.heading ?? (heading?.type === 'section' ? heading.title : ''),
    number: scene?.number,
    setting: scene && settingOfItem(scene),
    speakers: [...speakers],
    marks,
    ...(flashbacks.length > 0 && { flashbacks }),
  };
}

/** Whether who speaks is only heard. `O.S.` is in the place, and counts as present. */
export function isVoiceOver({ extension }: CueItem): boolean {
  return extension !== undefined && VOICE_OVER.test(extension);
}

function settingOfItem(scene: SceneItem): SceneSetting {
  let setting = settings.get(scene);
  if (!setting) {
    setting = settingOf(scene.heading);
    settings.set(scene, setting);
  }
  return setting;
}
