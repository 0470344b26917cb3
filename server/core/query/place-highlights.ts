import { digestOf } from '../season/digest.ts';
import type { Season } from '../season/season.ts';
import type { ScenePart } from '../structure/file-structure.ts';
import type { Span } from '../text/span.ts';
import type { Highlight } from './answers.ts';
import type { QueryContext } from './context.ts';
import { contains } from './places.ts';

/**
 * Where the headings of a script name the place that a heading is about: on `HOUSE` of `HOUSE - KITCHEN` the house with all
 * of its rooms, on `KITCHEN`, or beside the names, that kitchen. Names that the study has for one place are one.
 */
export function placeHighlights(context: QueryContext, asked: ScenePart, offset: number): Highlight[] {
  const rooms = asked.setting?.rooms ?? [];
  if (rooms.length === 0 || asked.heading === undefined) return [];
  const spans = roomSpans(context, asked);
  const at = spans.findIndex((span) => span && contains(span, offset));
  const wanted = namesOf(context.season, rooms.slice(0, at < 0 ? rooms.length : at + 1));
  const { structure } = digestOf(context.manuscript.facts);
  const scenes = structure.episodes.flatMap(({ acts }) => acts.flatMap((act) => act.scenes));
  return scenes.flatMap((scene): Highlight[] => {
    const { heading, setting } = scene;
    if (heading === undefined || !setting) return [];
    const last = setting.rooms.findIndex((_, i) => wanted.includes(keyOf(setting.rooms.slice(0, i + 1))));
    if (last < 0) return [];
    const found = roomSpans(context, scene);
    const [first, end] = [found[0], found[last]];
    const span = first && end ? { start: first.start, end: end.end } : context.manuscript.place(heading);
    return [{ start: span.start, end: span.end, kind: 'text' }];
  });
}

/** What a place goes by: its rooms as written, and where the study knows one of these names, the others it has for it. */
function namesOf({ study }: Season, rooms: readonly string[]): string[] {
  const own = keyOf(rooms);
  const known = (study?.places ?? [])
    .map(({ name, aliases }) => [name, ...aliases].map((one) => keyOf([one])))
    .find((names) => names.includes(own));
  return [...new Set([own, ...(known ?? [])])];
}

function keyOf(rooms: readonly string[]): string {
  return rooms.join(' - ').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Where each room stands in the heading; undefined where a note stands in between. */
function roomSpans({ manuscript }: QueryContext, { heading, setting }: ScenePart): (Span | undefined)[] {
  const line = manuscript.place(heading!);
  const text = manuscript.text.slice(line.start, line.end);
  let from = 0;
  return setting!.rooms.map((room) => {
    const words = room.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}`, 'iu').exec(text.slice(from));
    if (!found) return undefined;
    const start = line.start + from + found.index;
    from += found.index + found[0].length;
    return { start, end: start + found[0].length };
  });
}
