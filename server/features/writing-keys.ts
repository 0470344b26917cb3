import { Script } from '../core/fountain/script.ts';
import { writingKeys as keysAt, keysOfLastLine } from '../core/writing/keys.ts';
import { offsetAt } from '../lsp/positions.ts';
import { type WritingKeysParams, type WritingKeysResult, writingKeysRequest } from '../protocol/writing.ts';
import type { Feature } from './feature.ts';

/** What Enter and Tab do at the cursor. Asked whenever that moves, so it waits for nothing: neither season nor settings. */
export const writingKeys: Feature<WritingKeysParams, WritingKeysResult | null> = {
  method: writingKeysRequest,
  empty: null,
  handle({ uri, position, lastLine }, session) {
    const manuscript = session.workspace.document(uri)?.manuscript;
    if (!(manuscript instanceof Script)) return null;
    const { text } = manuscript;
    const offset = offsetAt(text, position);
    if (lastLine === undefined) return keysAt(manuscript, offset);
    return text.lineText(position.line) === lastLine ? keysOfLastLine(manuscript, offset) : null;
  },
};
