import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { unlessCancelled } from '../lsp/guard.ts';
import { pause } from '../workspace/breath.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature, Session } from './feature.ts';
import { emptyReport } from './reports.ts';

/** After a change so much time is left for the next one: what a document says of itself is asked for by itself. */
const rest = 300;

/**
 * What is wrong in all files. Clients ask again as soon as they are answered. So one who can wait (who asks for partial
 * results) is answered when there is something that it has not heard yet, as the specification wishes.
 */
export const workspaceDiagnostic: Feature<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport> = {
  method: WorkspaceDiagnosticRequest.method,
  empty: { items: [] },
  async handle({ previousResultIds, partialResultToken }, session, token) {
    const heard = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), value]));
    while (true) {
      const change = session.reports.nextChange();
      const items = await collect(session, heard, token);
      const news = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
      if (news || partialResultToken === undefined || token.isCancellationRequested || session.reports.isDisposed())
        return { items };
      await unlessCancelled(
        change.then(() => new Promise((resolve) => setTimeout(resolve, rest))),
        token,
      );
    }
  },
};

async function collect(session: Session, heard: ReadonlyMap<string, string>, token: CancellationToken) {
  const { workspace, reports } = session;
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  await session.ready(token);
  // A file that is gone is said to have nothing wrong in it, once.
  for (const uri of new Set([...workspace.uris(), ...heard.keys()])) {
    if (token.isCancellationRequested) break;
    const report = await reports.of(uri, token);
    const before = heard.get(uri);
    if (before === undefined && report.id === emptyReport.id && workspace.stateOf(uri) === undefined) continue;
    const about = {
      uri: workspace.clientUri(uri),
      version: workspace.document(uri)?.version ?? null,
      resultId: report.id,
    };
    items.push(
      report.id === before
        ? { kind: DocumentDiagnosticReportKind.Unchanged, ...about }
        : { kind: DocumentDiagnosticReportKind.Full, ...about, items: [...report.items] },
    );
    await pause();
  }
  return items;
}
