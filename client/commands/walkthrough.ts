import * as vscode from 'vscode';
import { STUDY_PAYOFF } from './study-files.ts';

const WALKTHROUGH = 'chekhov.chekhov#firstSteps';
const STUDY = '**/all-her-fault.study.yaml';

/** What a step of the walkthrough shows at the payoff, each as one does it by hand. */
const SHOWN: Readonly<Record<string, string>> = {
  hover: 'editor.action.showHover',
  setup: 'editor.action.revealDefinition',
};

export async function getStarted(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
}

/** Goes to the payoff of which the walkthrough speaks, in the copy of the study that is open, and does there what it says. */
export async function showInStudy(what: unknown): Promise<void> {
  const [study] = await vscode.workspace.findFiles(STUDY, undefined, 1);
  if (!study) return offerStudy();
  const uri = vscode.Uri.joinPath(study, '..', STUDY_PAYOFF.file);
  const document = await vscode.workspace.openTextDocument(uri);
  const offset = document.getText().indexOf(STUDY_PAYOFF.text);
  const position = document.positionAt(Math.max(0, offset + STUDY_PAYOFF.text.length - 1));
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenter);
  const command = SHOWN[String(what)];
  if (command) await vscode.commands.executeCommand(command);
}

async function offerStudy(): Promise<void> {
  const open = vscode.l10n.t('Open the Study');
  const message = vscode.l10n.t('This step is about the study, and no copy of it is open here.');
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.commands.executeCommand('chekhov.openStudy', 'walkthrough');
}
