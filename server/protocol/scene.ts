// The scene at the cursor, and how long texts are.
import type { OutlineRow } from './outline.ts';
import type { TextRange } from './positions.ts';

/** Request, client to server: the scene at a place. `SceneParams` → `SceneResult | null`, null for what is no text */
export const sceneRequest = 'chekhov/scene';

export interface SceneParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

/** The scene, who is in it and what they know, which threads are open; or why nothing is said. */
export type SceneResult = { readonly rows: readonly OutlineRow[] } | { readonly none: 'noScene' | 'ahead' };

/** Request, client to server: how long a text is. `LengthsParams` → `LengthsResult | null` */
export const lengthsRequest = 'chekhov/lengths';

export interface LengthsParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  readonly selections: readonly TextRange[];
}

export interface LengthsResult {
  /** With how many pages it has: one that is begun counts. */
  readonly whole: PartLength & { readonly pageCount: number };
  /** Where something is selected. */
  readonly selected?: PartLength;
  /** Of the position. */
  readonly scene?: PartLength & { readonly title: string };
}

export interface PartLength {
  readonly words: number;
  /** Of a page. */
  readonly eighths: number;
  /** The same in words of the trade: `2 3/8`. */
  readonly pages: string;
  /** Scripts have them, treatments do not. */
  readonly minutes?: number;
}
