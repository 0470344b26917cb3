import type { Annotation, Mark } from '../annotations/annotation.ts';
import { slugOf } from '../annotations/slug.ts';
import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { Season, SeasonEpisode, SeasonFile } from '../season/season.ts';
import { namesOf } from '../season/words.ts';
import type { ActPart, EpisodePart, ScenePart } from '../structure/file-structure.ts';
import type { Span } from '../text/span.ts';
import type { QueryContext } from './context.ts';
import { headSpan } from './head.ts';
import { contains, itemUnder, partsAt } from './places.ts';

/** What a place in a text is about. Hover, definition and references all begin by asking this. */
export type Spot =
  | { readonly type: 'thread'; readonly id: string; readonly span: Span; readonly item: number; readonly mark: Mark }
  | { readonly type: 'fact'; readonly id: string; readonly span: Span; readonly item: number; readonly mark: Mark }
  /** `item` is that of the annotation, cue or heading in which the name stands. */
  | { readonly type: 'person'; readonly name: string; readonly span: Span; readonly item: number }
  | { readonly type: 'event'; readonly id: string; readonly span: Span; readonly item: number }
  | { readonly type: 'mark'; readonly span: Span; readonly item: number; readonly mark: Mark }
  | {
      readonly type: 'scene';
      readonly span: Span;
      readonly act: ActPart;
      readonly scene: ScenePart;
      readonly episode?: SeasonEpisode;
    }
  | { readonly type: 'act'; readonly span: Span; readonly act: ActPart; readonly episode?: SeasonEpisode }
  | { readonly type: 'episode'; readonly span: Span; readonly part: EpisodePart; readonly episode: SeasonEpisode };

/** What stands at the offset; undefined in plain prose, action and dialogue. */
export function spotAt(context: QueryContext, offset: number): Spot | undefined {
  const { season, uri, manuscript } = context;
  const item = itemUnder(manuscript, offset);
  if (item === undefined) return titlePageAt(context, offset);
  const annotation = manuscript.annotation(item);
  if (annotation) return annotation.mark && spotInAnnotation(annotation, annotation.mark, item, offset);
  const span = manuscript.place(item);
  const found = itemsOf(manuscript.facts)[item]!;
  if (found.type === 'cue') return { type: 'person', name: found.name, span, item };
  const file = season.files.get(uri);
  return nameAt(context, item, offset) ?? (file && headingSpot(season, file, item, span));
}

function spotInAnnotation(annotation: Annotation, mark: Mark, item: number, offset: number): Spot | undefined {
  const span = { start: annotation.start, end: annotation.end };
  for (const key of annotation.keys) {
    const part =
      key.values.find((value) => contains(value, offset)) ?? (contains(key.value, offset) ? key.value : undefined);
    if (!part || part.text === '') continue;
    const at = { span: { start: part.start, end: part.end }, item };
    const name = key.key.text.toLowerCase();
    if (name === 'to' || name === 'who') return { type: 'person', name: part.text, ...at };
    if (name === 'for') return { type: 'fact', id: slugOf(part.text), mark, ...at };
    if (name === 'event') return { type: 'event', id: slugOf(part.text), ...at };
  }
  const part = annotation.ids.find((id) => contains(id, offset)) ?? annotation.ids[0];
  const names = namesOf(mark.kind);
  const id = part && (mark.ids.includes(part.text) ? part.text : mark.ids[annotation.ids.indexOf(part)]);
  if (!id || (names !== 'threads' && names !== 'facts')) return { type: 'mark', span, item, mark };
  const here = part && contains(part, offset) ? { start: part.start, end: part.end } : span;
  return { type: names === 'threads' ? 'thread' : 'fact', id, span: here, item, mark };
}

function headingSpot(season: Season, file: SeasonFile, item: number, span: Span): Spot | undefined {
  const parts = partsAt(file, item);
  if (!parts) return undefined;
  const { episode: part, act, scene } = parts;
  const moment = season.moment({ uri: file.uri, item });
  const episode = moment && season.episodes[moment.episode];
  if (scene.heading === item) return { type: 'scene', span, act, scene, episode };
  if (act.heading === item) return { type: 'act', span, act, episode };
  return episode && part.heading === item ? { type: 'episode', span, part, episode } : undefined;
}

/** The title page or front matter stands for the first episode of the file. */
function titlePageAt({ season, uri, manuscript }: QueryContext, offset: number): Spot | undefined {
  const span = headSpan(manuscript);
  const part = season.files.get(uri)?.structure.episodes[0];
  if (!span || !part || !contains(span, offset)) return undefined;
  const moment = season.moment({ uri, item: part.first });
  const episode =
    (moment && season.episodes[moment.episode]) ??
    season.episodes.find(({ told, linked }) => [told, ...linked].some((text) => text?.part === part));
  return episode && { type: 'episode', span, part, episode };
}

/** A name of somebody in the story within the line of a heading. */
function nameAt({ season, manuscript }: QueryContext, item: number, offset: number): Spot | undefined {
  const found = nameAround(season, manuscript, manuscript.place(item), offset);
  return found && { type: 'person', ...found, item };
}

/** A name of somebody in the story within a line: the longest that covers the offset. */
export function nameAround(
  season: Season,
  manuscript: Manuscript,
  line: Span,
  offset: number,
): { readonly name: string; readonly span: Span } | undefined {
  const text = manuscript.text.slice(line.start, line.end);
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
  const at = words.findIndex((word) => contains(word, offset));
  if (at < 0) return undefined;
  for (let length = 4; length >= 1; length--) {
    for (let first = Math.max(0, at - length + 1); first <= at && first + length <= words.length; first++) {
      const span = { start: words[first]!.start, end: words[first + length - 1]!.end };
      const name = manuscript.text.slice(span.start, span.end);
      if (/\p{Lu}/u.test(name) && season.person(name) !== undefined) return { name, span };
    }
  }
  return undefined;
}
