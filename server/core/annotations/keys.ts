import { isSpace } from '../fountain/characters.ts';
import type { AnnotationProblem, KeyPart, Part } from './annotation.ts';
import { COMMON_KEYS, type KeyInfo, keyInfo } from './kinds.ts';
import { afterGap, type Inside, isLoose, NOTHING, partOf, pieces, reworded, unescaped, wordEnd } from './parts.ts';
import { slugOf } from './slug.ts';

const QUOTE = 34;
const COMMA = 44;
const HYPHEN = 45;
const EQUALS = 61;
const UNDERSCORE = 95;
const BAR = 124;
/** `“`, which opens in some languages and closes in others, `”` and `„`. */
const CURLY = 0x201c;
const CURLY_CLOSE = 0x201d;
const CURLY_LOW = 0x201e;

/** The `key=value` pairs of an annotation, and where what stands before and after them does, as indices. */
export interface Scanned {
  /** The end of what stands before the first key and the `|`. */
  readonly headEnd: number;
  readonly keys: readonly KeyPart[];
  /** Where the `|` stands; -1 where there is none. */
  readonly bar: number;
  /** The word `cleared` stands after the keys. */
  readonly clearedAfter: boolean;
  readonly problems: readonly AnnotationProblem[];
}

/**
 * Reads from `from` on up to the first `|` outside of quotes (in a Markdown table it is written `\|`). In prose only the
 * keys that any annotation may carry are keys. Linear in the text up to the bar.
 */
export function scanKeys(inside: Inside, from: number, prose: boolean): Scanned {
  const { text } = inside;
  let keys: KeyPart[] | undefined;
  let problems: AnnotationProblem[] | undefined;
  let headEnd = -1;
  let bar = -1;
  let clearedAfter = false;
  for (let at = afterGap(text, from); at < text.length; at = afterGap(text, at)) {
    if (text.charCodeAt(at) === BAR) {
      bar = at;
      break;
    }
    const equals = equalsAfter(text, at);
    const key = equals < 0 ? '' : text.slice(at, equals).toLowerCase();
    if (equals >= 0 && (!prose || (COMMON_KEYS as readonly string[]).includes(key))) {
      if (headEnd < 0) headEnd = at;
      const read = readKey(inside, at, equals, key);
      keys ??= [];
      keys.push(read.key);
      if (read.problem) {
        problems ??= [];
        problems.push(read.problem);
      }
      at = read.key.end - inside.base;
    } else {
      const end = wordEnd(text, at);
      if (keys !== undefined && text.slice(at, end).toLowerCase() === 'cleared') clearedAfter = true;
      at = end;
    }
  }
  if (headEnd < 0) headEnd = bar < 0 ? text.length : unescaped(text, bar);
  return { headEnd, keys: keys ?? NOTHING, bar, clearedAfter, problems: problems ?? NOTHING };
}

/** Where the `=` after a key stands that begins at an index; -1 where none does. Two letters at least: `E=mc2` is no key. */
function equalsAfter(text: string, from: number): number {
  if (!isLetter(text.charCodeAt(from))) return -1;
  let at = from + 1;
  while (at < text.length && isOfKey(text.charCodeAt(at))) at++;
  return at > from + 1 && at < text.length && text.charCodeAt(at) === EQUALS ? at : -1;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isOfKey(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === HYPHEN || code === UNDERSCORE;
}

/** Reads the key at an index, whose `=` stands at `equals`. */
function readKey(
  inside: Inside,
  at: number,
  equals: number,
  word: string,
): { key: KeyPart; problem?: AnnotationProblem } {
  const { text, base } = inside;
  const key: Part = { start: base + at, end: base + equals, text: word };
  const info = keyInfo(word);
  const from = equals + 1;
  const opens = isQuote(text.charCodeAt(from));
  const close = opens ? closingQuote(text, from) : -1;
  const start = opens ? from + 1 : from;
  const valueEnd = close >= 0 ? close : info?.list ? endOfList(text, start) : endOfWord(text, start);
  const end = close >= 0 ? close + 1 : valueEnd;
  const value = partOf(inside, start, valueEnd);
  const part = { start: key.start, end: base + end, key, value, values: wordsOf(inside, value, info) };
  if (opens && close < 0) return { key: part, problem: problem(part, `The quote after “${word}=” is not closed.`) };
  if (value.text.trim() === '') return { key: part, problem: problem(part, `The key “${word}” has no value.`) };
  return { key: part };
}

function problem({ start, end }: KeyPart, message: string): AnnotationProblem {
  return { start, end, code: 'annotation.malformed', message };
}

function isQuote(code: number): boolean {
  return code === QUOTE || code === CURLY || code === CURLY_LOW;
}

/**
 * Where the quote closes that opens at an index; -1 where it does not. It counts as closed only where nothing is glued to
 * it, so that a `"` further on in free text closes nothing.
 */
function closingQuote(text: string, open: number): number {
  const curly = text.charCodeAt(open) !== QUOTE;
  let close = open + 1;
  while (close < text.length && !(curly ? isCurly(text.charCodeAt(close)) : text.charCodeAt(close) === QUOTE)) close++;
  if (close >= text.length || text.charCodeAt(close) === CURLY_LOW) return -1;
  return isLoose(text, close + 1) ? close : -1;
}

function isCurly(code: number): boolean {
  return code === CURLY || code === CURLY_CLOSE || code === CURLY_LOW;
}

/** A value of one word keeps the commas within it, not those that end it. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== BAR && !isSpace(text.charCodeAt(end))) end++;
  end = beforeBar(text, start, end);
  while (end > start && text.charCodeAt(end - 1) === COMMA) end--;
  return end;
}

/** A list goes on after a comma and spaces, `to=marissa, audience`, unless another key comes there. */
function endOfList(text: string, start: number): number {
  let end = wordEnd(text, start);
  while (end > start) {
    let comma = end;
    while (comma < text.length && isSpace(text.charCodeAt(comma))) comma++;
    if (comma === text.length || text.charCodeAt(comma) !== COMMA) break;
    const next = afterGap(text, comma);
    if (equalsAfter(text, next) >= 0) break;
    const nextEnd = wordEnd(text, next);
    if (nextEnd === next) break;
    end = nextEnd;
  }
  return beforeBar(text, start, end);
}

/** The end of a value, which may have run into a bar. */
function beforeBar(text: string, start: number, end: number): number {
  const ends = end < text.length && text.charCodeAt(end) === BAR;
  return ends ? Math.max(start, unescaped(text, end)) : end;
}

function wordsOf(inside: Inside, value: Part, info: KeyInfo | undefined): readonly Part[] {
  if (info === undefined || info.holds === 'word' || info.holds === 'text')
    return value.text === '' ? NOTHING : [value];
  const found = pieces(inside, value.start - inside.base, value.end - inside.base);
  for (let i = 0; i < found.length; i++) found[i] = reworded(found[i]!, slugOf(found[i]!.text));
  return found;
}
