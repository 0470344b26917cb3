import type { Annotation } from './annotations/annotation.ts';
import type { FileFacts } from './facts/file-facts.ts';
import type { SourceText } from './text/source-text.ts';
import type { Span, TextEdit } from './text/span.ts';

/**
 * One parsed script or treatment: a text, its tree and what is known of it. It never changes; an edit gives a new one
 * that shares with the old whatever the edit left alone. Every text makes a manuscript: parsing never throws.
 *
 * `facts` holds no positions. The i-th item of the facts (counted over all runs, see `factItems`) stands at `place(i)`.
 */
export interface Manuscript {
  readonly kind: 'script' | 'treatment';
  readonly text: SourceText;
  /** The same object as before an edit, where the edit left what is known unchanged. */
  readonly facts: FileFacts;

  /**
   * Where the i-th item of `facts` stands: for a heading or scene heading its line, for a cue the line of the cue, for an
   * annotation the whole of it with its brackets. Throws RangeError for an item that does not exist.
   */
  place(item: number): Span;

  /** The parts of the annotation that the i-th item of `facts` is, with absolute spans; undefined for other items. */
  annotation(item: number): Annotation | undefined;

  /** The last item that starts at or before the offset; -1 where there is none. */
  itemAt(offset: number): number;

  /** This manuscript after the edits, applied one after the other, each in the coordinates left by the one before. */
  edit(edits: readonly TextEdit[]): Manuscript;
}
