import { insertAnnotations } from '../core/writing/insert-annotation.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type InsertAnnotationParams, insertAnnotationRequest } from '../protocol/annotating.ts';
import type { TextChange } from '../protocol/positions.ts';
import type { Feature } from './feature.ts';
import { changesOf, manuscriptFor } from './text-changes.ts';

/** What annotates some places of a text. */
export const insertAnnotation: Feature<InsertAnnotationParams, TextChange[] | null> = {
  method: insertAnnotationRequest,
  empty: null,
  async handle({ uri, positions, body }, session, token) {
    const manuscript = await manuscriptFor(session, uri, token);
    if (!manuscript) return null;
    const offsets = positions.map((position) => offsetAt(manuscript.text, position));
    const edits = insertAnnotations(manuscript, offsets, body);
    return edits ? changesOf(manuscript, edits) : null;
  },
};
