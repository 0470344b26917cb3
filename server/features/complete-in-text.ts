import type { CancellationToken, CompletionItem, CompletionParams } from 'vscode-languageserver';
import type { Session } from './feature.ts';

/**
 * What may stand at a place of a script or treatment. The seam for annotations (kinds, ids, keys, values) and for the parts
 * of a script (characters, extensions, places, times of day, transitions, title-page keys): nothing is offered yet.
 */
export async function completeInText(
  _params: CompletionParams,
  _session: Session,
  _token: CancellationToken,
): Promise<CompletionItem[]> {
  return [];
}
