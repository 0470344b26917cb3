// Scenes, acts and marks that move in their texts.
import type { OutlineLocation, TextRange } from './positions.ts';

/**
 * Requests, client to server: what would move scenes, acts or marks in their texts. They change nothing: the client applies
 * the edits, in one step, to the very versions that they name. `MovePartsParams`, `ShiftPartParams` → `MovePartsResult`
 */
export const movePartsRequest = 'chekhov/moveParts';
export const shiftPartRequest = 'chekhov/shiftPart';

/** Rows of the outline by structure, as it gave them, dropped on another. */
export interface MovePartsParams {
  readonly rows: readonly MovingRow[];
  readonly target: MovingRow;
}

/** A row of the outline by structure. */
export interface MovingRow {
  /** `episode`, `act`, `scene`, or a mark's kind. */
  readonly kind: string;
  readonly location: OutlineLocation;
}

/** A scene or act, one place up or down. */
export interface ShiftPartParams {
  readonly kind: 'scene' | 'act';
  readonly uri: string;
  /** Anywhere in it. */
  readonly position: TextRange['start'];
  readonly by: 'up' | 'down';
}

export interface MovePartsResult {
  /** Why nothing is to be moved; then there are no edits. */
  readonly refused?: MoveRefusal;
  readonly edits: readonly MoveEdits[];
  /** Where the first heading or mark that moves stands, before and after. Left out where nothing is moved. */
  readonly from?: MovePlace;
  readonly to?: MovePlace;
}

export interface MoveRefusal {
  readonly why:
    | 'stale'
    | 'already'
    | 'cannotMove'
    | 'noPlace'
    | 'mixed'
    | 'intoItself'
    | 'otherMedium'
    | 'markNeedsScene'
    | 'cutAcross'
    | 'readDifferently'
    | 'flashback'
    | 'form'
    | 'ignore'
    | 'sameAct'
    | 'first'
    | 'last';
  /** The scene or act that it is about. */
  readonly title?: string;
}

/** The edits of one file. */
export interface MoveEdits {
  readonly uri: string;
  /** Null where the file is not open. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
}

export interface MovePlace {
  readonly uri: string;
  readonly position: TextRange['start'];
}
