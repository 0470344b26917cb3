/** Words of ASCII letters, by which something is found where they stand in a text, in any case, without cutting them out. */
export class WordTable<T> {
  readonly #slots: Entry<T>[][] = [];

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const slot = slotOf(word, 0, word.length);
      this.#slots[slot] ??= [];
      this.#slots[slot].push({ word, value });
    }
  }

  /** What belongs to the word from one index to another. */
  at(text: string, from: number, to: number): T | undefined {
    const entries = this.#slots[slotOf(text, from, to)];
    if (entries === undefined) return undefined;
    for (const { word, value } of entries) {
      if (word.length === to - from && isWordAt(text, from, word)) return value;
    }
    return undefined;
  }
}

interface Entry<T> {
  /** In lower case. */
  readonly word: string;
  readonly value: T;
}

function slotOf(text: string, from: number, to: number): number {
  return (text.charCodeAt(from) & 31) + ((to - from) & 15) * 32;
}

/** Whether the word, which is ASCII letters in lower case, stands there in any case. */
function isWordAt(text: string, from: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if ((text.charCodeAt(from + i) | 0x20) !== word.charCodeAt(i)) return false;
  }
  return true;
}
