import { t } from '@vscode/l10n';
import { ResponseError } from 'vscode-languageserver';
import { newIdOf, subjectNamed } from '../core/study-language/rename.ts';
import { type EntryEdit, type RenameEntryParams, renameEntryRequest } from '../protocol/entries.ts';
import type { Feature } from './feature.ts';
import { renamed } from './rename.ts';
import { accepted, refusal } from './rename-subject.ts';
import { entryNamed } from './row-card.ts';

/** Another id for an entry, as `textDocument/rename` gives it, without a cursor on it. */
export const renameEntry: Feature<RenameEntryParams, EntryEdit | null> = {
  method: renameEntryRequest,
  empty: null,
  repeatable: true,
  async handle({ uri, ref, newName, check }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    const own = workspace.season(uri)?.study?.uri;
    if (own !== undefined) await workspace.studyRead(own);
    const season = workspace.season(uri);
    const [list, id] = entryNamed(ref);
    try {
      if (!season || !list) throw refusal(t('There is no “{0}” any more.', ref));
      const subject = accepted(subjectNamed(season, list, id));
      accepted(newIdOf(season, subject, newName));
      if (check === true) return {};
      return { edit: await renamed(session, season, subject, { textDocument: { uri }, newName }, token) };
    } catch (error) {
      if (error instanceof ResponseError) return { refused: error.message };
      throw error;
    }
  },
};
