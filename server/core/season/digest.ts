import type { Mark } from '../annotations/annotation.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { ActPart, EpisodePart, FileStructure, ScenePart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import { inFlashback } from './flashback.ts';
import { factsOf, threadsOf } from './words.ts';

/** A mark of a file and the parts of the file that it stands in. */
export interface MarkInFile {
  readonly item: number;
  readonly mark: Mark;
  readonly episode: EpisodePart;
  readonly act: ActPart;
  readonly scene: ScenePart;
  /** Told in a flashback, as far as the text says so. */
  readonly flashback: boolean;
}

/** The structure of one file and its marks, by what they name; derived from its facts alone, in the order of the text. */
export interface Digest {
  readonly structure: FileStructure;
  readonly marks: readonly MarkInFile[];
  readonly threads: ReadonlyMap<string, readonly MarkInFile[]>;
  readonly facts: ReadonlyMap<string, readonly MarkInFile[]>;
}

const digests = new WeakMap<FileFacts, Digest>();

/** The digest of a file, made once for as long as its facts are the same object. */
export function digestOf(facts: FileFacts): Digest {
  let digest = digests.get(facts);
  if (!digest) {
    digest = digestFrom(facts);
    digests.set(facts, digest);
  }
  return digest;
}

function digestFrom(facts: FileFacts): Digest {
  const structure = structureOf(facts);
  const marks = structure.episodes.flatMap(marksOfEpisode);
  const threads = new Map<string, MarkInFile[]>();
  const named = new Map<string, MarkInFile[]>();
  for (const mark of marks) {
    for (const id of threadsOf(mark.mark)) push(threads, id, mark);
    for (const id of factsOf(mark.mark)) push(named, id, mark);
  }
  return { structure, marks, threads, facts: named };
}

function marksOfEpisode(episode: EpisodePart): MarkInFile[] {
  const places: Omit<MarkInFile, 'flashback'>[] = [];
  for (const act of episode.acts) {
    for (const scene of act.scenes) {
      for (const { item, mark } of scene.marks) places.push({ item, mark, episode, act, scene });
    }
  }
  const flashback = inFlashback(places);
  return places.map((place, i) => ({ ...place, flashback: flashback[i]! }));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
