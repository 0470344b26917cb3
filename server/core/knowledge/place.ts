import { parseStoryTime, type StoryTime } from '../annotations/story-time.ts';
import { type Digest, digestOf, type MarkInFile } from '../season/digest.ts';
import { inFlashback, saysFlashback } from '../season/flashback.ts';
import { perSeason } from '../season/per-season.ts';
import type { KnowledgePoint, Moment, Season, TextTarget } from '../season/season.ts';
import { entriesOf } from '../season/study-entries.ts';
import type { EpisodePart, ItemRange, ScenePart } from '../structure/file-structure.ts';

/** A place of a text as far as it matters to who knows what: when it is told, and when it happens. */
export interface StoryPlace {
  readonly text?: TextTarget;
  readonly moment?: Moment;
  readonly flashback: boolean;
  /** The story time that the text, or the event that stands there, says. `now` is the present of the story at that place. */
  readonly time?: StoryTime;
}

/** The place of a moment of a fact. One that only the study has proves that it exists, and has no place. */
export const placeOfPoint = perSeason((season, point: KnowledgePoint): StoryPlace => {
  const { text, moment, flashback, event } = point;
  if (!text) return { flashback };
  const story = event === undefined ? undefined : entriesOf(season.study).events.get(event)?.story;
  return {
    text,
    moment,
    flashback,
    time: timeAt(season, text) ?? (story === undefined ? undefined : parseStoryTime(story)),
  };
});

/** The place of an item of a text. */
export function placeAt(season: Season, text: TextTarget): StoryPlace {
  return { text, moment: season.moment(text), flashback: isFlashback(season, text), time: timeAt(season, text) };
}

/** The story time at an item: that of the last `story` before it, or of one in its own scene, where that is a flashback by its heading. */
function timeAt(season: Season, { uri, item }: TextTarget): StoryTime | undefined {
  const file = season.files.get(uri);
  const last = file && timesIn(digestOf(file.facts)).findLast((one) => one.at.item <= item);
  const found = last && partsOf(season, { uri, item });
  if (!found || last.at.item < found.episode.first) return undefined;
  return saysFlashback(found.scene) && last.at.scene.first !== found.scene.first ? undefined : last.time;
}

interface TimeInFile {
  readonly at: MarkInFile;
  readonly time: StoryTime;
}

const times = new WeakMap<Digest, readonly TimeInFile[]>();

/** The story times that a file says. */
function timesIn(digest: Digest): readonly TimeInFile[] {
  let found = times.get(digest);
  if (!found) {
    found = digest.marks.flatMap((at): TimeInFile[] => {
      const { kind, value } = at.mark;
      const time = kind === 'story' && value !== undefined ? parseStoryTime(value) : undefined;
      return time ? [{ at, time }] : [];
    });
    times.set(digest, found);
  }
  return found;
}

/** As it would be for an annotation in the item's place. */
function isFlashback(season: Season, { uri, item }: TextTarget): boolean {
  const found = partsOf(season, { uri, item });
  if (!found) return false;
  const { episode, scene } = found;
  // Other marks have no part in it.
  const times = timesIn(digestOf(season.files.get(uri)!.facts)).filter(({ at }) => holds(episode, at.item));
  const marks = times.map(({ at }) => at);
  const before = marks.filter((one) => one.item <= item);
  const asked = { item, mark: nothing, scene };
  return inFlashback([...before, asked, ...marks.slice(before.length)], episode)[before.length]!;
}

const nothing = { kind: 'craft', ids: [], keys: {} } as const;

/** The episode and the scene of an item, of the structure that the marks of the file's digest belong to. */
export function partsOf(
  season: Season,
  { uri, item }: TextTarget,
): { readonly episode: EpisodePart; readonly scene: ScenePart } | undefined {
  const file = season.files.get(uri);
  const episode = file?.structure.episodes.find((part) => holds(part, item));
  const act = episode?.acts.find((part) => holds(part, item));
  const scene = act?.scenes.find((part) => holds(part, item));
  return episode && scene && { episode, scene };
}

function holds({ first, end }: ItemRange, item: number): boolean {
  return item >= first && item < end;
}
