import type { Span } from '../text/span.ts';

/**
 * What of a script is printed, in the order of the text: all elements but the title page, which has a page of its own that
 * is not counted, and sections, synopses, notes and boneyards, which are not printed.
 */
export type PrintedType =
  | 'scene_heading'
  | 'action'
  | 'character'
  | 'dialogue'
  | 'parenthetical'
  | 'lyric'
  | 'transition'
  | 'centered'
  | 'page_break';

export interface PrintedElement {
  readonly type: PrintedType;
  /** Without forcing marks, notes and boneyards; marks of emphasis may be in it. A scene heading is in capitals. */
  readonly text: string;
  /** In the source, relative to its block. */
  readonly start: number;
  readonly end: number;
  /** Notes and boneyards that touch it, by start, relative to its block. */
  readonly cuts: readonly Span[];
  /** Of a cue: this speech stands beside the one before. */
  readonly dual: boolean;
  /** Whether a blank line (or the start of its block) is before it. */
  readonly blankBefore: boolean;
  /** Says that an act begins, and so is a heading; or that one ends, and so belongs to what comes before. */
  readonly act?: 'begins' | 'ends' | undefined;
}
