import { t } from '@vscode/l10n';
import { distance } from '../../season/moments.ts';
import type { KnowledgePoint, Occurrence, Season, Target, TextTarget } from '../../season/season.ts';
import type { Entry } from '../../study/study.ts';
import type { CardPlace } from '../answers.ts';
import type { Measure } from '../context.ts';
import { counts } from '../counts.ts';
import { whereLabel } from '../labels.ts';

/** Something that has a place on a card: an occurrence of a thread, or a moment of a fact. */
export type Station = (Occurrence | KnowledgePoint) & { readonly entry?: Entry & { readonly text?: string } };

/** Where it is: in the text that counts, else in another text of the episode, else in the study. */
export function targetOf(season: Season, station: Station): Target | undefined {
  if (station.text) return station.text;
  if (station.entry && season.study) return { uri: season.study.uri, span: station.entry.span };
  return undefined;
}

/** Whether a station is what stands at this place of a text. */
export function standsAt(station: Station, place: TextTarget): boolean {
  return [station.text, ...station.also].some((text) => text?.uri === place.uri && text.item === place.item);
}

export interface StationLine {
  readonly station: Station;
  readonly role: string;
  /** What is said of it there; else the study's text, the note in the annotation, or the scene. */
  readonly text?: string;
}

/** The stations as lines of a card, in the order given, each with its distance from the one before it. */
export function stationLines(
  season: Season,
  lines: readonly StationLine[],
  here: TextTarget | undefined,
  measure: Measure | undefined,
): CardPlace[] {
  let before: Station | undefined;
  return lines.map(({ station, role, text }) => {
    const page = station.text && measure?.page(station.text);
    const distance = before && wayOf(season, before, station, measure);
    if (station.moment) before = station;
    return {
      role,
      where: whereLabel(season, station, page),
      text: text ?? station.entry?.text ?? station.mark?.note ?? (station.scene?.title || undefined),
      target: targetOf(season, station),
      here: here !== undefined && standsAt(station, here),
      distance,
      reading: station.entry?.reading ?? false,
    };
  });
}

/**
 * For cards: `3 episodes later`, `37 pages · 37 minutes later` within one episode. A page of a script is a minute; where both
 * places say when in the film they are, that counts.
 */
function wayOf(season: Season, from: Station, to: Station, measure: Measure | undefined): string | undefined {
  if (!from.moment || from.moment.episode !== to.moment?.episode) return distanceOf(season, from, to, measure);
  const pages = pagesBetween(from, to, measure);
  const isScript = to.text !== undefined && season.files.get(to.text.uri)?.facts.kind === 'script';
  const minutes = minutesBetween(from.at, to.at) ?? (isScript ? pages : undefined);
  const parts = [
    ...(pages !== undefined && pages > 0 ? [counts.pages(pages)] : []),
    ...(minutes !== undefined && minutes > 0 ? [counts.minutes(minutes)] : []),
  ];
  return parts.length > 0 ? t('{0} later', parts.join(' · ')) : undefined;
}

/** `3 episodes later`, `37 pages later` within one episode; nothing where the text does not tell. */
export function distanceOf(
  season: Season,
  from: Station,
  to: Station,
  measure: Measure | undefined,
): string | undefined {
  if (!from.moment || !to.moment) return undefined;
  const episodes = distance(season, from.moment, to.moment) ?? 0;
  if (episodes > 0) return t('{0} later', counts.episodes(episodes));
  const pages = pagesBetween(from, to, measure);
  return pages !== undefined && pages > 0 ? t('{0} later', counts.pages(pages)) : undefined;
}

/** Within one text. */
function pagesBetween(from: Station, to: Station, measure: Measure | undefined): number | undefined {
  const first = from.text && measure?.page(from.text);
  const second = to.text && measure?.page(to.text);
  if (first === undefined || second === undefined || from.text?.uri !== to.text?.uri) return undefined;
  return second - first;
}

/** Between two places of one film, `41:30` and `1:02:00`; undefined where one of them is no such time. */
function minutesBetween(from: string | undefined, to: string | undefined): number | undefined {
  const [first, second] = [secondsOf(from), secondsOf(to)];
  return first === undefined || second === undefined ? undefined : Math.round((second - first) / 60);
}

function secondsOf(at: string | undefined): number | undefined {
  const [, hours = '0', minutes, seconds] = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(at?.trim() ?? '') ?? [];
  return minutes === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
