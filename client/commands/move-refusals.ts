import * as vscode from 'vscode';
import type { MoveRefusal } from '../../server/protocol/moving-parts.ts';

/** Why something was not moved, in words, and what to do about it where that is not plain. */
export function whyNotMoved({ why, title = '' }: MoveRefusal): string {
  switch (why) {
    case 'stale':
      return vscode.l10n.t('The text has changed meanwhile. Nothing was moved; try again.');
    case 'already':
      return vscode.l10n.t('It stands there already.');
    case 'cannotMove':
      return vscode.l10n.t('Only scenes, acts and marks can be moved.');
    case 'noPlace':
      return vscode.l10n.t('There is no text to move it to. Drop it on an act, a scene or a mark.');
    case 'mixed':
      return vscode.l10n.t('Move scenes, acts or marks, not several kinds at once.');
    case 'intoItself':
      return vscode.l10n.t('“{0}” cannot be dropped into itself.', title);
    case 'otherMedium':
      return vscode.l10n.t('Scenes and acts cannot be moved between a script and a treatment.');
    case 'markNeedsScene':
      return vscode.l10n.t('A mark belongs to a scene or an act. Drop it on one of these.');
    case 'cutAcross':
      return vscode.l10n.t('A note or a boneyard reaches over the bounds of what is moved. Close it first.');
    case 'readDifferently':
      return vscode.l10n.t('Moved there, some lines would be read as something else. Nothing was moved.');
    case 'flashback':
      return vscode.l10n.t(
        '“{0}” would come to stand in a flashback, or out of one. Let what you move begin it with [[story: …]] and end it with [[story: now]].',
        title,
      );
    case 'form':
      return vscode.l10n.t('“{0}” holds [[form: …]], which speaks of its whole episode. Take that out first.', title);
    case 'ignore':
      return vscode.l10n.t('An [[ignore: …]] would come to stand at the top of the file, and hold for all of it.');
    case 'sameAct':
      return vscode.l10n.t('Beside an act of the same name it would be one act with that.');
    case 'first':
      return vscode.l10n.t('“{0}” is the first in this file.', title);
    case 'last':
      return vscode.l10n.t('“{0}” is the last in this file.', title);
  }
}
