import * as vscode from 'vscode';
import type { Applies, StudyThere } from '../../server/protocol/new-studies.ts';

/** What is said where a study is there already, and another may be made. */

/** What can be done where a study is there. */
export type Choice = 'open' | 'add' | 'second';

/**
 * Asks what is to be done with a study that is there. In a list, since what a command asks is not to be missed where
 * notifications are kept silent.
 *
 * @param says what is to be known before choosing
 * @param details more on a choice
 */
export async function askWhatToDo(
  says: string,
  { name }: StudyThere,
  choices: readonly Choice[],
  details: Partial<Record<Choice, string>> = {},
): Promise<Choice | undefined> {
  const items = choices.map((choice) => {
    const detail = details[choice];
    return { label: labelOf(choice, name), choice, ...(detail !== undefined && { detail }) };
  });
  return (await vscode.window.showQuickPick(items, { placeHolder: says }))?.choice;
}

function labelOf(choice: Choice, name: string): string {
  switch (choice) {
    case 'open':
      return vscode.l10n.t('$(go-to-file) Open “{0}”', name);
    case 'add':
      return vscode.l10n.t('$(add) Add What Is Missing to “{0}”…', name);
    case 'second':
      return vscode.l10n.t('$(new-file) Make a Second Study');
  }
}

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
