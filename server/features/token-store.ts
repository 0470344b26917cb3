import type { Range } from 'vscode-languageserver';
import { semanticTokens } from '../core/query/tokens.ts';
import { spanOf } from '../lsp/positions.ts';
import { Recent } from '../workspace/recent.ts';
import { canonical } from '../workspace/uris.ts';
import type { Session } from './feature.ts';
import { encodeTokens } from './token-data.ts';

export interface TokenResult {
  readonly resultId: string;
  readonly data: number[];
}

/** So many numbers are remembered in all, five a token: many open documents' worth. */
const most = 2_000_000;

/** The last tokens that each client was sent of each document: a delta is counted from these. */
const sent = new WeakMap<Session, Recent<TokenResult>>();
let count = 0;

/** The tokens of a document, or of a part of it, as the client knows them. */
export async function tokensOf(session: Session, uri: string, range?: Range): Promise<number[]> {
  const { workspace } = session;
  const key = canonical(uri);
  const manuscript = await workspace.manuscript(key);
  if (manuscript === undefined) return [];
  const { text } = manuscript;
  // Colours do not wait. Before all files are read nobody knows what is unpaid; the client is told to ask again then. And
  // where somebody has not got to the end, a colour is not to say that nothing comes of it.
  const season = workspace.isSettled() && !session.settings(key).horizon ? workspace.season(key) : undefined;
  return encodeTokens(text, semanticTokens(manuscript, season, range && spanOf(text, range)));
}

/** The tokens of a whole document, with a new id, and those that the client was sent before. */
export async function newTokens(
  session: Session,
  uri: string,
): Promise<{ readonly now: TokenResult; readonly before: TokenResult | undefined }> {
  const data = await tokensOf(session, uri);
  const now = { resultId: String(++count), data };
  let store = sent.get(session);
  if (store === undefined) {
    store = new Recent(most);
    sent.set(session, store);
  }
  const before = store.get(uri);
  store.set(uri, now, data.length);
  return { now, before };
}
