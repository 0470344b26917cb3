import { episodesOf } from '../season/episodes.ts';
import type { Horizon } from '../season/horizon.ts';
import type { SeasonEpisode, SeasonFile } from '../season/season.ts';
import { bare } from '../structure/headings.ts';
import { blankStudy } from '../study/load.ts';
import { patternsFor, usualPatterns } from './patterns.ts';

/** What the texts in a folder say already of the study that they have not yet. */
export interface StudyOffer {
  /** Undefined where the texts say none, or do not agree. */
  readonly title?: string;
  readonly season?: number;
  readonly files: readonly string[];
  /** By number. Empty where the texts have no numbers, or are of several seasons. */
  readonly episodes: readonly OfferedEpisode[];
  /** There are texts, and none has a number: a film, as far as one can see. */
  readonly film?: true;
}

export interface OfferedEpisode {
  readonly number: number;
  readonly title?: string;
}

/** Where there are no texts. */
export const noOffer: StudyOffer = { files: usualPatterns, episodes: [] };

/**
 * Reads from texts what a study in a folder can take from them. As everything that is shown, it tells no title of an episode
 * beyond the horizon.
 *
 * @param folder where the study is to lie, and the texts beside or below it
 */
export function studyOffer(folder: string, texts: readonly SeasonFile[], horizon?: Horizon): StudyOffer {
  if (texts.length === 0) return noOffer;
  const seasons = new Set(episodesOf(texts, undefined).list.flatMap(({ season }) => season ?? []));
  const [season] = seasons.size === 1 ? seasons : [];
  const numbered = episodesIn(folder, texts, season);
  const title = titleIn(texts);
  return {
    ...(title !== undefined && { title }),
    ...(season !== undefined && { season }),
    files: patternsFor(
      folder,
      texts.map(({ uri }) => uri),
    ),
    episodes: seasons.size > 1 ? [] : numbered.map((episode) => offered(episode, horizon)),
    ...(numbered.length === 0 && { film: true }),
  };
}

type Numbered = SeasonEpisode & { readonly number: number };

/** As a study of that season would have them: a text that says no season is of this one. */
function episodesIn(folder: string, texts: readonly SeasonFile[], season: number | undefined): Numbered[] {
  const study = blankStudy(`${folder}/offer.study.yaml`, season);
  return episodesOf(texts, study).list.filter((episode): episode is Numbered => Number.isSafeInteger(episode.number));
}

function offered({ number, title }: Numbered, horizon: Horizon | undefined): OfferedEpisode {
  const known = horizon && number > horizon.episode ? undefined : title?.replace(/\s+/g, ' ').trim();
  return { number, ...(known && { title: known }) };
}

/** The title of the series or film on which all agree that have one. In capitals or not, it is one title. */
function titleIn(texts: readonly SeasonFile[]): string | undefined {
  const titles = texts
    .map(({ facts }) => bare((facts.head.title ?? '').replace(/\s+/g, ' ')))
    .filter((it) => it !== '');
  const [first] = titles;
  if (first === undefined || titles.some((title) => title.toUpperCase() !== first.toUpperCase())) return undefined;
  return titles.find((title) => title !== title.toUpperCase()) ?? first;
}
