import {
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  SemanticTokensDeltaRequest,
} from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { dataEdits } from './token-data.ts';
import { newTokens } from './token-store.ts';

/** What is different from the tokens that the client has; all of them, where it has others than those sent last. */
export const semanticTokensDelta: Feature<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta> = {
  method: SemanticTokensDeltaRequest.method,
  empty: { data: [] },
  repeatable: true,
  async handle({ textDocument, previousResultId }, session) {
    const { now, before } = await newTokens(session, textDocument.uri);
    if (before?.resultId !== previousResultId) return now;
    return { resultId: now.resultId, edits: dataEdits(before.data, now.data) };
  },
};
