import { type FileKindParams, type FileKindResult, fileKindRequest } from '../protocol/files.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature } from './feature.ts';

/** What a file is to the season, be it by its name or because a study says so. */
export const fileKind: Feature<FileKindParams, FileKindResult> = {
  method: fileKindRequest,
  empty: null,
  repeatable: true,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    if (workspace.study(uri)) return 'study';
    return (await workspace.manuscript(canonical(uri)))?.kind ?? null;
  },
};
