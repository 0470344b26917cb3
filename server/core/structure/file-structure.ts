import type { Mark } from '../annotations/annotation.ts';

/**
 * Episodes, acts and scenes of one file (design, section 2), derived from its facts alone: no positions. Every item of the
 * file belongs to exactly one scene, act and episode; where the text names none, one without a heading holds them.
 * Ranges of items are half open: `first` up to, but not with, `end`. A part begins at its heading, or before it, where another
 * heading stands over it (`Part Two` over `Act Three`). An episode without acts has one act, an act without scenes one scene.
 */
export interface FileStructure {
  readonly episodes: readonly EpisodePart[];
}

export interface ItemRange {
  readonly first: number;
  readonly end: number;
}

export interface EpisodePart extends ItemRange {
  /** The item that is its heading; undefined where the episode comes from the title page or file name. */
  readonly heading?: number;
  readonly number?: number;
  readonly season?: number;
  readonly title?: string;
  /** As `[[form: …]]` declares it in the text. */
  readonly form?: string;
  readonly acts: readonly ActPart[];
  /** Whether it ends in THE END or FADE OUT. */
  readonly ends: boolean;
}

export type ActKind = 'act' | 'teaser' | 'prologue' | 'tag' | 'epilogue' | 'coda';

export interface ActPart extends ItemRange {
  /**
   * Undefined for what stands before the first act, be it the episode's heading alone; for what follows the end of an act
   * up to the next; and in an episode without acts.
   */
  readonly heading?: number;
  readonly kind: ActKind;
  /** 1 for Act One. */
  readonly number?: number;
  /** As written: `Act One: The Playdate`. Empty where there is no heading. */
  readonly title: string;
  readonly scenes: readonly ScenePart[];
}

/** A scene, but for its marks. Whether two are one scene of a file is told by where they begin. */
export interface BareScene extends ItemRange {
  /** Undefined for what stands before the first scene, be it the act's heading alone, and in an act without scenes. */
  readonly heading?: number;
  /** The heading as written, without its number. Empty where there is none. */
  readonly title: string;
  readonly number?: string;
  /** The parts of a script's heading. */
  readonly setting?: SceneSetting;
  /** The names in cues, without V.O., each once, in order of appearance. Empty in treatments. */
  readonly speakers: readonly string[];
  /** Lines that say where a flashback begins or ends, if there are any. */
  readonly flashbacks?: readonly FlashbackBound[];
}

export interface ScenePart extends BareScene {
  readonly marks: readonly MarkInScene[];
}

export interface FlashbackBound {
  readonly item: number;
  readonly begins: boolean;
}

/** In upper case: `INT. HOUSE - KITCHEN - NIGHT` is `INT`, `HOUSE - KITCHEN`, [`HOUSE`, `KITCHEN`], `NIGHT`. */
export interface SceneSetting {
  readonly prefix: string;
  readonly place: string;
  readonly rooms: readonly string[];
  readonly time?: string;
}

export interface MarkInScene {
  readonly item: number;
  readonly mark: Mark;
}
