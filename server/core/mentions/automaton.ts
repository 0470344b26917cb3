/**
 * Finds many sequences of numbers in one at once, in time linear in its length however the sequences overlap (Aho and
 * Corasick, 1975). The alphabet is not characters but the words of the cues: see `CueSet`.
 *
 * It reads backwards, from the end of the sequence to its beginning. In each state, then, the sequences that are known to
 * stand there all begin at the same place, and the longest of them is what a search for the longest first wants to know.
 */
export class Automaton {
  /** The steps from each state, by state and symbol. */
  readonly #steps = new Map<number, number>();
  /** The state of the longest proper beginning (read backwards) that is also a beginning. */
  readonly #fallback: number[] = [0];
  /** By layer and state: the longest sequence of that layer which is complete in the state; -1 where there is none. */
  readonly #found: readonly number[][];
  readonly #symbols: number;
  /** The step from the first state by each symbol: the one that is taken most. */
  readonly #first: Int32Array;

  /**
   * @param symbols how many symbols there are: they are the numbers from 0 on
   * @param layers of each sequence, whether it counts in the layer
   */
  constructor(
    sequences: readonly (readonly number[])[],
    symbols: number,
    layers: readonly ((sequence: number) => boolean)[],
  ) {
    this.#symbols = symbols;
    this.#first = new Int32Array(symbols);
    this.#found = layers.map(() => [-1]);
    const parents: [parent: number, symbol: number][] = [];
    const depths = [0];
    sequences.forEach((sequence, index) => {
      let state = 0;
      for (let at = sequence.length - 1; at >= 0; at--) state = this.#grow(state, sequence[at]!, parents, depths);
      layers.forEach((counts, layer) => {
        if (counts(index)) this.#found[layer]![state] = index;
      });
    });
    this.#link(parents, depths);
  }

  /** The state at each place of a text, having read from its end to there; -1 stands for what is in no sequence. */
  read(symbols: readonly number[]): number[] {
    const states: number[] = new Array(symbols.length);
    let state = 0;
    for (let at = symbols.length - 1; at >= 0; at--) {
      const symbol = symbols[at]!;
      state = symbol < 0 ? 0 : this.#next(state, symbol);
      states[at] = state;
    }
    return states;
  }

  /** The longest sequence of the layer that begins at the place of this state. */
  found(state: number, layer: number): number {
    return this.#found[layer]![state]!;
  }

  #next(state: number, symbol: number): number {
    for (let from = state; from !== 0; from = this.#fallback[from]!) {
      const to = this.#steps.get(from * this.#symbols + symbol);
      if (to !== undefined) return to;
    }
    return this.#first[symbol]!;
  }

  #grow(state: number, symbol: number, parents: [number, number][], depths: number[]): number {
    const key = state * this.#symbols + symbol;
    let next = this.#steps.get(key);
    if (next === undefined) {
      next = depths.length;
      this.#steps.set(key, next);
      if (state === 0) this.#first[symbol] = next;
      this.#fallback.push(0);
      for (const found of this.#found) found.push(-1);
      parents[next] = [state, symbol];
      depths.push(depths[state]! + 1);
    }
    return next;
  }

  /** Links each state to its fallback, the shallow before the deep. */
  #link(parents: readonly [parent: number, symbol: number][], depths: readonly number[]): void {
    const order = depths.map((_, state) => state).sort((a, b) => depths[a]! - depths[b]!);
    for (const state of order) {
      if (depths[state]! < 1) continue;
      const [parent, symbol] = parents[state]!;
      const fallback = parent === 0 ? 0 : this.#next(this.#fallback[parent]!, symbol);
      this.#fallback[state] = fallback;
      for (const found of this.#found) if (found[state] === -1) found[state] = found[fallback]!;
    }
  }
}
