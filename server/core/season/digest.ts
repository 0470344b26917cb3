import type { Mark } from '../annotations/annotation.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { keepingList } from '../facts/same.ts';
import type { BareScene, EpisodePart, FileStructure, ScenePart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import { inFlashback, type MarkInTime } from './flashback.ts';
import { itemsOf } from './items.ts';
import { factsOf, threadsOf } from './words.ts';

/** A mark of a file and where in the file it stands. */
export interface MarkInFile {
  readonly item: number;
  readonly mark: Mark;
  /** The index of its episode in the structure of the file. */
  readonly part: number;
  /** Without its marks: so this one is the same object where another mark of the scene is another. */
  readonly scene: BareScene;
  /** Told in a flashback, as far as the text says so. */
  readonly flashback: boolean;
}

/** The structure of one file and its marks, by what they name; derived from its facts alone, in the order of the text. */
export interface Digest {
  readonly structure: FileStructure;
  readonly marks: readonly MarkInFile[];
  readonly threads: ReadonlyMap<string, readonly MarkInFile[]>;
  readonly facts: ReadonlyMap<string, readonly MarkInFile[]>;
  /** The items with which something is wrong as they are written. */
  readonly flawed: readonly number[];
}

const digests = new WeakMap<FileFacts, Digest>();

/**
 * The digest of a file, made once for as long as its facts are the same object. What says the same as in an `earlier` state
 * of the file, where one is given, is the same object: a scene, a mark in its scene, the list of a thread's marks. So
 * whoever made something of it can keep that.
 */
export function digestOf(facts: FileFacts, earlier?: FileFacts): Digest {
  let digest = digests.get(facts);
  if (!digest) {
    digest = digestFrom(facts, earlier);
    digests.set(facts, digest);
  }
  return digest;
}

function digestFrom(facts: FileFacts, earlier: FileFacts | undefined): Digest {
  const before = earlier && digests.get(earlier);
  const structure = structureOf(facts, earlier);
  const earlierScenes = new Map(before?.marks.map(({ scene }) => [scene.first, scene]));
  const made = structure.episodes.flatMap((episode, part) => marksOfEpisode(episode, part, earlierScenes));
  const marks = before ? keepingList(before.marks, made, sameMark) : made;
  const threads = new Map<string, MarkInFile[]>();
  const named = new Map<string, MarkInFile[]>();
  for (const mark of marks) {
    for (const id of threadsOf(mark.mark)) push(threads, id, mark);
    for (const id of factsOf(mark.mark)) push(named, id, mark);
  }
  return {
    structure,
    marks,
    threads: before ? keepingLists(before.threads, threads) : threads,
    facts: before ? keepingLists(before.facts, named) : named,
    flawed: flawedIn(facts),
  };
}

/** Scenes by where they begin. */
type ScenesBefore = ReadonlyMap<number, BareScene>;

function marksOfEpisode(episode: EpisodePart, part: number, before: ScenesBefore): MarkInFile[] {
  const places: MarkInTime[] = [];
  for (const act of episode.acts) {
    for (const scene of act.scenes) {
      if (scene.marks.length === 0) continue;
      const itself = bare(scene, before);
      for (const { item, mark } of scene.marks) places.push({ item, mark, scene: itself });
    }
  }
  const flashback = inFlashback(places, episode);
  return places.map(({ item, mark, scene }, i) => ({ item, mark, part, scene, flashback: flashback[i]! }));
}

const bareScenes = new WeakMap<ScenePart, BareScene>();

/** A scene without its marks: the object of before, where only its marks are others. */
function bare(scene: ScenePart, before: ScenesBefore): BareScene {
  let found = bareScenes.get(scene);
  if (!found) {
    const { marks, ...rest } = scene;
    const earlier = before.get(scene.first);
    found = earlier && sameScene(earlier, rest) ? earlier : rest;
    bareScenes.set(scene, found);
  }
  return found;
}

/** What scenes and marks are made of is the same object already, where it says the same as before. */
function sameMark(a: MarkInFile, b: MarkInFile): boolean {
  return (
    a.item === b.item && a.mark === b.mark && a.part === b.part && a.flashback === b.flashback && a.scene === b.scene
  );
}

function sameScene(a: BareScene, b: BareScene): boolean {
  const keys = Object.keys(b) as (keyof BareScene)[];
  return keys.length === Object.keys(a).length && keys.every((key) => a[key] === b[key]);
}

function flawedIn(facts: FileFacts): number[] {
  const flawed: number[] = [];
  for (const [i, item] of itemsOf(facts).entries())
    if (item.type === 'slip' || (item.type === 'mark' && item.flawed)) flawed.push(i);
  return flawed;
}

type Lists = ReadonlyMap<string, readonly MarkInFile[]>;

function keepingLists(before: Lists, now: Lists): Lists {
  return new Map([...now].map(([id, list]) => [id, keepingList(before.get(id) ?? list, list)]));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
