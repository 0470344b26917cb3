import { t } from '@vscode/l10n';
import type { CancellationToken, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import type { Season } from '../core/season/season.ts';
import {
  type NameSubject,
  newNameOf,
  renameNameInStudy,
  renameNameInText,
} from '../core/study-language/rename-name.ts';
import { prepare, studyTextOf } from './ask-study.ts';
import type { Session } from './feature.ts';
import { accepted, refusal } from './rename-subject.ts';
import { type FileEdits, workspaceEditOf } from './workspace-edit.ts';

/**
 * Another name for somebody who speaks: in cues, headings, annotations and the study; in action and speeches, where the
 * client can ask which of them are meant. Throws what the client is to show where it cannot be.
 */
export async function renamedName(
  session: Session,
  season: Season,
  subject: NameSubject,
  { textDocument, newName: written }: Pick<RenameParams, 'textDocument' | 'newName'>,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const newName = accepted(newNameOf(season, subject, written));
  const files = [...(await editsOfStudy(session, season, subject, newName))];
  for (const uri of season.files.keys()) {
    const manuscript = await session.workspace.manuscript(uri);
    if (token.isCancellationRequested) return { changes: {} };
    if (!manuscript) throw refusal(t('{0} cannot be read, and would keep the old name.', uri));
    const { sure, unsure } = renameNameInText({ season, uri, manuscript }, subject, newName);
    files.push({ uri, text: manuscript.text, edits: sure, asked: unsure });
  }
  return workspaceEditOf(session, files, {
    from: textDocument.uri,
    label: t('{0} becomes {1}', subject.name, newName),
    asks: t('In action, speeches and prose'),
    unasked: true,
  });
}

async function editsOfStudy(
  session: Session,
  season: Season,
  subject: NameSubject,
  newName: string,
): Promise<FileEdits[]> {
  const { study } = season;
  const { declared } = season.characters.get(subject.person) ?? {};
  if (!study || !declared) return [];
  const text = session.workspace.study(study.uri) && studyTextOf(session, study.uri);
  await prepare(text);
  const edits = text ? renameNameInStudy(season, text, subject, newName) : [];
  if (edits.length === 0 && season.person(newName) !== subject.person)
    throw refusal(t('The study would no longer know who this is: give “{0}” as an alias there first.', newName));
  return text ? [{ uri: study.uri, text, edits }] : [];
}
