import type { Finding } from '../core/query/answers.ts';
import type { QueryContext } from '../core/query/context.ts';
import { diagnose, severityOf } from '../core/rules/diagnose.ts';
import type { Settings } from '../lsp/settings.ts';
import type { StudyFile } from '../workspace/study-files.ts';

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
