import fuzzysort from 'fuzzysort';
import { type SeasonSymbol, symbolKinds } from './workspace-symbols.ts';

interface Scored<T> {
  readonly value: T;
  readonly score: number;
}

/** By how much a kind counts less than the one before it. Scores go from 0 to 1. */
const LESSER_KIND = 0.01;
/** So many names may be held ready for the next search by the library that ranks them, half a kilobyte each. */
const mostPrepared = 20_000;

let prepared = 0;

/**
 * The best of the symbols for what somebody types, at most `limit`: its letters have to stand in the name in that order,
 * whatever lies between. Of several words, the first may be of the name and the others of where it belongs: editors that
 * look through the answer once more do the same. All, by kind, where nothing is typed yet.
 *
 * Symbols come a season at a time. No more of them are kept than can be among the best.
 */
export class SymbolSearch<T> {
  private readonly words: readonly string[];
  private readonly limit: number;
  private readonly byName: Scored<T>[] = [];
  private readonly byPlace: Scored<T>[] = [];

  constructor(query: string, limit: number) {
    this.words = query.split(/\s+/).filter((word) => word !== '');
    this.limit = limit;
  }

  /** `shape` is asked for what is to be found of those symbols that may be among the best; undefined where it is nothing. */
  add(symbols: readonly SeasonSymbol[], shape: (symbol: SeasonSymbol) => T | undefined): void {
    const { limit } = this;
    const [first, ...others] = this.words;
    const take = (list: Scored<T>[], found: readonly Scored<SeasonSymbol>[]) => {
      const enough = list.length < limit ? Number.NEGATIVE_INFINITY : list[limit - 1]!.score;
      for (const { value, score } of found) {
        const shaped = score > enough ? shape(value) : undefined;
        if (shaped !== undefined) list.push({ value: shaped, score });
      }
      keepBest(list, limit);
    };
    if (first === undefined) {
      take(this.byName, bestByKind(symbols, limit));
      return;
    }
    const found = best(symbols, this.words.join(''), ({ name }) => name, limit);
    take(this.byName, found);
    if (others.length === 0) return;
    const known = new Set(found.map(({ value }) => value));
    const inName = best(symbols, first, ({ name }) => name, 0).map(({ value }) => value);
    const inBoth = best(inName, others.join(''), ({ container }) => container, limit);
    take(
      this.byPlace,
      inBoth.filter(({ value }) => !known.has(value)),
    );
  }

  /** The best first. */
  found(): T[] {
    return [...this.byName, ...this.byPlace].slice(0, this.limit).map(({ value }) => value);
  }
}

/** `limit` 0 is all. Of those that fit equally well, people and threads come first. */
function best(
  symbols: readonly SeasonSymbol[],
  word: string,
  text: (symbol: SeasonSymbol) => string,
  limit: number,
): Scored<SeasonSymbol>[] {
  prepared += symbols.length;
  if (prepared > mostPrepared) {
    fuzzysort.cleanup();
    prepared = symbols.length;
  }
  const found = fuzzysort.go(word, symbols, {
    key: text,
    limit,
    threshold: 0,
    scoreFn: ({ score, obj }) => score - rank(obj) * LESSER_KIND,
  });
  return found.map(({ obj, score }) => ({ value: obj, score }));
}

function bestByKind(symbols: readonly SeasonSymbol[], limit: number): Scored<SeasonSymbol>[] {
  const all = symbols.map((value) => ({ value, score: -rank(value) }));
  keepBest(all, limit);
  return all;
}

/** Sorting keeps the order of equals: that in which the seasons come. */
function keepBest(list: Scored<unknown>[], limit: number): void {
  list.sort((a, b) => b.score - a.score).splice(limit);
}

function rank({ kind }: SeasonSymbol): number {
  return symbolKinds.indexOf(kind);
}
