import { t } from '@vscode/l10n';
import type { Mark, MarkKind } from '../annotations/annotation.ts';
import { formatMinutes, formatPages, formatWholePages } from '../pages/length.ts';
import type { Length } from '../pages/manuscript-pages.ts';
import type { KnowledgeRole, Moment, Season, SeasonEpisode } from '../season/season.ts';
import type { ActPart, ScenePart } from '../structure/file-structure.ts';
import type { Effect, Role, ThreadKind } from '../study/study.ts';

/** How things are called in answers: every word that a reader sees of roles, kinds and places. */

export function roleName(role: Role | KnowledgeRole | 'herring'): string {
  return role === 'cleared' ? t('Cleared') : kindName(role);
}

export function kindName(kind: MarkKind): string {
  switch (kind) {
    case 'setup':
      return t('Setup');
    case 'reminder':
      return t('Reminder');
    case 'payoff':
      return t('Payoff');
    case 'herring':
      return t('Red herring');
    case 'reveal':
      return t('Reveal');
    case 'learns':
      return t('Learns');
    case 'knows':
      return t('Knows');
    case 'uses':
      return t('Uses');
    case 'turn':
      return t('Turn');
    case 'story':
      return t('Story time');
    case 'form':
      return t('Form');
    case 'craft':
      return t('Craft note');
    case 'ignore':
      return t('Ignored rules');
    case 'storyline':
      return t('Storyline');
    case 'marker':
      return t('Marker');
    case 'todo':
      return t('To do');
  }
}

/** `object`, as it stands beside other words on a line. */
export function threadKindName(kind: ThreadKind): string {
  switch (kind) {
    case 'object':
      return t('object');
    case 'trait':
      return t('trait');
    case 'promise':
      return t('promise');
    case 'secret':
      return t('secret');
    case 'line':
      return t('line');
    case 'motif':
      return t('motif');
    case 'clue':
      return t('clue');
  }
}

/** What a reveal works by. */
export function effectName(effect: Effect): string {
  switch (effect) {
    case 'surprise':
      return t('surprise');
    case 'suspense':
      return t('suspense');
    case 'irony':
      return t('irony');
    case 'recognition':
      return t('recognition');
    case 'reversal':
      return t('reversal');
  }
}

/** `Chamber play`; a form of the writer's own as written. */
export function formName(form: string): string {
  switch (form) {
    case 'standard':
      return t('Standard');
    case 'chamber-play':
      return t('Chamber play');
    case 'backstory':
      return t('Back story');
    case 'finale':
      return t('Finale');
    default:
      return form;
  }
}

/** `midpoint`; a turn of the writer's own as written. */
export function turnName(turn: string): string {
  switch (turn.toLowerCase()) {
    case 'inciting':
      return t('inciting incident');
    case 'midpoint':
      return t('midpoint');
    case 'act-out':
      return t('act-out');
    case 'crisis':
      return t('crisis');
    case 'climax':
      return t('climax');
    case 'cliffhanger':
      return t('cliffhanger');
    case 'reversal':
      return t('reversal');
    case 'recognition':
      return t('recognition');
    default:
      return turn;
  }
}

/** What an annotation says behind its colon, where that is neither ids nor a title: a turn, a form, a time. */
export function valueName({ kind, value }: Pick<Mark, 'kind' | 'value'>): string | undefined {
  if (value === undefined) return undefined;
  return kind === 'turn' ? turnName(value) : kind === 'form' ? formName(value) : value;
}

/**
 * `E5`, `S2 E5` where the season has episodes of several, the name of a text without a number among others; empty for a film,
 * which is all that there is.
 */
export function episodeLabel(season: Season, episode: SeasonEpisode): string {
  const { number, title = '' } = episode;
  if (number === undefined) return season.episodes.length > 1 ? title : '';
  const inSeason = severalSeasons(season) ? seasonOf(season, episode) : undefined;
  return inSeason === undefined ? t('E{0}', number) : t('S{0} E{1}', inSeason, number);
}

/** By what a filter knows an episode: written as its label is in English, and the same in every language. */
export function episodeId(season: Season, episode: SeasonEpisode): string {
  const { number, title = '' } = episode;
  if (number === undefined) return title;
  return severalSeasons(season) ? `S${seasonOf(season, episode)} E${number}` : `E${number}`;
}

function severalSeasons(season: Season): boolean {
  return new Set(season.episodes.map((one) => seasonOf(season, one))).size > 1;
}

function seasonOf({ study }: Season, episode: SeasonEpisode): number {
  return episode.season ?? study?.season ?? 1;
}

/** `Episode 5: The Room` */
export function episodeTitle(season: Season, episode: SeasonEpisode): string {
  if (episode.number === undefined) return episode.title ?? season.title;
  return episode.title ? t('Episode {0}: {1}', episode.number, episode.title) : t('Episode {0}', episode.number);
}

export function actTitle(act: ActPart): string {
  return act.title || t('Before the first act');
}

export function sceneTitle(scene: ScenePart): string {
  if (!scene.title) return t('Before the first scene');
  return scene.number ? `${scene.number}. ${scene.title}` : scene.title;
}

/** `p. 41` */
export function pageLabel(page: number): string {
  return t('p. {0}', page);
}

/** `E8 p. 41`, with as much of it as is known. */
export function whereLabel(
  season: Season,
  place: { readonly moment?: Moment; readonly at?: string },
  page: number | undefined,
): string {
  if (!place.moment && !place.at) return t('not placed');
  const episode = place.moment && season.episodes[place.moment.episode];
  const parts = [episode ? episodeLabel(season, episode) : '', page === undefined ? (place.at ?? '') : pageLabel(page)];
  return parts.filter((part) => part !== '').join(' ');
}

/** `p. 4 · 2 3/8 pages · 2 minutes`, with as much of it as is known; empty where nothing is. */
export function extentLabel(page: number | undefined, length: Pick<Length, 'eighths' | 'minutes'> | undefined): string {
  return dotted(
    page === undefined ? '' : pageLabel(page),
    length === undefined ? '' : formatPages(length.eighths),
    length?.minutes === undefined ? '' : formatMinutes(length.minutes),
  );
}

/** `37 pages · 37 minutes` of an episode: pages as the status bar counts them, the last one however little stands on it. */
export function wholeLabel(length: Length | undefined): string {
  if (length === undefined) return '';
  const { pages, minutes } = length;
  return dotted(formatWholePages(pages), minutes === undefined ? '' : formatMinutes(minutes));
}

/** `Setup: Gun` */
export function labelled(label: string, what: string): string {
  return t('{0}: {1}', label, what);
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return t('{0} and {1}', words.slice(0, -1).join(', '), words.at(-1)!);
}

/** `Setup · object · 2 of 3`, without what is not known or empty. */
export function dotted(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
