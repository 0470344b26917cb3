import { folderOf } from '../core/season/paths.ts';
import type { SeasonFile } from '../core/season/season.ts';
import { studyFileName } from '../core/study-writing/names.ts';
import { countOf } from '../core/study-writing/new-episodes.ts';
import { newStudy as newStudyText } from '../core/study-writing/new-study.ts';
import { noOffer, type StudyOffer, studyOffer as studyOfferOf } from '../core/study-writing/offer.ts';
import {
  type NewStudyParams,
  type NewStudyResult,
  newStudyRequest,
  type StudyOfferResult,
  type StudyPlace,
  studyOfferRequest,
} from '../protocol/new-studies.ts';
import { canonical, canonicalFolder } from '../workspace/uris.ts';
import type { Feature, Session } from './feature.ts';
import { freeStudyName, studiesIn, studyThere, whichApplies } from './studies-there.ts';

/** What the texts in a place say already of its study. */
export const studyOffer: Feature<StudyPlace, StudyOfferResult | null> = {
  method: studyOfferRequest,
  empty: null,
  repeatable: true,
  async handle(place, session, token) {
    await session.ready(token);
    const { offer } = offered(session, place);
    const { title } = offer;
    const episodes = countOf(offer);
    const [there] = place.folder === undefined ? [] : studiesIn(session, canonicalFolder(place.folder));
    return {
      ...(title !== undefined && { title }),
      ...(episodes !== undefined && { episodes }),
      told: offer.episodes.length,
      ...(there !== undefined && { study: studyThere(session, there) }),
    };
  },
};

/** A study to begin with. */
export const newStudy: Feature<NewStudyParams, NewStudyResult | null> = {
  method: newStudyRequest,
  empty: null,
  repeatable: true,
  async handle({ title, episodes, another, ...place }, session, token) {
    await session.ready(token);
    const { offer, texts } = offered(session, place);
    const folder = place.folder === undefined ? undefined : canonicalFolder(place.folder);
    const usual = studyFileName(title);
    const name = folder !== undefined && another ? freeStudyName(session, folder, usual) : usual;
    const file = { name, text: newStudyText(title, episodes, offer) };
    if (folder === undefined || studiesIn(session, folder).length === 0) return file;
    const uris = texts.map(({ uri }) => uri);
    const applies = whichApplies(session, folder, file, uris);
    return { ...file, ...(applies && { applies }) };
  },
};

interface Offered {
  readonly offer: StudyOffer;
  readonly texts: readonly SeasonFile[];
}

function offered({ workspace, settings }: Session, { folder, uri }: StudyPlace): Offered {
  const key = folder !== undefined ? canonicalFolder(folder) : uri === undefined ? undefined : canonical(uri);
  if (key === undefined) return { offer: noOffer, texts: [] };
  const texts = folder !== undefined ? workspace.textsFor(key) : [...(workspace.season(key)?.files.values() ?? [])];
  const lies = folder !== undefined ? key : folderOf(key);
  return { offer: studyOfferOf(lies, texts, settings(texts[0]?.uri ?? key).horizon), texts };
}
