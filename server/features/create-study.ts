import { folderOf } from '../core/season/paths.ts';
import type { Season } from '../core/season/season.ts';
import { studyFileName } from '../core/study-writing/names.ts';
import { newStudy as newStudyText } from '../core/study-writing/new-study.ts';
import { studyFromAnnotations } from '../core/study-writing/study-from-annotations.ts';
import {
  type CreateStudyParams,
  type CreateStudyResult,
  createStudyRequest,
  type NewFile,
  type NewStudyParams,
  newStudyRequest,
} from '../protocol/new-files.ts';
import { builtInStudies } from '../workspace/built-in.ts';
import { canonical, schemeOf } from '../workspace/uris.ts';
import type { Feature, Session } from './feature.ts';

/** A study to begin with. */
export const newStudy: Feature<NewStudyParams, NewFile | null> = {
  method: newStudyRequest,
  empty: null,
  handle: ({ title, episodes }) => ({ name: studyFileName(title), text: newStudyText(title, episodes) }),
};

/** A study of what is annotated already. */
export const createStudy: Feature<CreateStudyParams, CreateStudyResult | null> = {
  method: createStudyRequest,
  empty: null,
  repeatable: true,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const season = session.workspace.season(uri);
    const text = season && studyFromAnnotations(season, session.settings(canonical(uri)).horizon);
    if (season === undefined || text === undefined) return {};
    const folder = folderFor(session, season, uri);
    return { file: { name: studyFileName(season.title), text }, ...(folder && { folder }) };
  },
};

/** Where the season's study lies, else the text asked about; none for texts that lie nowhere yet. */
function folderFor(session: Session, { study }: Season, uri: string): string | undefined {
  const own = study && !Object.values(builtInStudies).includes(study.uri) ? study.uri : canonical(uri);
  return schemeOf(own) === 'untitled' ? undefined : folderOf(session.workspace.clientUri(own)) || undefined;
}
