import { type SemanticTokens, type SemanticTokensParams, SemanticTokensRequest } from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { newTokens } from './token-store.ts';

export const semanticTokensFull: Feature<SemanticTokensParams, SemanticTokens> = {
  method: SemanticTokensRequest.method,
  empty: { data: [] },
  repeatable: true,
  async handle({ textDocument }, session) {
    const { now } = await newTokens(session, textDocument.uri);
    return now;
  },
};
