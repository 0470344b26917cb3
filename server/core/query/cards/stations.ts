import { distance } from '../../season/moments.ts';
import type { KnowledgePoint, Occurrence, Season, Target, TextTarget } from '../../season/season.ts';
import type { Entry } from '../../study/study.ts';
import type { CardPlace } from '../answers.ts';
import type { Measure } from '../context.ts';
import { count, whereLabel } from '../labels.ts';

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
    const distance = before && distanceOf(season, before, station, measure);
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

/** `3 episodes later`, `37 pages later` within one episode; nothing where the text does not tell. */
export function distanceOf(
  season: Season,
  from: Station,
  to: Station,
  measure: Measure | undefined,
): string | undefined {
  if (!from.moment || !to.moment) return undefined;
  const episodes = distance(season, from.moment, to.moment) ?? 0;
  if (episodes > 0) return `${count(episodes, 'episode')} later`;
  const first = from.text && measure?.page(from.text);
  const second = to.text && measure?.page(to.text);
  if (first === undefined || second === undefined || from.text?.uri !== to.text?.uri) return undefined;
  return second > first ? `${count(second - first, 'page')} later` : undefined;
}
