import type { CancellationToken } from 'vscode-languageserver';
import type { Finding } from '../core/query/answers.ts';
import type { QueryContext } from '../core/query/context.ts';
import { diagnose, severityOf } from '../core/rules/diagnose.ts';
import type { SourceText } from '../core/text/source-text.ts';
import type { Settings } from '../lsp/settings.ts';
import type { StudyFile } from '../workspace/study-files.ts';
import { contextOf, measured } from './ask.ts';
import type { Session } from './feature.ts';

/** What is found in a script, treatment or study file, and the text that it is found in; undefined for any other file. */
export async function findingsIn(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<{ readonly findings: readonly Finding[]; readonly text: SourceText } | undefined> {
  const settings = session.settings(uri);
  const study = session.workspace.study(uri);
  if (study) return { findings: findingsOfStudy(study, settings), text: study.text };
  const context = await contextOf(session, uri, token);
  if (context === undefined) return undefined;
  const findings = await measured(session, (measure) => findingsOfText({ ...context, measure }, settings));
  return { findings, text: context.manuscript.text };
}

/** What the rules find in a script or treatment. */
export function findingsOfText(context: QueryContext, settings: Settings): Finding[] {
  return diagnose(context, settings);
}

/** What was wrong with a study file when it was read, as loud as the settings have it. */
export function findingsOfStudy({ loaded }: StudyFile, settings: Settings): Finding[] {
  return loaded.problems.flatMap(({ code, span, message, list, id }) => {
    const severity = severityOf(code, settings.rules);
    if (severity === 'off') return [];
    const data = { ...(list !== undefined && { list }), ...(id !== undefined && { id }) };
    return [{ code, severity, message, span, related: [], data }];
  });
}
