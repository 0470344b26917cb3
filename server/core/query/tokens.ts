import type { Annotation, Mark } from '../annotations/annotation.ts';
import { keyInfo } from '../annotations/kinds.ts';
import type { FactItem } from '../facts/file-facts.ts';
import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import type { Season } from '../season/season.ts';
import { namesOf } from '../season/words.ts';
import type { EpisodePart } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import type { TokenModifier, TokenSpan, TokenType } from './answers.ts';

/** What stands where, for semantic highlighting; within `range`, or in the whole text. */
export function semanticTokens(manuscript: Manuscript, season?: Season, range?: Span): TokenSpan[] {
  const items = itemsOf(manuscript.facts);
  const headings = headingTypes(manuscript);
  const first = range ? Math.max(0, lineItem(manuscript, range.start)) : 0;
  const tokens: TokenSpan[] = [];
  for (let i = first; i < items.length; i++) {
    const place = manuscript.place(i);
    if (range && place.start > range.end) break;
    const { type } = items[i]!;
    const annotation = type === 'mark' || type === 'slip' ? manuscript.annotation(i) : undefined;
    if (annotation) tokens.push(...annotationTokens(annotation, season));
    else tokens.push(...lineTokens(manuscript, i, place, typeOf(items[i]!, headings.get(i))));
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** The first item of the line before the offset, since a heading may have the offset in it and annotations after it. */
function lineItem(manuscript: Manuscript, offset: number): number {
  const { text } = manuscript;
  return manuscript.itemAt(text.lineStart(text.lineAt(offset)));
}

function headingTypes(manuscript: Manuscript): Map<number, TokenType> {
  const types = new Map<number, TokenType>();
  const note = (heading: number | undefined, type: TokenType) => {
    if (heading !== undefined && !types.has(heading)) types.set(heading, type);
  };
  const visit = (episode: EpisodePart) => {
    note(episode.heading, 'episode');
    for (const act of episode.acts) {
      note(act.heading, 'act');
      for (const scene of act.scenes) note(scene.heading, 'scene');
    }
  };
  for (const episode of structureOf(manuscript.facts).episodes) visit(episode);
  return types;
}

function typeOf(item: FactItem, heading: TokenType | undefined): TokenType | undefined {
  if (item.type === 'cue') return 'character';
  return heading ?? (item.type === 'act' ? 'act' : undefined);
}

/** A heading or cue, without the annotations in its line. */
function lineTokens(manuscript: Manuscript, item: number, place: Span, type: TokenType | undefined): TokenSpan[] {
  if (!type) return [];
  const items = itemsOf(manuscript.facts);
  const tokens: TokenSpan[] = [];
  let start = place.start;
  for (let i = item + 1; i < items.length; i++) {
    const inside = manuscript.place(i);
    if (inside.start >= place.end) break;
    if (inside.start > start) tokens.push({ start, end: inside.start, type, modifiers: [] });
    start = Math.max(start, inside.end);
  }
  if (start < place.end) tokens.push({ start, end: place.end, type, modifiers: [] });
  return tokens;
}

function annotationTokens({ kind, ids, value, keys, note, mark }: Annotation, season: Season | undefined): TokenSpan[] {
  const names = mark ? namesOf(mark.kind) : 'nothing';
  const modifiers = mark ? modifiersOf(mark) : [];
  const token = ({ start, end }: Span, type: TokenType, more: readonly TokenModifier[] = []): TokenSpan[] =>
    end > start ? [{ start, end, type, modifiers: more }] : [];
  const noteApart = note && note !== value && !ids.some((id) => id.start === note.start) ? token(note, 'note') : [];
  return [
    ...token(kind, 'annotationKind', modifiers),
    ...ids.flatMap((id) => {
      const unpaid: TokenModifier[] = season?.threads.get(id.text)?.status === 'unpaid' ? ['unpaid'] : [];
      if (names === 'threads') return token(id, 'thread', [...modifiers, ...unpaid]);
      return token(id, names === 'facts' ? 'fact' : 'value', names === 'facts' ? modifiers : []);
    }),
    ...(value ? token(value, 'value') : []),
    ...keys.flatMap((part) => [
      ...token(part.key, 'key'),
      ...(part.values.length > 0 ? part.values.flatMap((one) => token(one, valueType(part.key.text))) : []),
    ]),
    ...noteApart,
  ];
}

function modifiersOf({ kind, cleared }: Mark): TokenModifier[] {
  switch (kind) {
    case 'setup':
    case 'reminder':
    case 'payoff':
    case 'reveal':
      return [kind];
    case 'herring':
      return cleared ? ['herring', 'payoff'] : ['herring'];
    default:
      return [];
  }
}

function valueType(key: string): TokenType {
  switch (keyInfo(key)?.holds) {
    case 'facts':
      return 'fact';
    case 'people':
      return 'person';
    default:
      return 'value';
  }
}
