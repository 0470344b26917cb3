import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Proposal } from '../core/mentions/annotate.ts';
import { proposalsAt } from '../core/query/mentions/proposals.ts';
import type { Fix } from '../core/study-language/fixes/fix.ts';
import { offsetAt } from '../lsp/positions.ts';
import { contextOf } from './ask.ts';
import { withEdit } from './code-action-resolve.ts';
import type { Feature, Session } from './feature.ts';
import { fixAll, fixAllKind } from './fix-all.ts';
import { type Mender, menderOf } from './quick-fixes.ts';
import { workspaceEditOf } from './workspace-edit.ts';

/** Ways to mend what is wrong, to annotate what is mentioned, and to mend all at once. */
export const codeAction: Feature<CodeActionParams, CodeAction[]> = {
  method: CodeActionRequest.method,
  empty: [],
  async handle({ textDocument: { uri }, range, context: { diagnostics, only } }, session, token) {
    if (!session.client.codeActionLiterals) return [];
    const actions: CodeAction[] = [];
    const ours = diagnostics.filter(({ source, code }) => source === 'chekhov' && typeof code === 'string');
    const isFixAll = only !== undefined && isWanted(fixAllKind, only);
    const wantsFixes = ours.length > 0 && isWanted(CodeActionKind.QuickFix, only);
    const mender = wantsFixes || isFixAll ? await menderOf(session, uri, token) : undefined;
    if (mender && wantsFixes) {
      for (const diagnostic of ours) actions.push(...(await quickFixes(session, uri, mender, diagnostic, token)));
    }
    if (mender && isFixAll) actions.push(...(await fixAll(session, uri, mender, token)));
    if (isWanted(CodeActionKind.RefactorRewrite, only))
      actions.push(...(await annotations(session, uri, range, token)));
    return actions;
  },
};

/** A kind stands for itself and those below it, the empty one for all. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || `${kind}.`.startsWith(`${wanted}.`));
}

async function quickFixes(
  session: Session,
  uri: string,
  mender: Mender,
  diagnostic: Diagnostic,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const action = (fix: Fix): CodeAction => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred && { isPreferred: true }),
  });
  const actions = mender.fixes(diagnostic).map(async (fix) => {
    if (fix.inScene) return withEdit(session, action(fix), uri, fix.inScene, token);
    return { ...action(fix), edit: workspaceEditOf(session, mender.files(fix), { from: uri, label: fix.title }) };
  });
  return (await Promise.all(actions)).filter((one) => one !== undefined);
}

function annotateAs(role: Proposal['role'], thread: string): string {
  switch (role) {
    case 'setup':
      return t('Annotate as setup of “{0}”', thread);
    case 'reminder':
      return t('Annotate as reminder of “{0}”', thread);
    case 'payoff':
      return t('Annotate as payoff of “{0}”', thread);
  }
}

/** What would annotate the mention under the cursor, as the command *Annotate This Mention* does. */
async function annotations(
  session: Session,
  uri: string,
  range: CodeActionParams['range'],
  token: CancellationToken,
): Promise<CodeAction[]> {
  const context = await contextOf(session, uri, token);
  if (!context) return [];
  const { text } = context.manuscript;
  const found = proposalsAt(context, offsetAt(text, range.start));
  if (typeof found === 'string') return [];
  return found.map(({ role, thread, edit }) => ({
    title: annotateAs(role, context.season.threads.get(thread)?.title ?? thread),
    kind: CodeActionKind.RefactorRewrite,
    edit: workspaceEditOf(session, [{ uri: context.uri, text, edits: [edit] }]),
  }));
}
