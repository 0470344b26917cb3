import type { Manuscript } from '../manuscript.ts';
import { type ChamberMeasures, chamberMeasures, type MeasuredScene, measuredScenes } from '../measure/chamber.ts';
import { PlaceFinder } from '../measure/places.ts';
import type { Eighths } from '../pages/length.ts';
import { type Length, lengthOf, pageAt } from '../pages/manuscript-pages.ts';
import { itemsOf } from '../season/items.ts';
import type { Season } from '../season/season.ts';
import type { ActPart, EpisodePart, ItemRange } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { QueryContext } from './context.ts';
import { actTitle, episodeTitle } from './labels.ts';

/** A script or treatment in numbers. Words are those that are printed; names above speeches are not counted. */
export interface Stats extends Extent {
  readonly kind: Manuscript['kind'];
  readonly words: number;
  readonly scenes: number;
  readonly episodes: readonly EpisodeStats[];
}

/** Pages of a script are printed ones, of a treatment of 250 words; only scripts have minutes. */
interface Extent {
  readonly eighths: Eighths;
  readonly minutes?: number;
}

export interface EpisodeStats extends Extent {
  readonly number?: number;
  readonly title: string;
  readonly form?: string;
  readonly words: number;
  readonly scenes: number;
  /** Those with a heading. */
  readonly acts: readonly ActStats[];
  /** In scripts: who says most first. */
  readonly speakers: readonly SpeakerStats[];
  /** The most used first; those of scenes that say where they play. */
  readonly places: readonly PlaceStats[];
  readonly chamber: ChamberMeasures;
}

export interface ActStats extends Extent {
  readonly title: string;
  readonly page: number;
  readonly words: number;
  readonly scenes: number;
  /** Of the episode's length, from 0 to 1. */
  readonly share: number;
}

export interface SpeakerStats {
  readonly name: string;
  readonly speeches: number;
  readonly words: number;
  /** Of all that is said, from 0 to 1. */
  readonly share: number;
}

export interface PlaceStats {
  readonly name: string;
  readonly scenes: number;
  readonly words: number;
  /** Of all words, from 0 to 1. */
  readonly share: number;
}

/** The numbers of a text and of each episode in it. */
export function statsOf({ season, uri, manuscript }: QueryContext): Stats {
  const episodes = structureOf(manuscript.facts).episodes.map((part) => episodeStats(season, uri, manuscript, part));
  return {
    kind: manuscript.kind,
    ...extentOf(lengthOf(manuscript, 0, manuscript.text.length)),
    words: sum(episodes.map(({ words }) => words)),
    scenes: sum(episodes.map(({ scenes }) => scenes)),
    episodes,
  };
}

function episodeStats(season: Season, uri: string, manuscript: Manuscript, part: EpisodePart): EpisodeStats {
  const scenes = measuredScenes(manuscript, part);
  const known = season.episodes.find(({ told, linked }) =>
    [told, ...linked].some((text) => text?.uri === uri && text.part.first === part.first),
  );
  const words = sum(scenes.map((scene) => scene.words));
  const { eighths, minutes } = extentOf(lengthOf(manuscript, startOf(manuscript, part), endOf(manuscript, part)));
  return {
    ...(part.number !== undefined && { number: part.number }),
    title: known ? episodeTitle(season, known) : (part.title ?? season.title),
    ...(known?.form !== undefined && { form: known.form }),
    eighths,
    ...(minutes !== undefined && { minutes }),
    words,
    scenes: scenesIn(part.acts),
    acts: part.acts
      .filter(({ heading }) => heading !== undefined)
      .map((act) => actStats(manuscript, act, scenes, eighths)),
    speakers: speakersOf(season, manuscript, part, scenes),
    places: placesOf(season, manuscript, scenes, words),
    chamber: chamberMeasures(manuscript, part, season.study),
  };
}

function actStats(manuscript: Manuscript, act: ActPart, scenes: readonly MeasuredScene[], whole: Eighths): ActStats {
  const start = startOf(manuscript, act);
  const extent = extentOf(lengthOf(manuscript, start, endOf(manuscript, act)));
  return {
    title: actTitle(act),
    page: pageAt(manuscript, start) ?? 1,
    ...extent,
    words: sum(scenes.filter(({ scene }) => act.scenes.includes(scene)).map(({ words }) => words)),
    scenes: scenesIn([act]),
    share: whole === 0 ? 0 : extent.eighths / whole,
  };
}

function speakersOf(
  season: Season,
  manuscript: Manuscript,
  { first, end }: ItemRange,
  scenes: readonly MeasuredScene[],
): SpeakerStats[] {
  const speakers = new Map<string, { name: string; speeches: number; words: number }>();
  const speakerOf = (cue: string) => {
    const id = season.person(cue) ?? cue;
    let speaker = speakers.get(id);
    if (!speaker) {
      speaker = { name: season.characters.get(id)?.name ?? cue, speeches: 0, words: 0 };
      speakers.set(id, speaker);
    }
    return speaker;
  };
  for (const item of itemsOf(manuscript.facts).slice(first, end))
    if (item.type === 'cue') speakerOf(item.name).speeches++;
  for (const { said } of scenes) for (const [cue, words] of said) speakerOf(cue).words += words;
  const all = sum([...speakers.values()].map(({ words }) => words));
  return [...speakers.values()]
    .map((speaker) => ({ ...speaker, share: all === 0 ? 0 : speaker.words / all }))
    .sort((a, b) => b.words - a.words || b.speeches - a.speeches);
}

function placesOf(
  { study }: Season,
  { kind }: Manuscript,
  scenes: readonly MeasuredScene[],
  all: number,
): PlaceStats[] {
  const finder = new PlaceFinder(kind, study);
  const places = new Map<string, { name: string; scenes: number; words: number }>();
  for (const { scene, words } of scenes) {
    const found = finder.of(scene);
    if (!found) continue;
    const place = places.get(found.key) ?? { name: found.name, scenes: 0, words: 0 };
    places.set(found.key, place);
    place.scenes++;
    place.words += words;
  }
  return [...places.values()]
    .map((place) => ({ ...place, share: all === 0 ? 0 : place.words / all }))
    .sort((a, b) => b.words - a.words);
}

function scenesIn(acts: readonly ActPart[]): number {
  return sum(acts.map(({ scenes }) => scenes.filter(({ heading }) => heading !== undefined).length));
}

/** Where a part begins: the first one of a text at its beginning. */
function startOf(manuscript: Manuscript, { first }: ItemRange): number {
  return first === 0 || first >= itemsOf(manuscript.facts).length ? 0 : manuscript.place(first).start;
}

function endOf(manuscript: Manuscript, { end }: ItemRange): number {
  return end < itemsOf(manuscript.facts).length ? manuscript.place(end).start : manuscript.text.length;
}

function extentOf(length: Length | undefined): Extent {
  return { eighths: length?.eighths ?? 0, ...(length?.minutes !== undefined && { minutes: length.minutes }) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
