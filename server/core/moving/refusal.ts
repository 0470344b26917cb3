/** Why something is not moved. */
export type RefusalReason =
  /** The text is no longer what the outline shows. */
  | 'stale'
  /** It stands there already. */
  | 'already'
  /** Episodes, and rows that are no part of a text, stay where they are. */
  | 'cannotMove'
  /** Nothing can be put there: a row without a text, or outside of the structure. */
  | 'noPlace'
  /** Scenes, acts and marks are moved by themselves. */
  | 'mixed'
  | 'intoItself'
  /** From a script into a treatment, or the other way round. */
  | 'otherMedium'
  /** A mark belongs to a scene or act. */
  | 'markNeedsScene'
  /** A note or boneyard begins within what is moved and ends outside, or lies across the place where it would go. */
  | 'cutAcross'
  /** What stands around would be read as something else. */
  | 'readDifferently'
  /** Another scene would come to stand in a flashback, or out of one. */
  | 'flashback'
  /** It holds `[[form: …]]`, which is said of the episode that it would leave. */
  | 'form'
  /** An `[[ignore: …]]` would come to hold for the whole file. */
  | 'ignore'
  /** It would be one act with the act of the same name beside it. */
  | 'sameAct'
  | 'first'
  | 'last';

export interface Refusal {
  readonly refused: RefusalReason;
  /** The title of the scene or act that it is about. */
  readonly title?: string;
}

export function refusal(refused: RefusalReason, title?: string): Refusal {
  return { refused, ...(title && { title }) };
}
