import { episodeOfFileName } from '../structure/file-name.ts';
import type { EpisodePart } from '../structure/file-structure.ts';
import type { Study, StudyEpisode } from '../study/study.ts';
import { byName, folderOf, nameOf, pathWithin } from './paths.ts';
import type { Moment, SeasonEpisode, SeasonFile, ToldEpisode } from './season.ts';

/** The episodes of a season in narrative order, and where in them each place of a text lies. */
export interface Episodes {
  readonly list: readonly SeasonEpisode[];
  /** Where an item of a file lies; an item of a text that does not count lies in its episode and no closer. */
  moment(uri: string, item: number): Moment | undefined;
  /** The index of the episode with this number, in the study's season. */
  numbered(number: number): number | undefined;
  /** Says which part of which file tells which episode: equal texts mean equal answers, but for items of changed files. */
  readonly shape: string;
}

interface Text extends ToldEpisode {
  /** Which of the parts of its file. */
  readonly index: number;
  readonly season?: number;
  readonly title?: string;
}

interface Draft {
  readonly season: number;
  readonly number?: number;
  readonly declared?: StudyEpisode;
  readonly texts: Text[];
}

/**
 * Gathers what tells the same episode and puts episodes in order: season, number, name; those without a number last. Of
 * several texts of one episode a script counts before a treatment, then the first by name.
 */
export function episodesOf(files: Iterable<SeasonFile>, study: Study | undefined): Episodes {
  const ownSeason = study?.season ?? 1;
  const drafts = new Map<string, Draft>();
  for (const declared of study?.episodes ?? []) {
    const key = `${ownSeason}/${declared.number}`;
    if (!drafts.has(key)) drafts.set(key, { season: ownSeason, number: declared.number, declared, texts: [] });
  }
  for (const file of files) {
    for (const [index, part] of file.structure.episodes.entries()) {
      const { number, season } = numberOf(file, part, study);
      const inSeason = season ?? ownSeason;
      const key = number === undefined ? `${file.uri}#${index}` : `${inSeason}/${number}`;
      const draft = drafts.get(key) ?? { season: inSeason, number, texts: [] };
      drafts.set(key, draft);
      // Where the number stands elsewhere, `Title` in the head is the title of the series.
      const isSeries = number !== part.number && part.title === file.facts.head.title?.trim();
      const title = isSeries ? undefined : part.title;
      draft.texts.push({ uri: file.uri, kind: file.facts.kind, part, index, season, title });
    }
  }
  for (const draft of drafts.values()) draft.texts.sort(byWeight);
  const ordered = [...drafts.values()].sort(inOrder);
  return indexed(ordered.map(episodeFrom), ordered, ownSeason);
}

function episodeFrom(draft: Draft): SeasonEpisode {
  const [told, ...linked] = draft.texts.map(({ uri, kind, part }): ToldEpisode => ({ uri, kind, part }));
  const parts = draft.texts.map((text) => text.part);
  return {
    season: draft.texts.find((text) => text.season !== undefined)?.season,
    number: draft.number,
    title: draft.declared?.title ?? draft.texts.find(({ title }) => title)?.title,
    form: parts.find((part) => part.form)?.form ?? draft.declared?.form,
    declared: draft.declared,
    told,
    linked,
  };
}

function indexed(list: SeasonEpisode[], drafts: Draft[], ownSeason: number): Episodes {
  const byFile = new Map<string, { part: EpisodePart; episode: number; counts: boolean }[]>();
  const byNumber = new Map<number, number>();
  for (const [episode, draft] of drafts.entries()) {
    if (draft.number !== undefined && draft.season === ownSeason) byNumber.set(draft.number, episode);
    for (const [i, { uri, part }] of draft.texts.entries()) {
      const there = byFile.get(uri);
      const entry = { part, episode, counts: i === 0 };
      if (there) there.push(entry);
      else byFile.set(uri, [entry]);
    }
  }
  const texts = (draft: Draft) => draft.texts.map(({ uri, index }) => `${uri}#${index}`).join(' ');
  return {
    list,
    shape: drafts.map((draft) => `${draft.season}/${draft.number} ${texts(draft)}`).join('\n'),
    numbered: (number) => byNumber.get(number),
    moment(uri, item) {
      const found = byFile.get(uri)?.find(({ part }) => item >= part.first && item < part.end);
      if (!found) return undefined;
      return found.counts ? { episode: found.episode, item } : { episode: found.episode };
    },
  };
}

/** From the text or its head; else the place in the study's list of files, where that is a list of names; else the name. */
function numberOf(file: SeasonFile, part: EpisodePart, study: Study | undefined): { number?: number; season?: number } {
  const fromName = episodeOfFileName(nameOf(file.uri));
  const season = part.season ?? fromName?.season;
  if (part.number !== undefined) return { number: part.number, season };
  // A section of a file with several episodes that has no number of its own is not the one that the file's name tells.
  if (part.heading !== undefined) return { season };
  return { number: (study && placeInFiles(study, file.uri)) ?? fromName?.number, season };
}

function placeInFiles(study: Study, uri: string): number | undefined {
  if (study.files.some((pattern) => /[*?[\]{}()!]/.test(pattern))) return undefined;
  const path = pathWithin(folderOf(study.uri), uri);
  const place = study.files.findIndex((name) => name.replace(/^\.\//, '') === path);
  return place < 0 ? undefined : place + 1;
}

function byWeight(a: ToldEpisode, b: ToldEpisode): number {
  if (a.kind !== b.kind) return a.kind === 'script' ? -1 : 1;
  return byName(nameOf(a.uri), nameOf(b.uri)) || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.part.first - b.part.first);
}

function inOrder(a: Draft, b: Draft): number {
  if ((a.number === undefined) !== (b.number === undefined)) return a.number === undefined ? 1 : -1;
  if (a.season !== b.season) return a.season - b.season;
  if (a.number !== b.number) return a.number! - b.number!;
  return a.texts[0] && b.texts[0] ? byWeight({ ...a.texts[0], kind: 'script' }, { ...b.texts[0], kind: 'script' }) : 0;
}
