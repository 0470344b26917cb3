import type { AnnotationProblem, Mark } from '../annotations/annotation.ts';

/**
 * What is known of one file from that file alone. It holds no positions, so typing in prose leaves it the same object, and
 * whoever holds it need do nothing. (Invariants 2 and 4 of docs/architecture.md.) Its strings may be parts of the text of the
 * file: who keeps them when the text is to be dropped copies them (`workspace/detach.ts`).
 */
export interface FileFacts {
  readonly kind: 'script' | 'treatment';
  /** Title page or front matter: keys in lower case, values trimmed. */
  readonly head: Readonly<Record<string, string>>;
  /** The items in the order of the text, in runs. A run that an edit left alone stays the same object. */
  readonly runs: readonly FactRun[];
}

/** The facts of a stretch of text. */
export interface FactRun {
  readonly items: readonly FactItem[];
}

export type FactItem =
  | SectionItem
  | ActLineItem
  | SceneItem
  | CueItem
  | TransitionItem
  | MarkItem
  | SlipItem
  | FlashbackItem
  | EndItem;

/** A section of a script (`## Act One`) or a heading of a treatment. */
export interface SectionItem {
  readonly type: 'section';
  /** 1 for `#`, 2 for `##`, … */
  readonly level: number;
  readonly title: string;
}

/** In a script, a centred or lone upper-case `ACT ONE`, `TEASER`, `END OF ACT ONE`. */
export interface ActLineItem {
  readonly type: 'act';
  readonly title: string;
  readonly ends: boolean;
}

/** A scene heading of a script, without its number. */
export interface SceneItem {
  readonly type: 'scene';
  readonly heading: string;
  readonly number?: string;
}

/** A speech of a script begins. Equal cues of a file are one object. */
export interface CueItem {
  readonly type: 'cue';
  readonly name: string;
  /** As written, without brackets: `V.O.`, `on the radio`. */
  readonly extension?: string;
}

/** A transition of a script, without its forcing mark; one that ends the story is an `EndItem`. */
export interface TransitionItem {
  readonly type: 'transition';
  readonly text: string;
}

/** An annotation. Its mark is equal to, though not always the same object as, that of an equal annotation. */
export interface MarkItem {
  readonly type: 'mark';
  readonly mark: Mark;
  /** Whether something in it is malformed all the same: there is a diagnostic to be looked up in the text. */
  readonly flawed: boolean;
}

/** An annotation that says nothing: malformed, or a slip away from one. */
export interface SlipItem {
  readonly type: 'slip';
  readonly code: AnnotationProblem['code'];
  /** What stands where the kind should. */
  readonly word: string;
}

/**
 * In a script, a line that says where a flashback begins or ends: `BEGIN FLASHBACK:`, `BACK TO PRESENT`. A transition that does,
 * `FLASHBACK TO:`, is a `TransitionItem`.
 */
export interface FlashbackItem {
  readonly type: 'flashback';
  readonly begins: boolean;
}

/**
 * In a script, `THE END` or `FADE OUT`, in any of the languages that Chekhov reads. The story ends there if nothing but
 * annotations follows.
 */
export interface EndItem {
  readonly type: 'end';
  readonly text: string;
}

/** All items of a file in order; the index of an item here is the number by which a manuscript finds its place. */
export function factItems(facts: FileFacts): FactItem[] {
  // Not flatMap, which takes ten times as long where runs are many and short.
  const all: FactItem[] = [];
  for (const { items } of facts.runs) for (const item of items) all.push(item);
  return all;
}
