import {
  type CancellationToken,
  type DocumentOnTypeFormattingParams,
  DocumentOnTypeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver';
import { formatFinishedLine } from '../core/script-language/format.ts';
import { doubledCloser, doubledLyricMark } from '../core/writing/doubled-marks.ts';
import { offsetAt } from '../lsp/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature, Session } from './feature.ts';
import { formatted } from './format-edits.ts';

/** What is looked at as it is typed: the end of a line, the last sign of what ends an annotation, and the mark of a lyric. */
export const formattingTriggers = ['\n', ']', '>', '~'] as const;

/**
 * The line that Enter has finished: a heading, cue, transition, section or synopsis gets its usual form, prose stays. The end
 * of an annotation, or the mark of a lyric, that was there already goes when it is typed.
 */
export const onTypeFormatting: Feature<DocumentOnTypeFormattingParams, TextEdit[]> = {
  method: DocumentOnTypeFormattingRequest.method,
  empty: [],
  handle: (params, session, token) =>
    params.ch === '\n' ? finishedLine(params, session, token) : writtenOnce(params, session, token),
};

function finishedLine(
  { textDocument, position }: DocumentOnTypeFormattingParams,
  session: Session,
  token: CancellationToken,
): Promise<TextEdit[]> {
  return formatted(session, textDocument.uri, token, (script, options) =>
    formatFinishedLine(script, offsetAt(script.text, position), options),
  );
}

async function writtenOnce(
  { textDocument, position, ch }: DocumentOnTypeFormattingParams,
  session: Session,
  token: CancellationToken,
): Promise<TextEdit[]> {
  await session.ready(token);
  const manuscript = await session.workspace.manuscript(canonical(textDocument.uri));
  const find = ch === '~' ? doubledLyricMark : doubledCloser;
  const span = manuscript && find(manuscript, offsetAt(manuscript.text, position));
  return span ? [{ range: rangeOf(manuscript.text, span), newText: '' }] : [];
}
