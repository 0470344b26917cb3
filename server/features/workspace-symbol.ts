import {
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { SymbolSearch } from '../core/query/symbol-search.ts';
import { type SeasonSymbol, seasonSymbols } from '../core/query/workspace-symbols.ts';
import type { Horizon } from '../core/season/horizon.ts';
import type { Target } from '../core/season/season.ts';
import { pause } from '../workspace/breath.ts';
import { Recent } from '../workspace/recent.ts';
import { aTextOf, locationOf } from './ask.ts';
import type { Feature, Session } from './feature.ts';

/** More than these nobody looks through; who types another letter gets others. */
const mostSymbols = 300;
/** So many symbols are kept for the next letter: those of a thousand long scripts. */
const mostKept = 500_000;

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
    const search = new SymbolSearch<WorkspaceSymbol>(query, mostSymbols);
    for (const key of session.workspace.seasonKeys()) {
      await pause();
      const symbols = symbolsAtHand(session, key) ?? (await freshSymbols(session, key));
      if (token.isCancellationRequested) return null;
      // Placed while they are those of the texts as these are.
      search.add(symbols, (symbol) => symbolOf(session, symbol));
    }
    return search.found();
  },
};

/** The symbols of a season, for as long as it is in that state. */
interface Kept {
  /** A text of the season. */
  readonly text: string;
  readonly state: object | undefined;
  readonly horizon: Horizon | undefined;
  readonly symbols: readonly SeasonSymbol[];
}

const kept = new WeakMap<Session, Recent<Kept>>();

function symbolsAtHand(session: Session, key: string): readonly SeasonSymbol[] | undefined {
  const known = kept.get(session)?.get(key);
  if (!known || known.state !== session.workspace.stateWithKey(key)) return undefined;
  const { horizon } = session.settings(known.text);
  return known.horizon?.episode === horizon?.episode ? known.symbols : undefined;
}

async function freshSymbols(session: Session, key: string): Promise<readonly SeasonSymbol[]> {
  const { workspace } = session;
  const season = await workspace.seasonInSteps(key);
  if (!season) return [];
  const text = aTextOf(season);
  const { horizon } = session.settings(text);
  const symbols = seasonSymbols(season, horizon);
  const store = kept.get(session) ?? new Recent<Kept>(mostKept);
  kept.set(session, store);
  store.set(key, { text, state: workspace.stateWithKey(key), horizon, symbols }, symbols.length);
  return symbols;
}

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
