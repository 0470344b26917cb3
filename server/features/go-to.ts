import type { CancellationToken, Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Located } from '../core/query/answers.ts';
import type { QueryContext } from '../core/query/context.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt, locationsOf } from './ask.ts';
import type { Session } from './feature.ts';

/** Where something leads, as definition and implementation answer it; as links where the client takes them. */
export async function goTo(
  session: Session,
  params: TextDocumentPositionParams,
  token: CancellationToken,
  query: (context: QueryContext, offset: number) => Located | undefined,
  asLinks: boolean,
): Promise<Location[] | LocationLink[]> {
  const asked = await askAt(session, params, token, query);
  if (asked?.answer === undefined) return [];
  const { context, answer } = asked;
  const locations = locationsOf(session, answer.targets);
  if (!asLinks) return locations;
  const originSelectionRange = rangeOf(context.manuscript.text, answer.origin);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
