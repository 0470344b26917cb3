import type { CancellationToken, Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Located } from '../core/query/answers.ts';
import type { QueryContext } from '../core/query/context.ts';
import type { SourceText } from '../core/text/source-text.ts';
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
  return asked?.answer ? placesOf(session, asked.answer, asked.context.manuscript.text, asLinks) : [];
}

/** What was found from a place in a text, in the shape that the client takes. */
export function placesOf(
  session: Session,
  { origin, targets }: Located,
  text: SourceText,
  asLinks: boolean,
): Location[] | LocationLink[] {
  const locations = locationsOf(session, targets);
  if (!asLinks) return locations;
  const originSelectionRange = rangeOf(text, origin);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
