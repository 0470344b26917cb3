import * as vscode from 'vscode';
import type { NewFile } from '../../server/protocol/new-files.ts';
import {
  type CreateStudyParams,
  type CreateStudyResult,
  createStudyRequest,
  type StudyThere,
} from '../../server/protocol/new-studies.ts';
import type { Connection } from '../server/connection.ts';
import { addEverything, addToStudy } from './add-to-study.ts';
import { freeName, notAnswered, showNew } from './new-file.ts';
import { askWhatToDo, type Choice, openStudyFile, tellWhichApplies, whichApplies } from './two-studies.ts';

/**
 * Opens, not yet saved, a study of what is annotated in the season of the active file. Where one applies already, it is offered
 * to add to that what it lacks; a second one is made only by whoever says so. `{ do: 'add' }` and `{ do: 'second' }`, as from a
 * keybinding, say it beforehand.
 */
export async function createStudy(server: Connection, story: vscode.Uri | undefined, given?: unknown): Promise<void> {
  if (!story) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a script or treatment of the season first.'));
    return;
  }
  const params: CreateStudyParams = { uri: story.toString() };
  const made = await server.request<CreateStudyResult | null>(createStudyRequest, params);
  if (!made) return notAnswered();
  if (!made.file) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Nothing in this story is annotated yet.'));
    return;
  }
  const { study, missing = [], file, folder, applies } = made;
  if (!study) return openNew(file, folder);
  const wish = (given as { do?: unknown } | undefined)?.do;
  const isSure = wish === 'second' || (wish === 'add' && missing.length > 0);
  const choice = isSure ? wish : await choose(made, study);
  if (choice === 'open') await openStudyFile(study);
  if (choice === 'add') await (isSure ? addEverything : addToStudy)(server, story, study, missing);
  if (choice === 'second') {
    await openNew(file, folder);
    tellWhichApplies(applies);
  }
}

async function choose({ missing = [], applies }: CreateStudyResult, study: StudyThere): Promise<Choice | undefined> {
  const { name, closed } = study;
  const lacks = missing.map(({ title }) => title).join(' · ');
  const details = { ...(lacks && { add: lacks }), ...(applies && { second: whichApplies(applies) }) };
  if (closed === 'builtIn') {
    const says = vscode.l10n.t('The built-in study “{0}” applies here, and nothing can be added to it.', name);
    return askWhatToDo(says, study, ['second'], details);
  }
  if (closed === 'broken') {
    const says = vscode.l10n.t('“{0}” applies here, but cannot be read. Mend it first.', name);
    return askWhatToDo(says, study, ['open', 'second'], details);
  }
  return lacks === ''
    ? askWhatToDo(
        vscode.l10n.t('“{0}” has everything that is annotated here.', name),
        study,
        ['open', 'second'],
        details,
      )
    : askWhatToDo(
        vscode.l10n.t('“{0}” is the study that applies here.', name),
        study,
        ['add', 'open', 'second'],
        details,
      );
}

/** As a document that is not saved yet: its writer looks through it first. */
async function openNew({ name, text }: NewFile, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    await showNew(await vscode.workspace.openTextDocument({ language: 'yaml', content: text }));
    return;
  }
  const uri = (await freeName(vscode.Uri.parse(folder), name, '.study.yaml')).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await showNew(document);
}
