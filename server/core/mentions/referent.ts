import type { Span } from '../text/span.ts';

/** Whom or what a cue means. */
export interface Referent {
  readonly kind: 'thread' | 'character' | 'event';
  readonly id: string;
  /** A reveal's id: before it, nothing may show that this cue means this character. */
  readonly until?: string;
}

/** A word or phrase, and what it means. */
export interface Cue {
  readonly text: string;
  readonly referent: Referent;
}

/** Where a cue stands. One cue may mean several things: threads first, then characters, then events. */
export interface Mention extends Span {
  readonly referents: readonly Referent[];
}

/** What the mention means to somebody who knows of these reveals: without the aliases that would give one away. */
export function referentsWithin(mention: Mention, isRevealed: (reveal: string) => boolean): readonly Referent[] {
  return mention.referents.every(({ until }) => until === undefined)
    ? mention.referents
    : mention.referents.filter(({ until }) => until === undefined || isRevealed(until));
}
