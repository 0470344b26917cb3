import { parseStoryTime } from '../annotations/story-time.ts';
import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { type People, peopleOf } from '../season/people.ts';
import type { EpisodePart, ScenePart } from '../structure/file-structure.ts';
import { settingOf } from '../structure/setting.ts';
import type { Study } from '../study/study.ts';
import { Treatment } from '../treatment/treatment.ts';
import { isAllTime, type Place, PlaceFinder } from './places.ts';
import { type PlacedScene, placedScenes } from './scene-spans.ts';
import { type Tally, tallyWords } from './script-words.ts';
import { type BreakReason, Clock } from './time-breaks.ts';

/**
 * How much of a chamber play an episode is (design, section 9). All shares are of words, from 0 to 1. What a text does not tell
 * is undefined: dialogue and speakers in treatments, places where headings name none.
 */
export interface ChamberMeasures {
  /** The place with the most words, and its share of all words whose place is known. */
  readonly place?: { readonly name: string; readonly share: number };
  /** The effective number of places: so many of equal share would be as varied (inverse Simpson index). */
  readonly places?: number;
  /** How many speakers it takes, from the most talkative on, for nine tenths of the dialogue. */
  readonly speakers?: number;
  /** The share of dialogue in all that is printed, names above speeches aside. */
  readonly dialogueShare?: number;
  readonly breaks: readonly TimeBreak[];
}

export interface TimeBreak {
  /** The heading or annotation that breaks time, as an item of the file. */
  readonly item: number;
  readonly reason: BreakReason;
}

/** Measures an episode of a manuscript; `study` joins places and the names of people. */
export function chamberMeasures(manuscript: Manuscript, episode: EpisodePart, study?: Study): ChamberMeasures {
  const scenes = measuredScenes(manuscript, episode);
  const headings = headingsOf(episode, manuscript.kind, study);
  const told = scenes.map(({ toldFrom }) => toldFrom).find((at) => at !== undefined);
  return {
    ...placeMeasures(scenes, headings.places),
    ...(manuscript.kind === 'script' ? dialogueMeasures(scenes, peopleOf(study)) : {}),
    breaks: headings.breaks.filter(
      ({ item, reason }) => reason !== 'story' || manuscript.place(item).start >= (told ?? Number.POSITIVE_INFINITY),
    ),
  };
}

/** What headings and annotations tell of an episode, its words aside. */
interface Headings {
  readonly kind: Manuscript['kind'];
  readonly study: Study | undefined;
  /** Of each scene. */
  readonly places: readonly (Place | undefined)[];
  readonly breaks: readonly TimeBreak[];
}

const made = new WeakMap<EpisodePart, Headings>();

/** Made once for as long as the parts of the file are the same objects: keys in prose change none of it. */
function headingsOf(episode: EpisodePart, kind: Manuscript['kind'], study: Study | undefined): Headings {
  let headings = made.get(episode);
  if (!headings || headings.kind !== kind || headings.study !== study) {
    const scenes = episode.acts.flatMap((act) => act.scenes);
    const finder = new PlaceFinder(kind, study);
    headings = { kind, study, places: scenes.map((scene) => finder.of(scene)), breaks: timeBreaks(scenes) };
    made.set(episode, headings);
  }
  return headings;
}

/** A scene, where it stands, and its words. */
export type MeasuredScene = PlacedScene & Tally;

/** The scenes of an episode with their words. */
export function measuredScenes(manuscript: Manuscript, episode: EpisodePart): MeasuredScene[] {
  const scenes = placedScenes(manuscript, episode);
  const tallies = manuscript instanceof Script ? tallyWords(manuscript, scenes) : undefined;
  return scenes.map((placed, i) => {
    const { scene, start, end } = placed;
    const { words, said, toldFrom } = tallies ? tallies[i]! : wordsOf(manuscript, placed);
    return { scene, start, end, words, said, toldFrom };
  });
}

function wordsOf(manuscript: Manuscript, { start, end }: PlacedScene): Tally {
  const nothing: Tally = { words: 0, said: new Map(), toldFrom: undefined };
  if (!(manuscript instanceof Treatment)) return nothing;
  const prose = [...manuscript.passages(start, end)].find(({ type }) => type !== 'heading');
  return { ...nothing, words: manuscript.words(start, end), toldFrom: prose?.start };
}

function placeMeasures(
  scenes: readonly MeasuredScene[],
  places: readonly (Place | undefined)[],
): Pick<ChamberMeasures, 'place' | 'places'> {
  const byPlace = new Map<string, { name: string; words: number }>();
  let known = 0;
  let all = 0;
  for (const [i, { words }] of scenes.entries()) {
    const place = places[i];
    all += words;
    if (!place) continue;
    known += words;
    const entry = byPlace.get(place.key);
    if (entry) entry.words += words;
    else byPlace.set(place.key, { name: place.name, words });
  }
  // Of a few places, nothing can be said of the rest.
  if (known === 0 || known * 2 < all) return {};
  const used = [...byPlace.values()];
  const most = used.reduce((a, b) => (b.words > a.words ? b : a));
  const sum = used.reduce((squares, { words }) => squares + (words / known) ** 2, 0);
  return { place: { name: most.name, share: most.words / known }, places: 1 / sum };
}

function dialogueMeasures(
  scenes: readonly MeasuredScene[],
  people: People,
): Pick<ChamberMeasures, 'speakers' | 'dialogueShare'> {
  const bySpeaker = new Map<string, number>();
  let said = 0;
  let all = 0;
  for (const scene of scenes) {
    all += scene.words;
    for (const [name, words] of scene.said) {
      const speaker = people.ofCue(name);
      bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + words);
      said += words;
    }
  }
  if (all === 0) return {};
  return { speakers: speakersFor(0.9, [...bySpeaker.values()], said), dialogueShare: said / all };
}

function speakersFor(share: number, words: number[], all: number): number {
  let sum = 0;
  let speakers = 0;
  for (const said of words.sort((a, b) => b - a)) {
    if (sum >= share * all) break;
    sum += said;
    speakers++;
  }
  return speakers;
}

/**
 * Where time is broken. A `story` annotation that says the time that it is already breaks nothing. (And one before the first
 * words of the episode says when it begins; but that the words tell.)
 */
function timeBreaks(scenes: readonly ScenePart[]): TimeBreak[] {
  const breaks: TimeBreak[] = [];
  const clock = new Clock();
  let story = 'now';
  for (const scene of scenes) {
    const { heading, marks } = scene;
    const reason = heading === undefined ? undefined : clock.step(timeOf(scene));
    if (heading !== undefined && reason) breaks.push({ item: heading, reason });
    for (const { item, mark } of marks) {
      const value = mark.kind === 'story' ? mark.value?.trim().toLowerCase() : undefined;
      if (value === undefined || value === story || !parseStoryTime(value)) continue;
      story = value;
      breaks.push({ item, reason: 'story' });
    }
  }
  return breaks;
}

/** What a heading says of time: all of it, where it is a forced one that says nothing else, and FLASHBACK wherever it stands. */
function timeOf({ setting, title }: ScenePart): string {
  const { prefix, time } = setting ?? settingOf(title);
  const said = time ?? (prefix === '' && isAllTime(title) ? title : '');
  const flash = /\bflash[ -]?(back|forward)\b/i.exec(title);
  return flash ? `${said} FLASH${flash[1]}` : said;
}
