// New studies, and what a study lacks.
import type { NewFile } from './new-files.ts';
import type { TextChange, TextRange } from './positions.ts';

/**
 * Where a new study is to lie: in a folder; or nowhere yet, beside a text that is open. With neither, nothing is known of what
 * it is about.
 */
export interface StudyPlace {
  readonly folder?: string;
  readonly uri?: string;
}

/** Request, client to server: what the texts in a place say already of a study that is to be begun there. `StudyPlace` → `StudyOfferResult` */
export const studyOfferRequest = 'chekhov/studyOffer';

export interface StudyOfferResult {
  /** Left out where they do not agree. */
  readonly title?: string;
  /** How many episodes they speak of, those that are not there yet among them; of a film one. */
  readonly episodes?: number;
  /** How many of these are there. None of a film. */
  readonly told: number;
  /** The study that lies in the folder already, the first by name. */
  readonly study?: StudyThere;
}

/** Request, client to server: the text of a new study file, as what lies in its place has it. `NewStudyParams` → `NewStudyResult` */
export const newStudyRequest = 'chekhov/newStudy';

export interface NewStudyParams extends StudyPlace {
  readonly title: string;
  readonly episodes: number;
  /** It may be a second study in its folder, and is then to have a name of its own. */
  readonly another?: boolean;
}

export interface NewStudyResult extends NewFile {
  /** Where another study lies there. */
  readonly applies?: Applies;
}

/** Request, client to server: a study of what is annotated in the season of a text. `CreateStudyParams` → `CreateStudyResult` */
export const createStudyRequest = 'chekhov/createStudy';

export interface CreateStudyParams {
  readonly uri: string;
}

export interface CreateStudyResult {
  /** Left out where nothing is annotated. */
  readonly file?: NewFile;
  /** The folder that it belongs in; left out where the season lies in none. */
  readonly folder?: string;
  /** The study that applies to the text already, and what it lacks. */
  readonly study?: StudyThere;
  readonly missing?: readonly Missing[];
  /** Which of the two would apply to the text. */
  readonly applies?: Applies;
}

export interface StudyThere {
  readonly uri: string;
  /** Of its file; of one that is built in, its title. */
  readonly name: string;
  /** Why nothing can be added to it: it is built in, or cannot be read as it stands. */
  readonly closed?: 'builtIn' | 'broken';
}

/** Which study applies to a text where there are two, and why: the text names it, only its `files` fit, or its name comes first. */
export interface Applies {
  readonly name: string;
  readonly isNew: boolean;
  readonly because: 'named' | 'files' | 'first';
}

/** An entry that annotations use, and the study lacks. */
export interface MissingRef {
  readonly list: 'characters' | 'events' | 'facts' | 'threads';
  readonly id: string;
}

export interface Missing extends MissingRef {
  readonly title: string;
  /** An entry that is one slip away. */
  readonly near?: string;
}

/**
 * Request, client to server: what adds entries to the study of a text. It changes nothing: the client makes the changes, in one
 * step. `AddToStudyParams` → `AddToStudyResult`
 */
export const addToStudyRequest = 'chekhov/addToStudy';

export interface AddToStudyParams {
  readonly uri: string;
  readonly entries: readonly MissingRef[];
}

export interface AddToStudyResult {
  readonly changes?: readonly TextChange[];
  /** Where the first of them stands afterwards. */
  readonly shown?: TextRange;
  /** Why it cannot be done. */
  readonly refused?: string;
}
