import { DiagnosticSeverity } from 'vscode-languageserver';
import { warningsRequest } from '../protocol/season.ts';
import { pause } from '../workspace/breath.ts';
import type { Feature } from './feature.ts';

/** How many things are wrong in all seasons, warnings or worse: what the badge of the outline says. */
export const warnings: Feature<unknown, number | null> = {
  method: warningsRequest,
  empty: null,
  async handle(_, { workspace, reports, ready }, token) {
    await ready(token);
    let count = 0;
    for (const uri of [...workspace.uris()]) {
      if (token.isCancellationRequested) break;
      const { items } = await reports.of(uri, token);
      count += items.filter(({ severity }) => severity !== undefined && severity <= DiagnosticSeverity.Warning).length;
      await pause();
    }
    return count;
  },
};
