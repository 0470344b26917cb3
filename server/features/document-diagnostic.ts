import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from 'vscode-languageserver';
import type { Feature } from './feature.ts';

export const documentDiagnostic: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: DocumentDiagnosticRequest.method,
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  repeatable: true,
  async handle({ textDocument, previousResultId }, session, token) {
    const { id, items } = await session.reports.of(textDocument.uri, token);
    if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
  },
};
