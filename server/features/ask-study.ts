import type { CancellationToken, Position } from 'vscode-languageserver';
import type { StudyQuery } from '../core/study-language/context.ts';
import { scalarsOf } from '../core/study-language/scalars.ts';
import { studyText } from '../core/study-language/words.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { offsetAt } from '../lsp/positions.ts';
import { pause } from '../workspace/breath.ts';
import { canonical } from '../workspace/uris.ts';
import { measured } from './ask.ts';
import type { Session } from './feature.ts';

/** What queries about study files need on the way from a request to the core and back: see `ask.ts` for texts. */

/** The context of a query about a study file, as it stands in the editor or else on disk; undefined for all other files. */
export async function studyQueryOf(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<StudyQuery | undefined> {
  const { workspace } = session;
  const key = canonical(uri);
  const document = workspace.document(key);
  // A text is never asked for twice: whoever comes after this handles it.
  if (document && document.kind !== 'study') return undefined;
  await session.ready(token);
  const text = studyTextOf(session, key);
  if (text === undefined) return undefined;
  const { horizon } = session.settings(key);
  return { season: workspace.season(key), uri: key, text, ...(horizon && { horizon }) };
}

/** A query about a place in a study file. */
export async function askStudyAt<T>(
  session: Session,
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
  token: CancellationToken,
  query: (context: StudyQuery, offset: number) => T,
): Promise<{ readonly query: StudyQuery; readonly answer: T } | undefined> {
  const found = await studyQueryOf(session, params.textDocument.uri, token);
  if (found === undefined) return undefined;
  const offset = offsetAt(found.text, params.position);
  return { query: found, answer: await measured(session, (measure) => query({ ...found, measure }, offset)) };
}

/** A study file as it stands in the editor or else on disk; undefined where there is none, or only a built-in one. */
export function studyTextOf({ workspace }: Session, uri: string): SourceText | undefined {
  const file = workspace.study(uri);
  return file && (workspace.document(uri)?.text ?? file.text);
}

/** Reads all pieces of a study file before somebody asks for all of them: it may take long, and pauses in between. */
export async function prepare(text: SourceText | undefined): Promise<void> {
  if (text === undefined) return;
  const study = studyText(text);
  for (const piece of study.sections.flatMap(({ pieces }) => pieces)) {
    scalarsOf(study.text, piece);
    await pause();
  }
}
