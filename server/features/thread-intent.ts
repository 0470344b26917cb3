import { t } from '@vscode/l10n';
import { intentInStudy, intentInText, intentPlaces } from '../core/study-language/thread-intent.ts';
import { type EntryEdit, type ThreadIntentParams, threadIntentRequest } from '../protocol/entries.ts';
import { studyTextOf } from './ask-study.ts';
import type { Feature } from './feature.ts';
import { type FileEdits, workspaceEditOf } from './workspace-edit.ts';

const intents: readonly string[] = ['open', 'motif', 'herring', 'owed'] satisfies ThreadIntentParams['intent'][];

/** What says of a thread that it is left open, a motif or a red herring: in the study that declares it, else at its setup. */
export const threadIntent: Feature<ThreadIntentParams, EntryEdit | null> = {
  method: threadIntentRequest,
  empty: null,
  repeatable: true,
  async handle({ uri, thread, intent }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    const own = workspace.season(uri)?.study?.uri;
    if (own !== undefined) await workspace.studyRead(own);
    const season = workspace.season(uri);
    if (!season || !intents.includes(intent)) return { refused: t('There is no thread “{0}” any more.', thread) };
    const places = intentPlaces(season, thread, intent);
    if ('refused' in places) return places;
    const files: FileEdits[] = [];
    if (places.study && season.study) {
      const text = studyTextOf(session, season.study.uri);
      if (!text) return { refused: t('“{0}” stands in the built-in study, which cannot be changed.', thread) };
      const edit = intentInStudy(text, thread, intent);
      if (edit) files.push({ uri: season.study.uri, text, edits: [edit] });
    }
    for (const place of new Set(places.texts.map((target) => target.uri))) {
      const manuscript = await workspace.manuscript(place);
      if (!manuscript) return { refused: t('{0} cannot be read, and would still say something else.', place) };
      const items = places.texts.filter((target) => target.uri === place).map(({ item }) => item);
      const edits = items.flatMap((item) => intentInText(manuscript, item, thread, intent));
      if (edits.length > 0) files.push({ uri: place, text: manuscript.text, edits });
    }
    return files.length === 0 ? {} : { edit: workspaceEditOf(session, files) };
  },
};
