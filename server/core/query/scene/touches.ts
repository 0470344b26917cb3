import { t } from '@vscode/l10n';
import { pageAt } from '../../pages/manuscript-pages.ts';
import { distance } from '../../season/moments.ts';
import type { Moment, Occurrence, Target } from '../../season/season.ts';
import { lastAtOrBefore } from '../../text/ascending.ts';
import { targetOf } from '../cards/stations.ts';
import { type HereContext, itemHere } from './here.ts';

export type TouchRole = Occurrence['role'] | 'mentioned';

/** The last time that something came up. */
export interface Touch {
  /** For sorting, later ones higher: offsets in this text; below zero for what is told elsewhere. */
  readonly order: number;
  /** As what it came up. */
  readonly role: TouchRole;
  readonly target?: Target;
  /** Where it stands in this text. */
  readonly start?: number;
  readonly moment?: Moment;
}

export function touchOf(here: HereContext, one: Occurrence): Touch {
  const { season, uri, manuscript } = here;
  const { role } = one;
  const item = itemHere(here, one);
  if (item !== undefined) {
    const { start } = manuscript.place(item);
    return { order: start, role, start, target: { uri, item }, moment: one.moment };
  }
  const { moment } = one;
  // Episodes before this one, and the items within them.
  const order = moment ? moment.episode - season.episodes.length + (moment.item ?? 0) / 1e9 : Number.NEGATIVE_INFINITY;
  return { order, role, target: targetOf(season, one), moment };
}

/** `in this scene`, `2 scenes and 5 pages ago`, `3 episodes ago`; empty where the text does not tell. */
export function agoLabel(here: HereContext, { start, moment }: Touch): string {
  if (start === undefined) {
    const now = here.season.moment({ uri: here.uri, item: here.item });
    const episodes = distance(here.season, moment, now);
    return episodes === undefined || episodes <= 0 ? '' : episodesAgo(episodes);
  }
  if (start >= here.scene.start && start < here.scene.end) return t('in this scene');
  const pages = (here.page ?? 0) - (pageAt(here.manuscript, start) ?? 0);
  const scenes = scenesBetween(here, start);
  if (pages > 0) return scenesAndPagesAgo(scenes, pages);
  return scenes === 1 ? t('1 scene ago') : t('{0} scenes ago', scenes);
}

function episodesAgo(n: number): string {
  return n === 1 ? t('1 episode ago') : t('{0} episodes ago', n);
}

function scenesAndPagesAgo(scenes: number, pages: number): string {
  if (scenes === 1) return pages === 1 ? t('1 scene, 1 page ago') : t('1 scene, {0} pages ago', pages);
  return pages === 1 ? t('{0} scenes, 1 page ago', scenes) : t('{0} scenes, {1} pages ago', scenes, pages);
}

/** How many scenes further on this one is than the one in which an offset lies. */
function scenesBetween({ parts, manuscript, sceneStarts }: HereContext, start: number): number {
  return lastAtOrBefore(sceneStarts, parts.scene.first) - lastAtOrBefore(sceneStarts, manuscript.itemAt(start));
}
