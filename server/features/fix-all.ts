import { t } from '@vscode/l10n';
import { type CancellationToken, type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextEdit } from '../core/text/span.ts';
import { canonical } from '../workspace/uris.ts';
import type { Session } from './feature.ts';
import type { Mender } from './quick-fixes.ts';
import { workspaceEditOf } from './workspace-edit.ts';

/** The kind by which an editor can ask for it when a file is saved: `"source.fixAll.chekhov": "explicit"`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.chekhov`;

/** One action that mends all that can be mended without asking anybody: slips in the words of Chekhov's own languages. */
export async function fixAll(
  session: Session,
  uri: string,
  mender: Mender,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { items } = await session.reports.of(uri, token);
  const edits: TextEdit[] = [];
  for (const item of items) {
    const safe = mender.fixes(item).find((fix) => fix.safe);
    if (safe && !safe.here.some((edit) => edits.some((other) => overlap(edit, other)))) edits.push(...safe.here);
  }
  if (edits.length === 0) return [];
  const edit = workspaceEditOf(session, [{ uri: canonical(uri), text: mender.text, edits }]);
  return [{ title: t('Mend all slips in annotations and study entries'), kind: fixAllKind, edit }];
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
