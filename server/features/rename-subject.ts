import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Season } from '../core/season/season.ts';
import { type Refusal, type RenameSubject, subjectInStudy, subjectInText } from '../core/study-language/rename.ts';
import { type NameSubject, nameAt } from '../core/study-language/rename-name.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { offsetAt } from '../lsp/positions.ts';
import { contextOf } from './ask.ts';
import { studyQueryOf } from './ask-study.ts';
import type { Session } from './feature.ts';

/** What is to be renamed, in the text in which it was asked for. Renaming knows no horizon. */
export interface Renaming {
  readonly subject: RenameSubject | NameSubject;
  readonly season: Season;
  readonly text: SourceText;
}

/** Undefined where the cursor is on nothing that has an id or is a name in a cue. Throws what the client is to show where it cannot be renamed. */
export async function renamingAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Renaming | undefined> {
  const { workspace } = session;
  // The study counts as it stands, not as it was before the last words were typed.
  const own = workspace.season(textDocument.uri)?.study?.uri;
  await workspace.studyRead(own ?? textDocument.uri);
  const study = await studyQueryOf(session, textDocument.uri, token);
  const context = study ? undefined : await contextOf(session, textDocument.uri, token);
  const text = study?.text ?? context?.manuscript.text;
  const season = study ? study.season : context?.season;
  if (text === undefined) return undefined;
  const offset = offsetAt(text, position);
  const subject = context
    ? (subjectInText(context.season, context.manuscript, offset) ?? nameAt(context.season, context.manuscript, offset))
    : subjectInStudy(season, text, offset);
  if (subject === undefined) return undefined;
  const found = accepted(subject);
  if (season === undefined) throw refusal(t('This study cannot be read yet: mend what is wrong in it first.'));
  return { subject: found, season, text };
}

/** What was found, or an error where it was refused. */
export function accepted<T>(found: T | Refusal): T {
  if (typeof found === 'object' && found !== null && 'refused' in found) throw refusal(found.refused);
  return found as T;
}

export function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
