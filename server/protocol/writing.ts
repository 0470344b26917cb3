// What a writer does to a script.
import type { TextChange, TextRange } from './positions.ts';

/**
 * Request, client to server: what Enter and Tab do at a place of a script (`core/writing/keys.ts`); null in all other files.
 * `WritingKeysParams` → `WritingKeysResult | null`
 */
export const writingKeysRequest = 'chekhov/writingKeys';

export interface WritingKeysParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  /**
   * What stands on the line. What is below it has come since, and does not count. Where another line stands there, the texts
   * of client and server differ, and the answer is null.
   */
  readonly lastLine?: string;
}

/** What is left out is what the keys do anywhere. */
export interface WritingKeysResult {
  readonly enter?: 'newElement' | 'leave' | 'goDown' | 'clear' | 'removeLine' | 'breakOff' | 'lineEnd';
  /** An editor that follows the `onEnterRules` of the language does this by itself, and at once. */
  readonly byRule?: true;
  readonly tab?: 'suggest' | 'parenthetical' | 'parentheticalBelow' | 'leave' | 'goDown';
  readonly shiftTab?: 'clear' | 'removeLine';
}

/**
 * Requests, client to server: what makes lines of a script another element, and what numbers its scenes. They change nothing:
 * the client applies the edits, in one step. `ChangeElementParams` → `ChangeElementResult | null`, `NumberScenesParams` →
 * `NumberScenesResult | null`, null for what is no script
 */
export const changeElementRequest = 'chekhov/changeElement';
export const numberScenesRequest = 'chekhov/numberScenes';

export interface ChangeElementParams {
  readonly uri: string;
  /** Each line that one of them touches. */
  readonly ranges: readonly TextRange[];
  readonly kind:
    | 'scene_heading'
    | 'action'
    | 'character'
    | 'parenthetical'
    | 'dialogue'
    | 'transition'
    | 'centered'
    | 'lyric'
    | 'section'
    | 'synopsis';
}

export interface ChangeElementResult {
  readonly edits: readonly TextChange[];
  /** Why there are none: see `NoChange` in `core/writing/change-element.ts`. */
  readonly refused?: 'nothingThere' | 'titlePage' | 'noSpeech' | 'cannot';
}

export interface NumberScenesParams {
  readonly uri: string;
  /** Scenes that have no number get one; all get a new one; all lose theirs. */
  readonly step: 'number' | 'renumber' | 'remove';
}

export interface NumberScenesResult {
  readonly edits: readonly TextChange[];
  /** The headings that cannot have what they should, as the text would be read otherwise. */
  readonly left: readonly TextRange[];
}
