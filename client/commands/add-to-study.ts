import * as vscode from 'vscode';
import {
  type AddToStudyParams,
  type AddToStudyResult,
  addToStudyRequest,
  type Missing,
  type StudyThere,
} from '../../server/protocol/new-studies.ts';
import { murmur } from '../murmur.ts';
import { rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';
import { applyChanges } from '../writing/apply-changes.ts';
import { notAnswered } from './new-file.ts';
import { openStudyFile } from './two-studies.ts';

type Entries = readonly Missing[];

/** Shows what a study lacks, and adds what is chosen of it. */
export async function addToStudy(
  server: Connection,
  story: vscode.Uri,
  study: StudyThere,
  missing: Entries,
): Promise<void> {
  const chosen = await vscode.window.showQuickPick(itemsFor(missing), {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: vscode.l10n.t('What shall be added to “{0}”?', study.name),
  });
  const entries = chosen?.flatMap(({ entry }) => entry ?? []) ?? [];
  if (entries.length > 0) await addEverything(server, story, study, entries);
}

/** Adds entries to a study in one step, which is not saved yet, and shows them. */
export async function addEverything(
  server: Connection,
  story: vscode.Uri,
  study: StudyThere,
  entries: Entries,
): Promise<void> {
  const editor = await openStudyFile(study);
  const { version } = editor.document;
  const params: AddToStudyParams = { uri: story.toString(), entries: entries.map(({ list, id }) => ({ list, id })) };
  const result = await server.request<AddToStudyResult | null>(addToStudyRequest, params);
  if (!result) return notAnswered();
  const { changes, shown, refused } = result;
  if (!changes || !shown) {
    if (refused) await vscode.window.showErrorMessage(refused);
    return;
  }
  if (!(await applyChanges(editor, version, changes))) return;
  const range = rangeOf(shown);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  murmur(
    entries.length === 1
      ? vscode.l10n.t('One entry was added. One undo takes it back.')
      : vscode.l10n.t('{0} entries were added. One undo takes them back.', entries.length),
  );
}

type Item = vscode.QuickPickItem & { readonly entry?: Missing };

/** By list. What may be a slip of something that the study has is not chosen beforehand. */
function itemsFor(missing: Entries): Item[] {
  return missing.flatMap((entry, i): Item[] => {
    const { list, id, title, near } = entry;
    const begins = missing[i - 1]?.list !== list;
    const item: Item = {
      label: title,
      description: id,
      picked: near === undefined,
      entry,
      ...(near !== undefined && { detail: vscode.l10n.t('Did you mean “{0}”?', near) }),
    };
    return begins ? [{ label: nameOf(list), kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
}

function nameOf(list: Missing['list']): string {
  switch (list) {
    case 'characters':
      return vscode.l10n.t('People');
    case 'events':
      return vscode.l10n.t('Events');
    case 'facts':
      return vscode.l10n.t('Facts');
    case 'threads':
      return vscode.l10n.t('Threads');
  }
}
