// What is asked of all seasons, and what is told of them.

/** Request, client to server: how many warnings and errors there are in all seasons. No parameters → `number` */
export const warningsRequest = 'chekhov/warnings';

/** Request, client to server: the episodes that a horizon can be set to. `EpisodesParams` → `EpisodesResult` */
export const episodesRequest = 'chekhov/episodes';

export interface EpisodesParams {
  /** A text or study; without it, the episodes of all seasons. */
  readonly uri?: string;
}

export interface EpisodesResult {
  /** By number, each once. The title of one that lies ahead of the horizon is left out. */
  readonly episodes: readonly { readonly number: number; readonly title?: string }[];
  /** The horizon as it is for the file; left out for everything. */
  readonly horizon?: number;
}

/** Notification, server to client: what views show may be out of date. It comes once for many changes. No parameters. */
export const changedNotification = 'chekhov/changed';
