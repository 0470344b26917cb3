import {
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formatScript } from '../core/script-language/format.ts';
import { offsetAt } from '../lsp/positions.ts';
import type { Feature } from './feature.ts';
import { formatted } from './format-edits.ts';

/** The same for the lines of a range. */
export const rangeFormatting: Feature<DocumentRangeFormattingParams, TextEdit[]> = {
  method: DocumentRangeFormattingRequest.method,
  empty: [],
  handle: ({ textDocument, range }, session, token) =>
    formatted(session, textDocument.uri, token, (script, options) => {
      const span = { start: offsetAt(script.text, range.start), end: offsetAt(script.text, range.end) };
      return formatScript(script, options, span);
    }),
};
