import { t } from '@vscode/l10n';
import { folderOf, nameOf } from '../core/season/paths.ts';
import type { Season } from '../core/season/season.ts';
import { addMissing } from '../core/study-writing/add-missing.ts';
import { missingIn } from '../core/study-writing/missing.ts';
import { studyFileName } from '../core/study-writing/names.ts';
import { studyFromAnnotations } from '../core/study-writing/study-from-annotations.ts';
import {
  type AddToStudyParams,
  type AddToStudyResult,
  addToStudyRequest,
  type CreateStudyParams,
  type CreateStudyResult,
  createStudyRequest,
} from '../protocol/new-studies.ts';
import { rangeOf } from '../workspace/lines.ts';
import { canonical, schemeOf } from '../workspace/uris.ts';
import { studyTextOf } from './ask-study.ts';
import type { Feature, Session } from './feature.ts';
import { freeStudyName, isBuiltIn, studyThere, whichApplies } from './studies-there.ts';

/** A study of what is annotated already; and, where one applies, what that lacks. */
export const createStudy: Feature<CreateStudyParams, CreateStudyResult | null> = {
  method: createStudyRequest,
  empty: null,
  repeatable: true,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const season = await seasonOf(session, uri);
    const { horizon } = session.settings(canonical(uri));
    const text = season && studyFromAnnotations(season, horizon);
    if (season === undefined || text === undefined) return {};
    const folder = folderFor(session, season, uri);
    const usual = studyFileName(season.title);
    const file = { name: folder === undefined ? usual : freeStudyName(session, canonical(folder), usual), text };
    const made = { file, ...(folder !== undefined && { folder }) };
    const { study } = season;
    if (study === undefined) return made;
    const there = studyThere(session, study.uri, study);
    const missing = there.closed ? [] : missingIn(season, horizon).map(({ entry: _, ...one }) => one);
    const aText = season.files.has(canonical(uri)) ? [canonical(uri)] : [...season.files.keys()].slice(0, 1);
    const applies = folder === undefined ? undefined : whichApplies(session, canonical(folder), file, aText);
    return { ...made, study: there, missing, ...(applies && { applies }) };
  },
};

/** What adds entries to the study that applies. */
export const addToStudy: Feature<AddToStudyParams, AddToStudyResult | null> = {
  method: addToStudyRequest,
  empty: null,
  repeatable: true,
  async handle({ uri, entries }, session, token) {
    await session.ready(token);
    const season = await seasonOf(session, uri);
    const study = season?.study?.uri;
    const text = study === undefined || isBuiltIn(study) ? undefined : studyTextOf(session, study);
    if (!season || study === undefined || !text) return { refused: t('There is no study here that can be changed.') };
    const wanted = new Set(entries.map(({ list, id }) => `${list}:${id}`));
    const { horizon } = session.settings(canonical(uri));
    const missing = missingIn(season, horizon).filter(({ list, id }) => wanted.has(`${list}:${id}`));
    const added = addMissing(text, missing);
    if (!added) {
      return {
        refused: t(
          '“{0}” is not written in a way that lets these entries be added. Nothing was changed.',
          nameOf(study),
        ),
      };
    }
    const changes = added.edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.insert }));
    return { changes, shown: rangeOf(added.text, added.shown) };
  },
};

/** The season of a text, with its study as it stands in the editor. */
async function seasonOf({ workspace }: Session, uri: string): Promise<Season | undefined> {
  const study = workspace.season(uri)?.study?.uri;
  if (study !== undefined) await workspace.studyRead(study);
  return workspace.season(uri);
}

/** Where the season's study lies, else the text asked about; none for texts that lie nowhere yet. */
function folderFor(session: Session, { study }: Season, uri: string): string | undefined {
  const own = study && !isBuiltIn(study.uri) ? study.uri : canonical(uri);
  return schemeOf(own) === 'untitled' ? undefined : folderOf(session.workspace.clientUri(own)) || undefined;
}
