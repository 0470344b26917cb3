// New studies and scripts.

/** Request, client to server: the text of a new study file. `NewStudyParams` → `NewFile` */
export const newStudyRequest = 'chekhov/newStudy';

export interface NewStudyParams {
  readonly title: string;
  readonly episodes: number;
}

/** Request, client to server: the text of a new script. `NewScriptParams` → `NewFile` */
export const newScriptRequest = 'chekhov/newScript';

export interface NewScriptParams {
  readonly title: string;
  /** Left out for a film. */
  readonly episode?: number;
}

/** Request, client to server: a study of what is annotated in the season of a text. `CreateStudyParams` → `CreateStudyResult` */
export const createStudyRequest = 'chekhov/createStudy';

export interface CreateStudyParams {
  readonly uri: string;
}

/** A file to be written: what it is to be called, and its text. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

export interface CreateStudyResult {
  /** Left out where nothing is annotated. */
  readonly file?: NewFile;
  /** The folder that it belongs in; left out where the season lies in none. */
  readonly folder?: string;
}
