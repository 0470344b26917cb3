// What is written into annotations, or as annotations.
import type { TextRange } from './positions.ts';

/**
 * Requests, client to server: what would annotate the mention at a place, and all that a text lets be inferred. They change
 * nothing: the client applies an edit, in one step. `AnnotateMentionParams`, `AnnotateFileParams` → `AnnotateResult`
 */
export const annotateMentionRequest = 'chekhov/annotateMention';
export const annotateFileRequest = 'chekhov/annotateFile';

export interface AnnotateMentionParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

export interface AnnotateFileParams {
  readonly uri: string;
}

export interface AnnotateResult {
  /** To choose from: one for each thread that the mention may be of; for a file one. */
  readonly proposals: readonly AnnotateProposal[];
  /** Why there is none: the text has no study, nothing is mentioned (there), or all of it is annotated. */
  readonly none?: 'noStudy' | 'noMention' | 'annotated';
}

export interface AnnotateProposal {
  /** `payoff: soy-allergy`; for a file empty. */
  readonly label: string;
  /** The thread's title. */
  readonly description?: string;
  /** The study and the text tell the role; otherwise it is a guess that claims little. */
  readonly inferred: boolean;
  readonly count: number;
  /** LSP's `WorkspaceEdit`. */
  readonly edit: { readonly changes: Readonly<Record<string, readonly { range: TextRange; newText: string }[]>> };
}

/**
 * Request, client to server: what an annotation in a text can say: kinds; of a kind what it can name, the likeliest first.
 * `AnnotationChoicesParams` → `AnnotationChoicesResult | null`
 */
export const annotationChoicesRequest = 'chekhov/annotationChoices';

export interface AnnotationChoicesParams {
  readonly uri: string;
  readonly kind?: string;
  /** Words of the text, or of a writer, that may become the title of something new. */
  readonly title?: string;
}

export interface AnnotationChoicesResult {
  readonly choices: readonly { readonly word: string; readonly says?: string }[];
  /** What the kind names; `nothing` for kinds that only have words, as a turn, `prose` where any text follows. */
  readonly names: 'threads' | 'facts' | 'rules' | 'nothing' | 'prose';
  /** The title as it can be written, where it names nothing that is there. */
  readonly fresh?: string;
}

/**
 * Requests, client to server: what annotates some places of a text, and what writes a time of playback into the annotation at
 * a place. They change nothing: the client applies the edits, in one step. `InsertAnnotationParams` → `TextChange[] | null`
 * (null where there is no place for it), `PlaybackTimeParams` → `TextChange[] | null` (null outside of annotations)
 */
export const insertAnnotationRequest = 'chekhov/insertAnnotation';
export const playbackTimeRequest = 'chekhov/playbackTime';

export interface InsertAnnotationParams {
  readonly uri: string;
  readonly positions: readonly TextRange['start'][];
  /** What stands between the brackets. */
  readonly body: string;
}

export interface PlaybackTimeParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  /** `41:30` */
  readonly time: string;
}
