import type { Span } from '../text/span.ts';
import type { Flawed } from './flawed.ts';

/**
 * A study file (design, section 5) as values. Lists that the file leaves out are empty; an entry that is invalid is not
 * here, and everything else holds. Ids are in lower case. `span` is where the entry stands in the study file (its id where
 * it has one, else the whole of it), in UTF-16 units.
 */
export interface Study {
  readonly uri: string;
  readonly title: string;
  readonly season?: number;
  readonly files: readonly string[];
  readonly sources: readonly StudySource[];
  readonly episodes: readonly StudyEpisode[];
  readonly characters: readonly StudyCharacter[];
  /** Of a study within a horizon: whom the aliases are whose secrets lie ahead. */
  readonly masks?: readonly Mask[];
  readonly places: readonly StudyPlace[];
  readonly events: readonly StudyEvent[];
  readonly facts: readonly StudyFact[];
  readonly threads: readonly StudyThread[];
  readonly reveals: readonly StudyReveal[];
  readonly turns: readonly StudyTurn[];
  readonly craftNotes: readonly CraftNote[];
  readonly themes: readonly StudyTheme[];
  readonly disputes: readonly Dispute[];
  readonly flawed: Flawed;
}

export interface Entry {
  readonly span: Span;
  readonly sources: readonly string[];
  /** The study's own interpretation, as against what a source says. */
  readonly reading: boolean;
}

export interface StudySource extends Omit<Entry, 'sources'> {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
}

export type EpisodeForm = 'standard' | 'chamber-play' | 'backstory' | 'finale';

export interface StudyEpisode extends Entry {
  readonly number: number;
  readonly title?: string;
  readonly form?: EpisodeForm;
  readonly acts: readonly {
    readonly id: string;
    readonly title: string;
    readonly reading: boolean;
    readonly span: Span;
  }[];
  readonly note?: string;
}

export interface Alias {
  readonly name: string;
  /** A reveal's id: before it, nothing may show that the two are one. */
  readonly until?: string;
}

export interface StudyCharacter extends Entry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly actor?: string;
  readonly note?: string;
}

/** Somebody under an alias of which nothing may tell yet whose it is. No entry of the file: it has no place in it. */
export interface Mask {
  readonly id: string;
  readonly name: string;
}

export interface StudyPlace extends Entry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface StudyEvent extends Entry {
  readonly id: string;
  readonly text: string;
  /** Story time, as written: `-6y`, `day 3`. */
  readonly story?: string;
  readonly told?: {
    readonly episode?: number;
    readonly act?: string;
    readonly at?: string;
    readonly flashback: boolean;
  };
  readonly who: readonly string[];
  readonly where?: string;
  readonly cues: readonly string[];
}

export interface Claim {
  readonly text: string;
  readonly sources: readonly string[];
}

export interface StudyFact extends Entry {
  readonly id: string;
  readonly text: string;
  readonly status: 'holds' | 'believed' | 'disputed' | 'inferred';
  readonly believedBefore?: string;
  readonly knownBy: readonly string[];
  readonly claims: readonly Claim[];
}

export type ThreadKind = 'object' | 'trait' | 'promise' | 'secret' | 'line' | 'motif' | 'clue';
/** Why no payoff is owed. */
export type Intent = 'open' | 'motif' | 'herring';
export type Role = 'setup' | 'reminder' | 'payoff' | 'cleared';

export interface StudyThread extends Entry {
  readonly id: string;
  readonly title: string;
  readonly kind: ThreadKind;
  readonly intent?: Intent;
  readonly cues: readonly string[];
  readonly setups: readonly ThreadPoint[];
  readonly reminders: readonly ThreadPoint[];
  readonly payoffs: readonly ThreadPoint[];
  readonly cleared: readonly ThreadPoint[];
  readonly evidenceFor: readonly string[];
}

/** A setup, reminder, payoff or clearing as the study lists it. */
export interface ThreadPoint extends Entry {
  readonly text: string;
  readonly event?: string;
  readonly episode?: number;
  readonly at?: string;
}

export type Effect = 'surprise' | 'suspense' | 'irony' | 'recognition' | 'reversal';

export interface StudyReveal extends Entry {
  readonly id: string;
  readonly fact: string;
  /** `audience` or character ids. */
  readonly to: readonly string[];
  readonly via?: string;
  /** Thread ids. */
  readonly evidence: readonly string[];
  readonly effect?: Effect;
  readonly event?: string;
  readonly episode?: number;
  readonly at?: string;
}

export interface StudyTurn extends Entry {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly event?: string;
  readonly episode?: number;
  readonly at?: string;
}

export interface CraftNote extends Entry {
  /** What it is about: an id, bare or as `thread:crash`; `season` for the whole. */
  readonly on: string;
  readonly by?: string;
  readonly text: string;
  /** An episode: before it the note gives something away. */
  readonly from?: number;
}

export interface StudyTheme extends Entry {
  readonly id: string;
  readonly text: string;
}

export interface Dispute extends Omit<Entry, 'sources'> {
  readonly id: string;
  readonly on: readonly string[];
  readonly claims: readonly Claim[];
  readonly from?: number;
}

/** Something wrong in a study file. */
export interface StudyProblem {
  readonly code: 'study.invalid' | 'study.duplicate' | 'study.unresolved' | 'study.uncited';
  readonly span: Span;
  readonly message: string;
  /** For quick fixes: the list and id concerned. */
  readonly list?: string;
  readonly id?: string;
}
