// Files that are begun.

/** A file to be written: what it is to be called, and its text. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** Request, client to server: the text of a new script. `NewScriptParams` → `NewFile` */
export const newScriptRequest = 'chekhov/newScript';

export interface NewScriptParams {
  readonly title: string;
  /** Left out for a film. */
  readonly episode?: number;
}
