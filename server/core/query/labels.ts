import type { MarkKind } from '../annotations/annotation.ts';
import { formatMinutes, formatPages } from '../pages/length.ts';
import type { Length } from '../pages/manuscript-pages.ts';
import type { KnowledgeRole, Moment, Season, SeasonEpisode } from '../season/season.ts';
import type { ActPart, ScenePart } from '../structure/file-structure.ts';
import type { Role } from '../study/study.ts';

/** How things are called in answers: every word that a reader sees of roles, kinds and places. */

export const roleNames: Readonly<Record<Role | KnowledgeRole, string>> = {
  setup: 'Setup',
  reminder: 'Reminder',
  payoff: 'Payoff',
  cleared: 'Cleared',
  reveal: 'Reveal',
  learns: 'Learns',
  knows: 'Knows',
  uses: 'Uses',
};

export const kindNames: Readonly<Record<MarkKind, string>> = {
  setup: 'Setup',
  reminder: 'Reminder',
  payoff: 'Payoff',
  herring: 'Red herring',
  reveal: 'Reveal',
  learns: 'Learns',
  knows: 'Knows',
  uses: 'Uses',
  turn: 'Turn',
  story: 'Story time',
  form: 'Form',
  craft: 'Craft note',
  ignore: 'Ignored rules',
  storyline: 'Storyline',
  marker: 'Marker',
  todo: 'To do',
};

export const formNames: Readonly<Record<string, string>> = {
  standard: 'Standard',
  'chamber-play': 'Chamber play',
  backstory: 'Back story',
  finale: 'Finale',
};

/** `Chamber play`; a form of the writer's own as written. */
export function formName(form: string): string {
  return Object.hasOwn(formNames, form) ? formNames[form]! : form;
}

/** `E5`, `S2 E5` where the season has episodes of several, the name of a text without a number. */
export function episodeLabel(season: Season, episode: SeasonEpisode): string {
  if (episode.number === undefined) return episode.title ?? '';
  const several = new Set(season.episodes.map((one) => one.season ?? season.study?.season ?? 1)).size > 1;
  return several ? `S${episode.season ?? season.study?.season ?? 1} E${episode.number}` : `E${episode.number}`;
}

/** `Episode 5: The Room` */
export function episodeTitle(season: Season, episode: SeasonEpisode): string {
  if (episode.number === undefined) return episode.title ?? season.title;
  return episode.title ? `Episode ${episode.number}: ${episode.title}` : `Episode ${episode.number}`;
}

export function actTitle(act: ActPart): string {
  return act.title || 'Before the first act';
}

export function sceneTitle(scene: ScenePart): string {
  if (!scene.title) return 'Before the first scene';
  return scene.number ? `${scene.number}. ${scene.title}` : scene.title;
}

/** `E8 p. 41`, with as much of it as is known. */
export function whereLabel(
  season: Season,
  place: { readonly moment?: Moment; readonly at?: string },
  page: number | undefined,
): string {
  if (!place.moment && !place.at) return 'not placed';
  const episode = place.moment && season.episodes[place.moment.episode];
  const parts = [episode ? episodeLabel(season, episode) : '', page === undefined ? (place.at ?? '') : `p. ${page}`];
  return parts.filter((part) => part !== '').join(' ');
}

/** `p. 4 · 2 3/8 pages · 2 minutes`, with as much of it as is known; empty where nothing is. */
export function extentLabel(page: number | undefined, length: Length | undefined): string {
  return [
    page === undefined ? '' : `p. ${page}`,
    length === undefined ? '' : formatPages(length.eighths),
    length?.minutes === undefined ? '' : formatMinutes(length.minutes),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** `1 payoff`, `3 setups` */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
