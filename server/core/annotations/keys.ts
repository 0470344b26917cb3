import { t } from '@vscode/l10n';
import { isSpace, trimmedEnd, trimmedStart } from '../fountain/characters.ts';
import type { AnnotationProblem, KeyPart, Part } from './annotation.ts';
import { isSureBefore, isSureValue, type Joined, joinedAt } from './joined.ts';
import { COMMON_KEYS, type KeyInfo, type KindInfo, keyInfoAt } from './kinds.ts';
import {
  afterGap,
  type Inside,
  isGap,
  isLetter,
  isLoose,
  isQuote,
  NOTHING,
  partOf,
  pieces,
  reworded,
  unescaped,
  wordEnd,
} from './parts.ts';
import { isLowerOrDigit, slugOf } from './slug.ts';

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

/** So many words of an annotation are looked at that may be keys without `=`: each look may go over the whole text. */
const mostLooks = 16;

/** A `key=value` as it was scanned: indices. The value is without quotes. */
export interface ScannedKey {
  readonly start: number;
  readonly end: number;
  /** The key in lower case, and what it means, where it means something. */
  readonly word: string;
  readonly info: KeyInfo | undefined;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** What is wrong with it, if anything is. */
  readonly flaw: string | undefined;
  /** As it was probably meant, where that is other than it is written. */
  readonly meant?: string;
}

/** The `key=value` pairs of an annotation, and where what stands before and after them does, as indices. */
export interface Scanned {
  /** What stands before the first key and the `|`, without the white space around it. */
  readonly headStart: number;
  readonly headEnd: number;
  /** That is a single word, and an id as it stands. */
  readonly headIsId: boolean;
  readonly keys: readonly ScannedKey[];
  /** Where the `|` stands; -1 where there is none. */
  readonly bar: number;
  /** The word `cleared` stands after the keys. */
  readonly clearedAfter: boolean;
}

/**
 * Reads from `from` on up to the first `|` outside of quotes (in a Markdown table it is written `\|`). In prose only the
 * keys that any annotation may carry are keys. Linear in the text up to the bar.
 */
export function scanKeys(inside: Inside, from: number, kind: KindInfo): Scanned {
  const { text, end } = inside;
  const prose = kind.after === 'prose';
  let keys: ScannedKey[] | undefined;
  let headEnd = -1;
  let bar = -1;
  let clearedAfter = false;
  let looks = mostLooks;
  const first = afterGap(text, from, end);
  // An id is what most heads are: seen to be one here, its letters need no other look.
  const idEnd = plainIdEnd(text, first, end);
  for (let at = afterGap(text, idEnd, end); at < end; at = afterGap(text, at, end)) {
    if (text.charCodeAt(at) === BAR) {
      bar = at;
      break;
    }
    const equals = equalsAfter(text, at, end);
    const info = equals < 0 ? undefined : keyInfoAt(text, at, equals);
    const isKey = equals >= 0 && (!prose || (info !== undefined && COMMON_KEYS.includes(info.key)));
    let key = isKey ? scanKey(inside, kind, at, equals, equals + 1, info) : undefined;
    const joined = isKey || looks === 0 ? undefined : joinedAt(inside, at, kind);
    if (joined !== undefined) {
      looks--;
      // Right behind another key, or behind what stands before the first; not behind words that belong to neither.
      const follows = keys === undefined || afterGap(text, keys[keys.length - 1]!.end, end) === at;
      if (follows) key = scanJoined(inside, kind, keys === undefined ? first : -1, at, joined);
    }
    if (key !== undefined) {
      if (headEnd < 0) headEnd = at;
      if (keys === undefined) keys = [key];
      else keys.push(key);
      at = key.end;
    } else {
      const start = at;
      at = wordEnd(text, at, end);
      if (keys !== undefined && text.slice(start, at).toLowerCase() === 'cleared') clearedAfter = true;
    }
  }
  if (headEnd < 0) headEnd = bar < 0 ? end : unescaped(text, bar);
  const headStart = trimmedStart(text, from, headEnd);
  headEnd = trimmedEnd(text, headStart, headEnd);
  const headIsId = idEnd > first && headStart === first && headEnd === idEnd;
  return { headStart, headEnd, headIsId, keys: keys ?? NOTHING, bar, clearedAfter };
}

/** What is wrong with the keys. */
export function keyProblems({ base }: Inside, keys: readonly ScannedKey[]): readonly AnnotationProblem[] {
  let problems: AnnotationProblem[] | undefined;
  for (const { start, end, flaw, meant } of keys) {
    if (flaw === undefined) continue;
    problems ??= [];
    const problem = { start: base + start, end: base + end, code: 'annotation.malformed', message: flaw } as const;
    problems.push(meant === undefined ? problem : { ...problem, suggestion: meant });
  }
  return problems ?? NOTHING;
}

/** A key with the places of all its parts. */
export function keyPart(inside: Inside, { start, end, word, info, keyEnd, valueStart, valueEnd }: ScannedKey): KeyPart {
  const { base } = inside;
  const key: Part = { start: base + start, end: base + keyEnd, text: word };
  const value = partOf(inside, valueStart, valueEnd);
  return { start: key.start, end: base + end, key, value, values: wordsOf(inside, value, info) };
}

/** Where the word ends that stands at an index, if it is an id in lower case; otherwise that index. */
function plainIdEnd(text: string, from: number, end: number): number {
  if (from >= end || !isLowerOrDigit(text.charCodeAt(from))) return from;
  let at = from + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLowerOrDigit(code) || code === HYPHEN || code === UNDERSCORE) continue;
    return code === BAR || isGap(code) ? at : from;
  }
  return at;
}

/** Where the `=` after a key stands that begins at an index; -1 where none does. Two letters at least: `E=mc2` is no key. */
function equalsAfter(text: string, from: number, end: number): number {
  if (from >= end || !isLetter(text.charCodeAt(from))) return -1;
  let at = from + 1;
  while (at < end && isOfKey(text.charCodeAt(at))) at++;
  return at > from + 1 && at < end && text.charCodeAt(at) === EQUALS ? at : -1;
}

function isOfKey(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === HYPHEN || code === UNDERSCORE;
}

/** Scans the key at an index, which ends at `keyEnd`, and whose value begins at `from`. */
function scanKey(
  inside: Inside,
  kind: KindInfo,
  start: number,
  keyEnd: number,
  from: number,
  info: KeyInfo | undefined,
): ScannedKey {
  const { text } = inside;
  const word = info === undefined ? text.slice(start, keyEnd).toLowerCase() : info.key;
  const opens = from < inside.end && isQuote(text.charCodeAt(from));
  const close = opens ? closingQuote(inside, from) : -1;
  const valueStart = opens ? from + 1 : from;
  const valueEnd =
    close >= 0 ? close : info?.list ? endOfList(inside, kind, valueStart) : endOfWord(inside, valueStart);
  const end = close >= 0 ? close + 1 : valueEnd;
  let flaw: string | undefined;
  if (opens && close < 0) flaw = t('The quote after “{0}=” is not closed.', word);
  else if (trimmedStart(text, valueStart, valueEnd) === valueEnd) flaw = t('The key “{0}” has no value.', word);
  return { start, end, word, info, keyEnd, valueStart, valueEnd, flaw };
}

/**
 * Scans a key that is joined to its value by something else than `=`, where no doubt is possible. It holds all the same.
 *
 * @param head where what stands before the first key begins; -1 behind a key
 */
function scanJoined(inside: Inside, kind: KindInfo, head: number, at: number, joined: Joined): ScannedKey | undefined {
  const { text } = inside;
  const { info, keyEnd, valueFrom } = joined;
  if (head >= 0 && !isSureBefore(text.slice(head, at), info)) return undefined;
  const key = scanKey(inside, kind, at, keyEnd, valueFrom, info);
  if (key.flaw !== undefined || !isSureValue(info, text.slice(key.valueStart, key.valueEnd))) return undefined;
  const meant = `${text.slice(at, keyEnd)}=${text.slice(valueFrom, key.end)}`;
  return { ...key, flaw: t('A key and its value are joined by “=”: write “{0}”.', meant), meant };
}

/**
 * Where the quote closes that opens at an index; -1 where it does not. It counts as closed only where nothing is glued to
 * it, so that a `"` further on in free text closes nothing.
 */
function closingQuote(inside: Inside, open: number): number {
  const { text, end } = inside;
  const curly = text.charCodeAt(open) !== QUOTE;
  let close = open + 1;
  while (close < end && !(curly ? isCurly(text.charCodeAt(close)) : text.charCodeAt(close) === QUOTE)) close++;
  if (close >= end || text.charCodeAt(close) === CURLY_LOW) return -1;
  return isLoose(inside, close + 1) ? close : -1;
}

function isCurly(code: number): boolean {
  return code === CURLY || code === CURLY_CLOSE || code === CURLY_LOW;
}

/** A value of one word keeps the commas within it, not those that end it. */
function endOfWord(inside: Inside, start: number): number {
  const { text } = inside;
  let end = start;
  while (end < inside.end && text.charCodeAt(end) !== BAR && !isSpace(text.charCodeAt(end))) end++;
  end = beforeBar(inside, start, end);
  while (end > start && text.charCodeAt(end - 1) === COMMA) end--;
  return end;
}

/** A list goes on after a comma and spaces, `to=marissa, audience`, unless another key comes there. */
function endOfList(inside: Inside, kind: KindInfo, start: number): number {
  const { text } = inside;
  let end = wordEnd(text, start, inside.end);
  while (end > start) {
    const comma = trimmedStart(text, end, inside.end);
    if (comma === inside.end || text.charCodeAt(comma) !== COMMA) break;
    const next = afterGap(text, comma, inside.end);
    if (equalsAfter(text, next, inside.end) >= 0 || joinedAt(inside, next, kind)) break;
    const nextEnd = wordEnd(text, next, inside.end);
    if (nextEnd === next) break;
    end = nextEnd;
  }
  return beforeBar(inside, start, end);
}

/** The end of a value, which may have run into a bar. */
function beforeBar(inside: Inside, start: number, end: number): number {
  const ends = end < inside.end && inside.text.charCodeAt(end) === BAR;
  return ends ? Math.max(start, unescaped(inside.text, end)) : end;
}

function wordsOf(inside: Inside, value: Part, info: KeyInfo | undefined): readonly Part[] {
  if (info === undefined || info.holds === 'word' || info.holds === 'text')
    return value.text === '' ? NOTHING : [value];
  const found = pieces(inside, value.start - inside.base, value.end - inside.base);
  for (let i = 0; i < found.length; i++) found[i] = reworded(found[i]!, slugOf(found[i]!.text));
  return found;
}
