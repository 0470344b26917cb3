import type { TextTarget } from '../../season/season.ts';
import type { TextEdit } from '../../text/span.ts';

/** A way to mend what a diagnostic has found. Edits are in the coordinates of the texts as they were given. */
export interface Fix {
  readonly title: string;
  /** Of the file that the diagnostic is about. */
  readonly here: readonly TextEdit[];
  /** Of the study of that file, where it is another. */
  readonly inStudy: readonly TextEdit[];
  /** Instead of edits: a note to be put beneath the heading of another scene, whose text may have to be read for that. */
  readonly inScene?: NoteInScene;
  /** There is nothing else that it is likely to be. */
  readonly preferred?: boolean;
  /** It changes nothing that anybody may have meant: all such may be made at once, and when a file is saved. */
  readonly safe?: boolean;
}

/** A note, and the item of a text that is the heading it goes beneath. */
export interface NoteInScene extends TextTarget {
  readonly note: string;
}

/** What a diagnostic says, as it comes back from the editor. */
export interface Found {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly data: Readonly<Record<string, string>>;
}

export function fix(title: string, edits: readonly (TextEdit | undefined)[], preferred = false): Fix[] {
  const here = edits.filter((edit) => edit !== undefined);
  return here.length === 0 ? [] : [{ title, here, inStudy: [], ...(preferred && { preferred }) }];
}
