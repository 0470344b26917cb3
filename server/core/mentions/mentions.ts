import type { Manuscript } from '../manuscript.ts';
import type { Span } from '../text/span.ts';
import type { CueSet } from './cue-set.ts';
import { proseOf } from './prose.ts';
import type { Mention } from './referent.ts';

/** A paragraph, speech or heading with the mentions in it, at least one. */
export interface MentioningPassage extends Span {
  readonly kind: 'heading' | 'prose';
  /** By start, the longer first. */
  readonly mentions: readonly Mention[];
}

/** What is found in blocks and manuscripts, for as long as somebody holds these and the cue set. */
interface Found {
  readonly blocks: WeakMap<object, readonly MentioningPassage[]>;
  readonly manuscripts: WeakMap<Manuscript, readonly MentioningPassage[]>;
}

const found = new WeakMap<CueSet, Found>();
const NONE: readonly MentioningPassage[] = Object.freeze([]);

/**
 * The passages of a manuscript in which a cue stands, in order, with offsets in its text. What an edit left alone is not
 * searched again, only moved.
 */
export function mentioningPassages(manuscript: Manuscript, cues: CueSet): readonly MentioningPassage[] {
  if (cues.size === 0) return NONE;
  const cache = cacheOf(cues);
  let all = cache.manuscripts.get(manuscript);
  if (!all) {
    all = searched(manuscript, cues, cache.blocks);
    cache.manuscripts.set(manuscript, all);
  }
  return all;
}

/** Those of them that touch an offset; nothing else is searched for these. */
export function passagesAround(manuscript: Manuscript, cues: CueSet, offset: number): readonly MentioningPassage[] {
  if (cues.size === 0) return NONE;
  const cache = cacheOf(cues);
  const near = cache.manuscripts.get(manuscript) ?? searched(manuscript, cues, cache.blocks, offset);
  let low = 0;
  let high = near.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (near[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  const touching: MentioningPassage[] = [];
  for (; low < near.length && near[low]!.start <= offset; low++) touching.push(near[low]!);
  return touching;
}

function cacheOf(cues: CueSet): Found {
  let cache = found.get(cues);
  if (!cache) {
    cache = { blocks: new WeakMap(), manuscripts: new WeakMap() };
    found.set(cues, cache);
  }
  return cache;
}

/** The mentions of a study's cues in a manuscript, by start, the longer first, with offsets in its text. */
export function mentionsOf(manuscript: Manuscript, cues: CueSet): Mention[] {
  return mentioningPassages(manuscript, cues).flatMap(({ mentions }) => mentions);
}

/** The mentions that touch an offset, the shortest first: the thread within the words of an event, say. */
export function mentionsAt(manuscript: Manuscript, cues: CueSet, offset: number): Mention[] {
  return passagesAround(manuscript, cues, offset)
    .flatMap(({ mentions }) => mentions.filter(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

function searched(manuscript: Manuscript, cues: CueSet, cache: Found['blocks'], around?: number): MentioningPassage[] {
  const all: MentioningPassage[] = [];
  for (const { key, start, passages } of proseOf(manuscript, around)) {
    let inBlock = cache.get(key);
    if (!inBlock) {
      const text = (span: Span) => manuscript.text.slice(start + span.start, start + span.end);
      const mentioning = passages().map(({ kind, stretches, ...span }) => {
        const mentions = stretches.flatMap((one) => cues.find(text(one)).map((mention) => moved(mention, one.start)));
        return { kind, ...span, mentions };
      });
      inBlock = mentioning.filter(({ mentions }) => mentions.length > 0);
      cache.set(key, inBlock.length > 0 ? inBlock : NONE);
    }
    for (const passage of inBlock) {
      const mentions = passage.mentions.map((mention) => moved(mention, start));
      all.push({ kind: passage.kind, start: start + passage.start, end: start + passage.end, mentions });
    }
  }
  return all;
}

function moved(mention: Mention, by: number): Mention {
  return { start: mention.start + by, end: mention.end + by, referents: mention.referents };
}
