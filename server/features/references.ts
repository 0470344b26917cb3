import { type CancellationToken, type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import type { QueryContext } from '../core/query/context.ts';
import { references as referencesOf, referredAt } from '../core/query/locate.ts';
import { mentionsOfIn } from '../core/query/mentions/mention-list.ts';
import { offsetAt } from '../lsp/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt, locationOf, locationsOf } from './ask.ts';
import type { Feature, Session } from './feature.ts';

/** Every place in the season, annotated or mentioned. */
export const references: Feature<ReferenceParams, Location[]> = {
  method: ReferencesRequest.method,
  empty: [],
  async handle(params, session, token) {
    const { includeDeclaration } = params.context;
    const asked = await askAt(session, params, token, (context, offset) =>
      referencesOf(context, offset, includeDeclaration),
    );
    if (asked === undefined) return [];
    const mentioned = await mentionsAsWell(
      session,
      asked.context,
      offsetAt(asked.context.manuscript.text, params.position),
      token,
    );
    return [...locationsOf(session, asked.answer?.targets ?? []), ...mentioned];
  },
};

/** Where the prose of the season mentions what stands at the offset, episode by episode. */
async function mentionsAsWell(
  session: Session,
  context: QueryContext,
  offset: number,
  token: CancellationToken,
): Promise<Location[]> {
  const { season } = context;
  const referred = season.study && referredAt(context, offset);
  if (!referred) return [];
  const told = season.episodes.flatMap(({ told, linked }) => [told, ...linked].flatMap((text) => text?.uri ?? []));
  const locations: Location[] = [];
  for (const uri of new Set([...told, ...season.files.keys()])) {
    const manuscript = uri === context.uri ? context.manuscript : await session.workspace.manuscript(uri);
    if (token.isCancellationRequested) return [];
    if (manuscript === undefined) continue;
    for (const span of mentionsOfIn({ ...context, uri, manuscript }, referred))
      locations.push(locationOf(session, { uri, range: rangeOf(manuscript.text, span) }));
  }
  return locations;
}
