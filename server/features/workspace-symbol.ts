import {
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { matchingSymbols, type SeasonSymbol, seasonSymbols } from '../core/query/workspace-symbols.ts';
import type { Target } from '../core/season/season.ts';
import { Breath } from '../workspace/breath.ts';
import { locationOf } from './ask.ts';
import type { Feature, Session } from './feature.ts';

/** More than these nobody looks through; who types another letter gets others. */
const mostSymbols = 300;

const kinds: Readonly<Record<SeasonSymbol['kind'], SymbolKind>> = {
  character: SymbolKind.Object,
  thread: SymbolKind.Key,
  fact: SymbolKind.Constant,
  reveal: SymbolKind.Event,
  place: SymbolKind.Package,
  episode: SymbolKind.Module,
  act: SymbolKind.Namespace,
  scene: SymbolKind.Class,
};

/** What in all seasons goes by a name like this. */
export const workspaceSymbol: Feature<WorkspaceSymbolParams, WorkspaceSymbol[] | null> = {
  method: WorkspaceSymbolRequest.method,
  empty: null,
  async handle({ query }, session, token) {
    await session.ready(token);
    const breath = new Breath();
    const all: SeasonSymbol[] = [];
    for (const season of await session.workspace.allSeasons()) {
      const { horizon } = session.settings(season.study?.uri ?? season.files.keys().next().value);
      for (const symbol of seasonSymbols(season, horizon)) all.push(symbol);
      await breath.pause();
      if (token.isCancellationRequested) return null;
    }
    return matchingSymbols(all, query, mostSymbols).flatMap((symbol) => symbolOf(session, symbol) ?? []);
  },
};

/** Where it stands in a file that is not open may be asked for later. */
function symbolOf(session: Session, { name, container, kind, target }: SeasonSymbol): WorkspaceSymbol | undefined {
  if (!target) return undefined;
  const { workspace, client } = session;
  const said = { name, kind: kinds[kind], containerName: container };
  if (client.resolvesSymbols && 'item' in target && workspace.document(target.uri) === undefined) {
    const data: Target = target;
    return { ...said, location: { uri: target.uri }, data };
  }
  const place = workspace.place(target);
  return place && { ...said, location: locationOf(session, place) };
}
