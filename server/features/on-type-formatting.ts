import {
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formatFinishedLine } from '../core/script-language/format.ts';
import { offsetAt } from '../lsp/positions.ts';
import type { Feature } from './feature.ts';
import { formatted } from './format-edits.ts';

/** The line that Enter has finished: a heading, cue, transition, section or synopsis gets its usual form, prose stays. */
export const onTypeFormatting: Feature<DocumentOnTypeFormattingParams, TextEdit[]> = {
  method: DocumentOnTypeFormattingRequest.method,
  empty: [],
  handle: ({ textDocument, position }, session, token) =>
    formatted(session, textDocument.uri, token, (script, options) =>
      formatFinishedLine(script, offsetAt(script.text, position), options),
    ),
};
