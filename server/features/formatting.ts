import { type DocumentFormattingParams, DocumentFormattingRequest, type TextEdit } from 'vscode-languageserver';
import { formatScript } from '../core/script-language/format.ts';
import type { Feature } from './feature.ts';
import { formatted } from './format-edits.ts';

/** Brings a script into its usual form. What is told later than the horizon is formatted like the rest. */
export const formatting: Feature<DocumentFormattingParams, TextEdit[]> = {
  method: DocumentFormattingRequest.method,
  empty: [],
  handle: ({ textDocument }, session, token) =>
    formatted(session, textDocument.uri, token, (script, options) => formatScript(script, options)),
};
