import { type SemanticTokens, type SemanticTokensRangeParams, SemanticTokensRangeRequest } from 'vscode-languageserver';
import type { Feature } from './feature.ts';
import { tokensOf } from './token-store.ts';

export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens> = {
  method: SemanticTokensRangeRequest.method,
  empty: { data: [] },
  async handle({ textDocument, range }, session) {
    return { data: await tokensOf(session, textDocument.uri, range) };
  },
};
