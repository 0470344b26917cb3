/** What a character is to somebody who looks for words. */
export const Kind = {
  Space: 1,
  /** A letter or digit of a script that parts words with spaces. */
  Letter: 2,
  /** Katakana: a run of it is a word, whatever stands beside it. */
  Katakana: 3,
  /** A letter or digit of a script that does not part words: a word by itself. */
  Alone: 4,
  /** A mark that belongs to the character before it. */
  Mark: 5,
  /** A character that nobody sees: joiners, soft hyphens, directions. It counts for nothing. */
  Unseen: 6,
  Apostrophe: 7,
  /** `*`, `_` and `\`, which print nothing. */
  Emphasis: 8,
  /** Anything else. */
  Sign: 9,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const SPACE = /^[\s\u0085]/;
const LETTER = /^[\p{L}\p{N}]/u;
const MARK = /^\p{M}/u;
const UNSEEN = /^\p{Default_Ignorable_Code_Point}/u;
const KATAKANA = /^\p{scx=Kana}/u;
/** Of these every letter may begin or end a word. */
const ALONE =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tale}\p{scx=Talu}\p{scx=Lana}\p{scx=Tavt}\p{scx=Java}\p{scx=Bali}]/u;

/** The kind of each UTF-16 unit that has been asked for; 0 where none has. */
const known = new Uint8Array(0x10000);

/** The kind of the character that stands at an index of the text. */
export function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return kindOfPair(text.slice(at, at + 2));
  const found = known[unit];
  if (found) return found as Kind;
  const kind = kindOf(String.fromCharCode(unit));
  known[unit] = kind;
  return kind;
}

/** The kinds of characters that take two units, as far as they have been asked for. */
const knownPairs = new Map<string, Kind>();
const MOST_PAIRS = 10_000;

function kindOfPair(pair: string): Kind {
  let kind = knownPairs.get(pair);
  if (kind === undefined) {
    if (knownPairs.size >= MOST_PAIRS) knownPairs.clear();
    kind = kindOf(pair);
    knownPairs.set(pair, kind);
  }
  return kind;
}

/** How many units the character at an index of the text takes. */
export function sizeAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

function kindOf(character: string): Kind {
  if ("'’‘ʼ＇".includes(character)) return Kind.Apostrophe;
  if ('*_\\'.includes(character)) return Kind.Emphasis;
  if (UNSEEN.test(character)) return Kind.Unseen;
  if (SPACE.test(character)) return Kind.Space;
  if (MARK.test(character)) return Kind.Mark;
  if (!LETTER.test(character)) return Kind.Sign;
  if (KATAKANA.test(character)) return Kind.Katakana;
  return ALONE.test(character) ? Kind.Alone : Kind.Letter;
}
