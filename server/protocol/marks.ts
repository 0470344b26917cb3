// What is marked and mentioned in a text.
import type { TextRange } from './positions.ts';

/** Request, client to server: where the prose of a text mentions threads. `MentionsParams` → `MentionRange[]` */
export const mentionsRequest = 'chekhov/mentions';

export interface MentionsParams {
  readonly uri: string;
}

export interface MentionRange {
  readonly range: TextRange;
  /** `mention`, or the role that study and text together tell. */
  readonly kind: 'mention' | 'setup' | 'reminder' | 'payoff';
  readonly threads: readonly string[];
}

/** Request, client to server: what is marked in a text, in its order. `MarksParams` → `MarkRange[]` */
export const marksRequest = 'chekhov/marks';

export interface MarksParams {
  readonly uri: string;
}

export interface MarkRange {
  /** Of the annotation with its brackets; of a mention its words. */
  readonly range: TextRange;
  /** `note` for those that have no sign of their own: craft notes, story time, … */
  readonly kind: 'setup' | 'reminder' | 'payoff' | 'herring' | 'reveal' | 'turn' | 'note';
  /** A mention whose role study and text together tell: nobody has annotated it. */
  readonly inferred?: true;
}
