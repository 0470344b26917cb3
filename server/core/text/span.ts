/** A stretch of text, in UTF-16 units from its beginning; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One change: what stood from `start` to `end` (in the text before the change) becomes `insert`. */
export interface TextEdit extends Span {
  readonly insert: string;
}
