import { type CancellationToken, type Location, type ReferenceParams, ReferencesRequest } from 'vscode-languageserver';
import type { QueryContext } from '../core/query/context.ts';
import { references as referencesOf, referredAt } from '../core/query/locate.ts';
import { mentionsOfIn, type Referred } from '../core/query/mentions/mention-list.ts';
import type { StudyQuery } from '../core/study-language/context.ts';
import { referencesInStudy, type StudyReferences, studyReferences } from '../core/study-language/locate.ts';
import { offsetAt } from '../lsp/positions.ts';
import { rangeOf } from '../workspace/lines.ts';
import { askAt, locationOf, locationsOf } from './ask.ts';
import { askStudyAt, prepare, studyTextOf } from './ask-study.ts';
import type { Feature, Session } from './feature.ts';

/** Every place in the season, annotated or mentioned, and in its study. */
export const references: Feature<ReferenceParams, Location[]> = {
  method: ReferencesRequest.method,
  empty: [],
  async handle(params, session, token) {
    const { includeDeclaration } = params.context;
    await prepare(studyTextOf(session, params.textDocument.uri));
    const study = await askStudyAt(session, params, token, (query, offset) =>
      studyReferences(query, offset, includeDeclaration),
    );
    if (study) return study.answer ? fromStudy(session, study.query, study.answer, token) : [];
    const asked = await askAt(session, params, token, (context, offset) =>
      referencesOf(context, offset, includeDeclaration),
    );
    if (asked === undefined) return [];
    const { context, answer } = asked;
    const offset = offsetAt(context.manuscript.text, params.position);
    const mentioned = await mentionsAsWell(session, context, referredAt(context, offset), token);
    const studied = await inStudyAsWell(session, context, offset);
    return [...locationsOf(session, answer?.targets ?? []), ...studied, ...mentioned];
  },
};

async function fromStudy(
  session: Session,
  { season, horizon, uri, text }: StudyQuery,
  { list, word, inStudy, inTexts }: StudyReferences,
  token: CancellationToken,
): Promise<Location[]> {
  const type =
    list === 'threads' ? 'thread' : list === 'events' ? 'event' : list === 'characters' ? 'person' : undefined;
  const mentioned =
    season && type ? await mentionsAsWell(session, { season, horizon }, { type, id: word.id }, token) : [];
  const here = inStudy.map((span) => locationOf(session, { uri, range: rangeOf(text, span) }));
  return [...here, ...locationsOf(session, inTexts), ...mentioned];
}

/** Where the study refers to what stands at the offset. */
async function inStudyAsWell(session: Session, context: QueryContext, offset: number): Promise<Location[]> {
  const uri = context.season.study?.uri;
  const text = uri === undefined ? undefined : studyTextOf(session, uri);
  if (uri === undefined || text === undefined) return [];
  await prepare(text);
  const spans = referencesInStudy(context, offset, text);
  return spans.map((span) => locationOf(session, { uri, range: rangeOf(text, span) }));
}

/** Where the prose of the season mentions something, episode by episode. */
async function mentionsAsWell(
  session: Session,
  context: Pick<QueryContext, 'season' | 'horizon'> & Partial<QueryContext>,
  referred: Referred | undefined,
  token: CancellationToken,
): Promise<Location[]> {
  const { season } = context;
  if (!season.study || !referred) return [];
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
