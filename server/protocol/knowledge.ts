// Who knows what.
import type { OutlineLocation } from './positions.ts';

/** Request, client to server: who knows what by when, in the season of `uri` or in all. `KnowledgeParams` → `KnowledgeTable[]` */
export const knowledgeRequest = 'chekhov/knowledge';

export interface KnowledgeParams {
  readonly uri?: string;
}

/** Facts × people, of one season. Only what is certain is in it. */
export interface KnowledgeTable {
  readonly title: string;
  /** The columns: the audience (`audience`) first; nobody who has no part in any fact. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** In the order in which they are first told. */
  readonly facts: readonly KnowledgeRow[];
}

export interface KnowledgeRow {
  readonly id: string;
  readonly title: string;
  /** Where the study declares it, else where it first comes up. */
  readonly location?: OutlineLocation;
  /** One for each of the people who learn, know or use it. */
  readonly cells: readonly KnowledgeCell[];
  /** From where to where the audience knows it and somebody whom it concerns does not. */
  readonly ironies: readonly { readonly who: string; readonly from: KnowledgeMoment; readonly to: KnowledgeMoment }[];
}

export interface KnowledgeCell {
  readonly who: string;
  /** They have known it for as long as it has been so. */
  readonly always?: true;
  /** Where they learn it, in narrative order. */
  readonly learns: readonly KnowledgeMoment[];
  /** Where they act on it. */
  readonly uses: readonly KnowledgeMoment[];
}

export interface KnowledgeMoment {
  /** `E8 p. 41`, with as much of it as is known. */
  readonly where: string;
  readonly via?: string;
  readonly flashback?: true;
  readonly location?: OutlineLocation;
}
