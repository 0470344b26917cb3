import { Automaton } from './automaton.ts';
import type { Cue, Mention, Referent } from './referent.ts';
import { eachPiece, piecesOf } from './words.ts';

/**
 * Cues made ready to be found, all in one pass over a text.
 *
 * A cue is found where the text has its words, whole, in any case, with any white space between them (see `eachPiece` for
 * what a word is). Of several that begin at one place the longest counts, and from left to right none overlaps another.
 *
 * Events stand aside: theirs are phrases, in which names and threads occur like any other words (`asks for the phone`), and
 * what hides a thread's mention would hide its role too. So no mention of a thread or character overlaps another of these,
 * and none of an event another event's; where both have the same stretch it is one mention.
 *
 * The search is our own, over words instead of characters, since the libraries there are (`@monyone/aho-corasick`,
 * `modern-ahocorasick`, `ahocorasick`) know neither words nor case: folding the text for them changes its length and so all
 * offsets; their longest match is chosen before we can say that it ends within a word, and hides a shorter one that does
 * not; or else they list every match, which is more than the text is long for cues that contain each other.
 */
export class CueSet {
  readonly #symbols = new Map<string, number>();
  readonly #patterns: Pattern[] = [];
  readonly #automaton: Automaton;

  constructor(cues: readonly Cue[]) {
    const sequences: number[][] = [];
    const byWords = new Map<string, Pattern>();
    for (const { text, referent } of cues) {
      const words = wordsOf(text);
      // What has no letter, digit or picture would be found all over.
      if (!words.some((word) => /[\p{L}\p{N}\p{So}]/u.test(word))) continue;
      const key = words.join('\n');
      let pattern = byWords.get(key);
      if (!pattern) {
        pattern = { length: words.length, things: [], events: [] };
        byWords.set(key, pattern);
        this.#patterns.push(pattern);
        sequences.push(words.map((word) => this.#symbolOf(word)));
      }
      add(referent.kind === 'event' ? pattern.events : pattern.things, referent);
    }
    for (const { things } of this.#patterns) things.sort(threadsFirst);
    this.#automaton = new Automaton(sequences, this.#symbols.size, [
      (index) => this.#patterns[index]!.things.length > 0,
      (index) => this.#patterns[index]!.events.length > 0,
    ]);
  }

  static of(cues: readonly Cue[]): CueSet {
    return new CueSet(cues);
  }

  /** How many different cues there are. */
  get size(): number {
    return this.#patterns.length;
  }

  /** The mentions in a text, by start, the longer first, with offsets in UTF-16 units. Linear in the text. */
  find(text: string): readonly Mention[] {
    if (this.size === 0) return NONE;
    const symbols: number[] = [UNKNOWN];
    const starts: number[] = [0];
    const ends: number[] = [0];
    let last = UNKNOWN;
    eachPiece(text, (piece, start, end) => {
      const symbol = this.#symbols.get(piece) ?? UNKNOWN;
      // What no cue has, and the space after it, parts what stands before from what comes behind: one piece is enough.
      if (last === UNKNOWN && (symbol === UNKNOWN || piece === ' ')) return;
      last = symbol;
      symbols.push(symbol);
      starts.push(start);
      ends.push(end);
    });
    if (symbols.length === 1) return NONE;

    const states = this.#automaton.read(symbols);
    const things = this.#select(states, THINGS);
    const events = this.#select(states, EVENTS);
    const mentions: Mention[] = [];
    const mention = (at: number, end: number, referents: readonly Referent[]) =>
      mentions.push({ start: starts[at]!, end: ends[end - 1]!, referents });
    let next = 0;
    for (const [at, { length, things: referents }] of things) {
      for (; next < events.length; next++) {
        const [eventAt, event] = events[next]!;
        if (eventAt > at || (eventAt === at && event.length <= length)) break;
        mention(eventAt, eventAt + event.length, event.events);
      }
      const event = events[next];
      const same = event !== undefined && event[0] === at && event[1].length === length;
      if (same) next++;
      mention(at, at + length, same ? [...referents, ...event[1].events] : referents);
    }
    for (const [at, { length, events: referents }] of events.slice(next)) mention(at, at + length, referents);
    return mentions;
  }

  /** What counts of one layer: from left to right, each time the longest. */
  #select(states: readonly number[], layer: number): [at: number, pattern: Pattern][] {
    const selected: [number, Pattern][] = [];
    for (let at = 0; at < states.length; ) {
      const found = this.#automaton.found(states[at]!, layer);
      const pattern = found === UNKNOWN ? undefined : this.#patterns[found]!;
      if (pattern) selected.push([at, pattern]);
      at += pattern ? pattern.length : 1;
    }
    return selected;
  }

  #symbolOf(word: string): number {
    let symbol = this.#symbols.get(word);
    if (symbol === undefined) {
      symbol = this.#symbols.size;
      this.#symbols.set(word, symbol);
    }
    return symbol;
  }
}

/** Stands for a word that is in no cue, and for no cue. */
const UNKNOWN = -1;
const THINGS = 0;
const EVENTS = 1;
const NONE: readonly Mention[] = Object.freeze([]);

/** The words, signs and spaces of a cue, without spaces at its ends: these may also stand within marks of emphasis. */
function wordsOf(cue: string): string[] {
  const words = piecesOf(cue.trim()).map((piece) => piece.text);
  const first = words.findIndex((word) => word !== ' ');
  return words.slice(first, words.findLastIndex((word) => word !== ' ') + 1);
}

/** What one sequence of words means. */
interface Pattern {
  /** In words, signs and spaces. */
  readonly length: number;
  /** Threads and characters. */
  readonly things: Referent[];
  readonly events: Referent[];
}

function threadsFirst(a: Referent, b: Referent): number {
  return Number(a.kind !== 'thread') - Number(b.kind !== 'thread');
}

/** An alias that holds from the start makes one of the same person that holds later superfluous. */
function add(referents: Referent[], referent: Referent): void {
  const same = referents.findIndex(({ kind, id }) => kind === referent.kind && id === referent.id);
  if (same === -1) referents.push(referent);
  else if (referent.until === undefined) referents[same] = referent;
}
