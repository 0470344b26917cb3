import * as vscode from 'vscode';
import {
  type AnnotateFileParams,
  type AnnotateMentionParams,
  type AnnotateProposal,
  type AnnotateResult,
  annotateFileRequest,
  annotateMentionRequest,
} from '../../server/protocol/annotating.ts';
import { rangeOf } from '../ranges.ts';
import type { Connection } from '../server/connection.ts';

/** Writes the annotation that the mention under the cursor stands for. */
export async function annotateMention(server: Connection): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return say(vscode.l10n.t('Open a script or treatment, and put the cursor on a mention.'));
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const params: AnnotateMentionParams = { uri: document.uri.toString(), position: { line, character } };
  await annotate(server, document, annotateMentionRequest, params);
}

/** Writes an annotation for everything that the study and the text together tell. */
export async function annotateFile(server: Connection): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return say(vscode.l10n.t('Open a script or treatment to annotate.'));
  const params: AnnotateFileParams = { uri: document.uri.toString() };
  const written = await annotate(server, document, annotateFileRequest, params);
  if (written === 1) await say(vscode.l10n.t('One annotation has been written. One undo takes it back.'));
  if (written > 1) await say(vscode.l10n.t('{0} annotations have been written. One undo takes them back.', written));
}

/** Says how many annotations were written. */
async function annotate(
  server: Connection,
  document: vscode.TextDocument,
  request: string,
  params: AnnotateMentionParams | AnnotateFileParams,
): Promise<number> {
  const { version } = document;
  const result = await server.request<AnnotateResult | null>(request, params);
  if (!result || result.none) {
    await say(whyNot(result?.none, request === annotateMentionRequest));
    return 0;
  }
  const chosen = await choose(result.proposals);
  if (!chosen) return 0;
  if (document.version !== version) {
    await say(vscode.l10n.t('The text has changed meanwhile. Nothing was written.'));
    return 0;
  }
  return (await vscode.workspace.applyEdit(editOf(chosen))) ? chosen.count : 0;
}

async function choose(proposals: readonly AnnotateProposal[]): Promise<AnnotateProposal | undefined> {
  if (proposals.length < 2) return proposals[0];
  const choices = proposals.map((proposal) => ({
    label: proposal.label,
    ...(proposal.description && { description: proposal.description }),
    ...(proposal.inferred && { detail: vscode.l10n.t('Inferred from the study') }),
    proposal,
  }));
  const choice = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('What does this mention?') });
  return choice?.proposal;
}

function editOf({ edit }: AnnotateProposal): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(edit.changes)) {
    for (const { range, newText } of edits) all.replace(vscode.Uri.parse(uri), rangeOf(range), newText);
  }
  return all;
}

function whyNot(none: AnnotateResult['none'], isMention: boolean): string {
  switch (none) {
    case 'noStudy':
      return vscode.l10n.t('No study applies to this file, so nothing in it is known to be a mention.');
    case 'noMention':
      return isMention
        ? vscode.l10n.t('There is no mention of a thread under the cursor.')
        : vscode.l10n.t('Nothing in this file mentions a thread of the study.');
    case 'annotated':
      return isMention
        ? vscode.l10n.t('This scene has that thread annotated already.')
        : vscode.l10n.t('The study tells nothing about this file that is not annotated already.');
    default:
      return vscode.l10n.t('The language server does not answer. The output channel “Chekhov” says more.');
  }
}

async function say(message: string): Promise<void> {
  // Not waited for: a message may stay for long.
  void vscode.window.showInformationMessage(message);
}
