import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { ActPart, EpisodePart, ItemRange, ScenePart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import { lineKind } from './lines.ts';
import { prefaceStart } from './preface.ts';

/** A row of the outline by structure: the item that it stands for. */
export interface MovingRow {
  readonly manuscript: Manuscript;
  readonly kind: 'episode' | 'act' | 'scene' | 'mark';
  /** The heading or annotation; of an episode without a heading any item in it. */
  readonly item: number;
}

/** Whole lines: `first` up to, but not with, `end`. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** A scene and what it stands in. */
export interface SceneIn {
  readonly episode: EpisodePart;
  readonly act: ActPart;
  readonly scene: ScenePart;
}

export function acts(manuscript: Manuscript): { readonly episode: EpisodePart; readonly act: ActPart }[] {
  return structureOf(manuscript.facts).episodes.flatMap((episode) => episode.acts.map((act) => ({ episode, act })));
}

export function scenes(manuscript: Manuscript): SceneIn[] {
  return acts(manuscript).flatMap(({ episode, act }) => act.scenes.map((scene) => ({ episode, act, scene })));
}

/** The scene or act that an offset lies in; above the heading of a scene, in what belongs to that, the scene. */
export function rowAt(manuscript: Manuscript, kind: 'scene' | 'act', offset: number): MovingRow | undefined {
  const at = Math.max(0, manuscript.itemAt(offset));
  const holds = ({ first, end }: ItemRange) => first <= at && at < end;
  const row = (item: number | undefined) => (item === undefined ? undefined : { manuscript, kind, item });
  if (kind === 'act') return row(acts(manuscript).find(({ act }) => holds(act))?.act.heading);
  const all = scenes(manuscript);
  const i = all.findIndex(({ scene }) => holds(scene));
  const next = all[i + 1]?.scene.heading;
  const belongsToNext = next !== undefined && prefaceStart(manuscript, next) <= manuscript.text.lineAt(offset);
  return row(belongsToNext ? next : all[i]?.scene.heading);
}

/**
 * The lines of a scene: from its heading, and what belongs to that (see `prefaceStart`), up to the next scene, act or
 * episode. `FADE OUT.`, `THE END` and `END OF ACT ONE` after the last scene of an act are the act's.
 */
export function linesOfScene(manuscript: Manuscript, { act, scene }: Pick<SceneIn, 'act' | 'scene'>): LineRange {
  const end = lineOfItem(manuscript, scene.end);
  const last = scene === act.scenes.at(-1);
  return { first: prefaceStart(manuscript, scene.heading!), end: last ? actTail(manuscript, act, end) : end };
}

/** The lines of an act: from its heading up to the next. What ends the whole episode is not the last act's. */
export function linesOfAct(
  manuscript: Manuscript,
  { episode, act }: { readonly episode: EpisodePart; readonly act: ActPart },
): LineRange {
  const end = lineOfItem(manuscript, act.end);
  const last = act === episode.acts.at(-1);
  return {
    first: prefaceStart(manuscript, act.heading!),
    end: last ? tailFrom(manuscript, act, end, 'episode') : end,
  };
}

/** The line before which a first scene of an act would stand. */
export function firstLineInAct(manuscript: Manuscript, act: ActPart): number {
  const first = act.scenes.find(({ heading }) => heading !== undefined);
  if (first) return prefaceStart(manuscript, first.heading!);
  return actTail(manuscript, act, lineOfItem(manuscript, act.end));
}

/** The line before which the first act of an episode would stand. */
export function firstActLine(manuscript: Manuscript, episode: EpisodePart): number {
  const first = episode.acts.find(({ heading }) => heading !== undefined);
  if (first) return prefaceStart(manuscript, first.heading!);
  const last = episode.acts.at(-1);
  const end = lineOfItem(manuscript, episode.end);
  return last ? tailFrom(manuscript, last, end, 'episode') : end;
}

/** Where the part begins whose first item this is; after the last item, where the text ends. */
function lineOfItem(manuscript: Manuscript, item: number): number {
  return item < itemsOf(manuscript.facts).length ? prefaceStart(manuscript, item) : manuscript.text.lineCount;
}

function actTail(manuscript: Manuscript, act: ActPart, end: number): number {
  return tailFrom(manuscript, act, end, 'act');
}

/**
 * The line on which begins what ends an act, `FADE OUT.`, `THE END`, `END OF ACT ONE`, or what ends its episode, which comes
 * after that. Nothing printed comes between these and the end, but after the end of an act.
 */
function tailFrom(manuscript: Manuscript, act: ActPart, end: number, of: 'act' | 'episode'): number {
  const { text } = manuscript;
  const items = itemsOf(manuscript.facts);
  const from = act.scenes.at(-1)?.heading ?? act.heading ?? act.first - 1;
  let tail = end;
  for (let i = act.end - 1; i > from; i--) {
    const item = items[i]!;
    const line = text.lineAt(manuscript.place(i).start);
    if (item.type === 'act' && item.ends) {
      if (of === 'episode') return tail;
      tail = line;
    } else if (item.type === 'end' && isUnprinted(manuscript, line + 1, tail)) {
      tail = line;
    } else if (item.type !== 'mark' && item.type !== 'slip' && item.type !== 'section') {
      break;
    }
  }
  return tail;
}

function isUnprinted(manuscript: Manuscript, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (lineKind(manuscript, line) === 'text') return false;
  return true;
}
