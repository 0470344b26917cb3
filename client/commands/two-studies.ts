import * as vscode from 'vscode';
import type { Applies, StudyThere } from '../../server/protocol/new-studies.ts';

/** What is said where a study is there already, and another may be made. */

export const openIt = () => vscode.l10n.t('Open It');
export const secondStudy = () => vscode.l10n.t('Make a Second Study');

export async function openStudyFile({ uri }: StudyThere): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
}

/** Says which of two studies applies, where there are two. */
export function tellWhichApplies(applies: Applies | undefined): void {
  // Not waited for: a message may stay for long.
  if (applies) void vscode.window.showInformationMessage(whichApplies(applies));
}

export function whichApplies({ name, isNew, because }: Applies): string {
  switch (because) {
    case 'named':
      return isNew
        ? vscode.l10n.t('“{0}” will apply here: the text names it.', name)
        : vscode.l10n.t('“{0}” will go on applying here: the text names it.', name);
    case 'files':
      return isNew
        ? vscode.l10n.t('“{0}” will apply here: of the studies in the folder, only its “files” fit.', name)
        : vscode.l10n.t('“{0}” will go on applying here: of the studies in the folder, only its “files” fit.', name);
    case 'first':
      return isNew
        ? vscode.l10n.t('“{0}” will apply here: of the studies that fit, it is the first by name.', name)
        : vscode.l10n.t('“{0}” will go on applying here: of the studies that fit, it is the first by name.', name);
  }
}
