import type { Asked } from '../../knowledge/knowing.ts';
import type { Occurrence } from '../../season/season.ts';
import type { Span } from '../../text/span.ts';
import type { QueryContext } from '../context.ts';
import type { Within } from '../places.ts';

/** A place in a scene. The season is the one within the horizon. */
export interface HereContext extends QueryContext {
  readonly parts: Within;
  /** The last item at or before the place. */
  readonly item: number;
  readonly offset: number;
  /** On which it is printed. */
  readonly page: number | undefined;
  /** Where the scene stands in the text. */
  readonly scene: Span;
  /** The first items of the scenes of the episode, in order. */
  readonly sceneStarts: readonly number[];
  /** For asking who knows what. */
  readonly asked: Asked;
}

/** Of the places of an occurrence the one in the text at hand, and in its episode there. */
export function itemHere(
  { uri, parts }: HereContext,
  { text, also }: Pick<Occurrence, 'text' | 'also'>,
): number | undefined {
  const { episode } = parts;
  return [text, ...also].find((one) => one?.uri === uri && one.item >= episode.first && one.item < episode.end)?.item;
}

/**
 * Whether something is told at the place or before it. Undefined where the text does not decide it, as with a study's entry
 * that is placed in this episode and nowhere in it.
 */
export function isToldBy(
  here: HereContext,
  occurrence: Pick<Occurrence, 'text' | 'also' | 'moment'>,
): boolean | undefined {
  const item = itemHere(here, occurrence);
  if (item !== undefined) return item <= here.item;
  const now = here.season.moment({ uri: here.uri, item: here.item });
  const { moment } = occurrence;
  if (!now || !moment || moment.episode === now.episode) return undefined;
  // Where an episode without a number belongs, nobody has said.
  if ([now, moment].some(({ episode }) => here.season.episodes[episode]?.number === undefined)) return undefined;
  return moment.episode < now.episode;
}
