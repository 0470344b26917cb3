import { type WorkspaceSymbol, WorkspaceSymbolResolveRequest } from 'vscode-languageserver';
import { locationOf } from './ask.ts';
import type { Feature } from './feature.ts';

/** Where in its file a symbol stands; the beginning of the file, where that is not known any more. */
export const workspaceSymbolResolve: Feature<WorkspaceSymbol, WorkspaceSymbol | null> = {
  method: WorkspaceSymbolResolveRequest.method,
  empty: null,
  async handle(symbol, session, token) {
    const { uri, item } = (symbol.data ?? {}) as { readonly uri?: unknown; readonly item?: unknown };
    if (typeof uri !== 'string' || typeof item !== 'number') return symbol;
    await session.ready(token);
    const place = session.workspace.place({ uri, item });
    const start = { line: 0, character: 0 };
    return { ...symbol, location: place ? locationOf(session, place) : { uri, range: { start, end: start } } };
  },
};
