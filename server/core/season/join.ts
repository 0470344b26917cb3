import type { Mark } from '../annotations/annotation.ts';
import type { BareScene } from '../structure/file-structure.ts';
import type { Moment, TextTarget } from './season.ts';
import { eventOf } from './words.ts';

/** A mark where a text of the season has it. */
export interface Said {
  readonly text: TextTarget;
  readonly mark: Mark;
  readonly scene: BareScene;
  readonly flashback: boolean;
  readonly moment?: Moment;
}

/** What a study's entry says of where it belongs. */
export interface Listed<E> {
  readonly entry: E;
  readonly event?: string;
  /** The index of its episode; undefined where the study does not tell. */
  readonly episode?: number;
  /** The index of the episode in which its annotation has to stand; where undefined, only its event can tell. */
  readonly within?: number;
}

/** One occurrence: what the text that counts says of it, what other texts of that episode say, what the study says. */
export interface Joined<E> {
  readonly said?: Said;
  readonly also: readonly TextTarget[];
  readonly listed?: Listed<E>;
}

const none: readonly TextTarget[] = [];

/**
 * "One occurrence, two places" (design, section 5). All that is given concerns one thread or fact in one role. What
 * belongs to the same episode is paired by event, else in order; an entry whose episode is not known, by event only.
 */
export function join<E>(
  said: readonly Said[],
  listed: readonly Listed<E>[],
  fits: (said: Said, entry: E) => boolean = () => true,
): Joined<E>[] {
  if (listed.length === 0 && said.every(({ moment }) => moment?.item !== undefined)) {
    return said.map((one) => ({ said: one, also: none }));
  }
  const counting = said.filter(({ moment }) => moment?.item !== undefined);
  const others = said.filter(({ moment }) => moment?.item === undefined);
  const sameEpisode = (a: Said, b: Said) => a.moment !== undefined && a.moment.episode === b.moment?.episode;
  const { pairs: doubles, left } = pair(counting, others, [
    (a, b) => sameEpisode(a, b) && sameEvent(eventOf(a.mark), eventOf(b.mark)),
    (a, b) => sameEpisode(a, b) && !otherEvent(eventOf(a.mark), eventOf(b.mark)),
  ]);
  const { pairs: placed, left: unplaced } = pair([...counting, ...left], listed, [
    (a, b) => inEpisode(a, b, true) && sameEvent(eventOf(a.mark), b.event) && fits(a, b.entry),
    (a, b) => inEpisode(a, b, false) && !otherEvent(eventOf(a.mark), b.event) && fits(a, b.entry),
  ]);
  return [
    ...[...counting, ...left].map((a) => ({
      said: a,
      also: doubles.has(a) ? [doubles.get(a)!.text] : [],
      listed: placed.get(a),
    })),
    ...unplaced.map((entry) => ({ also: [], listed: entry })),
  ];
}

function inEpisode(said: Said, listed: Listed<unknown>, orUnknown: boolean): boolean {
  if (listed.within === undefined) return orUnknown;
  return said.moment?.episode === listed.within;
}

function sameEvent(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function otherEvent(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** Pairs by the first rule as many as it allows, then by the next; within a rule in order. */
function pair<A, B>(as: readonly A[], bs: readonly B[], rules: readonly ((a: A, b: B) => boolean)[]) {
  const pairs = new Map<A, B>();
  const left = new Set(bs);
  if (left.size > 0) {
    for (const rule of rules) {
      for (const a of as) {
        if (pairs.has(a)) continue;
        const b = [...left].find((candidate) => rule(a, candidate));
        if (b === undefined) continue;
        pairs.set(a, b);
        left.delete(b);
      }
    }
  }
  return { pairs, left: [...left] };
}
