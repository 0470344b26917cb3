import { within } from '../season/horizon.ts';
import type { Season } from '../season/season.ts';
import type { Card } from './answers.ts';
import type { QueryContext } from './context.ts';
import { hoverCard, spotCard } from './hover.ts';
import { partsAt } from './places.ts';
import type { Spot } from './spots.ts';

/**
 * The card of a row of the outline that stands for an item of a text: the same that a hover shows there. An annotation may
 * name several things, and an episode may have no heading, so the row says what it is about.
 */
export function rowCard(context: QueryContext, item: number, kind: string, ref: string | undefined): Card | undefined {
  const { manuscript } = context;
  const season = within(context.season, context.horizon);
  const part = partSpot({ ...context, season }, item, kind);
  if (part) return spotCard({ ...context, season }, part);
  const annotation = manuscript.annotation(item);
  if (!annotation) return undefined;
  const words = [...annotation.ids, ...annotation.keys.flatMap(({ values }) => values)];
  const word = ref === undefined ? undefined : words.find(({ text }) => means(season, text, ref));
  return hoverCard(context, word?.start ?? annotation.start);
}

function partSpot({ season, uri, manuscript }: QueryContext, item: number, kind: string): Spot | undefined {
  const file = season.files.get(uri);
  const parts = file && partsAt(file, item);
  const moment = season.moment({ uri, item });
  const episode = moment && season.episodes[moment.episode];
  if (!parts) return undefined;
  const span = manuscript.place(item);
  const of = episode && { episode };
  if (kind === 'scene') return { type: 'scene', span, act: parts.act, scene: parts.scene, ...of };
  if (kind === 'act') return { type: 'act', span, act: parts.act, ...of };
  return kind === 'episode' && episode ? { type: 'episode', span, part: parts.episode, episode } : undefined;
}

function means(season: Season, word: string, ref: string): boolean {
  const id = ref.slice(ref.indexOf(':') + 1);
  return ref.startsWith('character:') ? season.person(word) === id : word === id;
}
