import { t } from '@vscode/l10n';
import { type CancellationToken, type RenameParams, RenameRequest, type WorkspaceEdit } from 'vscode-languageserver';
import type { Season } from '../core/season/season.ts';
import { entryOf } from '../core/study-language/lists.ts';
import { newIdOf, type RenameSubject, renameInStudy, renameInText } from '../core/study-language/rename.ts';
import { isTooLarge } from '../core/study-language/scalars.ts';
import { studyText } from '../core/study-language/words.ts';
import { prepare, studyTextOf } from './ask-study.ts';
import type { Feature, Session } from './feature.ts';
import { renamedName } from './rename-name.ts';
import { accepted, refusal, renamingAt } from './rename-subject.ts';
import { type FileEdits, workspaceEditOf } from './workspace-edit.ts';

/** Another id for an entry of a study or what annotations name, in the study and in every text of the season. */
export const rename: Feature<RenameParams, WorkspaceEdit | null> = {
  method: RenameRequest.method,
  empty: null,
  async handle(params, session, token) {
    const found = await renamingAt(session, params, token);
    if (found === undefined) return null;
    const { season, subject } = found;
    return 'name' in subject
      ? renamedName(session, season, subject, params, token)
      : renamed(session, season, subject, params, token);
  },
};

/** The edits in the study and in every text. Throws what the client is to show where the name cannot be given. */
export async function renamed(
  session: Session,
  season: Season,
  subject: RenameSubject,
  { textDocument, newName }: Pick<RenameParams, 'textDocument' | 'newName'>,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const newId = accepted(newIdOf(season, subject, newName));
  await prepare(season.study && studyTextOf(session, season.study.uri));
  const inTexts = await editsOfTexts(session, season, subject, newId, token);
  const label = t('“{0}” becomes “{1}”', subject.id, newId);
  return workspaceEditOf(session, [...editsOfStudy(session, season, subject, newId), ...inTexts], {
    from: textDocument.uri,
    label,
    unasked: true, // whoever renames has been asked for the name, and can have a preview
  });
}

function editsOfStudy({ workspace }: Session, season: Season, subject: RenameSubject, newId: string): FileEdits[] {
  const { study } = season;
  if (!study) return [];
  const file = workspace.study(study.uri);
  if (!file) {
    if (!entryOf(study, subject.list, subject.id)) return [];
    throw refusal(t('“{0}” stands in the built-in study, which cannot be changed.', subject.id));
  }
  // In a file that is broken some of the places would be missed.
  if (!file.loaded.study) throw refusal(t('The study is broken: mend what is wrong in it first.'));
  const text = workspace.document(study.uri)?.text ?? file.text;
  if (studyText(text).sections.some(({ pieces }) => pieces.some(isTooLarge)))
    throw refusal(t('An entry of the study is too large to be looked into, and might keep the old id.'));
  return [{ uri: study.uri, text, edits: renameInStudy(season, text, subject, newId) }];
}

async function editsOfTexts(
  { workspace }: Session,
  season: Season,
  subject: RenameSubject,
  newId: string,
  token: CancellationToken,
): Promise<FileEdits[]> {
  const files: FileEdits[] = [];
  for (const uri of season.files.keys()) {
    const manuscript = await workspace.manuscript(uri);
    if (token.isCancellationRequested) return [];
    if (!manuscript) throw refusal(t('{0} cannot be read, and would keep the old id.', uri));
    files.push({ uri, text: manuscript.text, edits: renameInText(manuscript, subject, newId) });
  }
  return files;
}
