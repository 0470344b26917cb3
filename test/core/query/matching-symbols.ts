import { SymbolSearch } from '../../../server/core/query/symbol-search.ts';
import type { SeasonSymbol } from '../../../server/core/query/workspace-symbols.ts';

/** The best of the symbols of one season. */
export function matchingSymbols(symbols: readonly SeasonSymbol[], query: string, limit: number): SeasonSymbol[] {
  const search = new SymbolSearch<SeasonSymbol>(query, limit);
  search.add(symbols, (symbol) => symbol);
  return search.found();
}
