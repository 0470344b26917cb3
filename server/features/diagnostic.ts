import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../core/query/answers.ts';
import type { Severity } from '../core/rules/table.ts';
import type { SourceText } from '../core/text/source-text.ts';
import { rangeOf } from '../workspace/lines.ts';
import { locationOf } from './ask.ts';
import type { Session } from './feature.ts';
import { rulePageOf } from './links.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as LSP has it, with as much of it as the client understands. */
export function diagnosticOf(session: Session, finding: Finding, text: SourceText): Diagnostic {
  const { client, workspace } = session;
  const related = finding.related.flatMap(({ target, message }) => {
    const place = workspace.place(target);
    return place ? [{ location: locationOf(session, place), message }] : [];
  });
  const page = rulePageOf(session, finding.code);
  return {
    range: rangeOf(text, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    ...(client.codeDescriptions && page && { codeDescription: { href: page } }),
    source: 'chekhov',
    message: finding.message,
    ...(client.relatedInformation && related.length > 0 && { relatedInformation: related }),
    ...(finding.data && { data: finding.data }),
  };
}
