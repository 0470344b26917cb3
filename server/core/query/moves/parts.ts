import type { SeasonEpisode, ToldEpisode } from '../../season/season.ts';
import type { ActPart, EpisodePart } from '../../structure/file-structure.ts';
import { structureOf } from '../../structure/structure.ts';
import type { QueryContext } from '../context.ts';
import type { Stop } from './stops.ts';

/** Where scenes begin, throughout the season. An act without scenes is one scene, and so begins one. */
export function sceneStops(context: QueryContext): Stop[] {
  return stopsOf(context, ({ acts }) =>
    acts.flatMap((act) => {
      const headings = act.scenes.flatMap(({ heading }) => heading ?? []);
      return headings.length > 0 ? headings : headingOf(act);
    }),
  );
}

/** Where acts begin, throughout the season. */
export function actStops(context: QueryContext): Stop[] {
  return stopsOf(context, ({ acts }) => acts.flatMap(headingOf));
}

function headingOf({ heading }: ActPart): number[] {
  return heading === undefined ? [] : [heading];
}

function stopsOf(context: QueryContext, itemsOf: (part: EpisodePart) => number[]): Stop[] {
  return readingOf(context).flatMap(({ uri, part, episode }) =>
    itemsOf(part).map((item) => ({ target: { uri, item }, episode })),
  );
}

interface Read extends Pick<ToldEpisode, 'uri' | 'part'> {
  readonly episode: number;
}

/**
 * The texts in the order in which one who reads this one reads on: of each episode this text itself, else one of its kind,
 * else the one that counts. A text that lies ahead of the horizon is read alone.
 */
function readingOf(context: QueryContext): Read[] {
  const { season, uri } = context;
  const read = season.episodes.flatMap((episode, i): Read[] => {
    const text = textOf(context, episode);
    return text ? [{ uri: text.uri, part: text.part, episode: i }] : [];
  });
  if (read.some((one) => one.uri === uri)) return read;
  return structureOf(context.manuscript.facts).episodes.map((part) => ({ uri, part, episode: indexOf(context, part) }));
}

function textOf({ uri, manuscript }: QueryContext, { told, linked }: SeasonEpisode): ToldEpisode | undefined {
  const texts = told ? [told, ...linked] : linked;
  return texts.find((text) => text.uri === uri) ?? texts.find(({ kind }) => kind === manuscript.kind) ?? told;
}

function indexOf({ season, uri }: QueryContext, { first }: EpisodePart): number {
  return season.moment({ uri, item: first })?.episode ?? 0;
}
