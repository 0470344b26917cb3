import type { AnnotationProblem, KeyPart, Part } from './annotation.ts';
import { COMMON_KEYS, keyInfo } from './kinds.ts';
import { slugOf } from './slug.ts';

/** The `key=value` pairs of an annotation and what stands before and after them. Positions are indices into the text. */
export interface Scanned {
  /** The end of what stands before the first key and the `|`. */
  readonly headEnd: number;
  readonly keys: KeyPart[];
  /** Where the `|` stands; undefined where there is none. */
  readonly bar?: number;
  /** The word `cleared` stands after the keys. */
  readonly clearedAfter: boolean;
  readonly problems: AnnotationProblem[];
}

/** Two letters at least: `E=mc2` is no key. */
const KEY = /([a-z][a-z0-9_-]+)=/iy;
const GAP = /[\s,]+/y;
const WORD = /[^\s,|]+/y;
const WHOLE_WORD = /[^\s|]+/y;
const COMMA = /\s*,[\s,]*/y;
/** A quote counts as closed only where nothing is glued to it, so that a `"` further on in free text closes nothing. */
const QUOTED = /"([^"]*)"(?=[\s,|]|\\\||$)/y;
const CURLY = /[“„]([^“”„]*)[“”](?=[\s,|]|\\\||$)/y;

/**
 * Reads from `from` on up to the first `|` outside of quotes (in a Markdown table it is written `\|`). In prose only the
 * keys that any annotation may carry are keys. Linear in the text up to the bar.
 */
export function scanKeys(text: string, from: number, prose: boolean): Scanned {
  const keys: KeyPart[] = [];
  const problems: AnnotationProblem[] = [];
  let headEnd: number | undefined;
  let bar: number | undefined;
  let clearedAfter = false;
  let at = from;
  for (;;) {
    at = matchAt(GAP, text, at)?.end ?? at;
    if (at >= text.length) break;
    if (text[at] === '|') {
      bar = at;
      break;
    }
    const key = matchAt(KEY, text, at);
    if (key && (!prose || (COMMON_KEYS as readonly string[]).includes(key.group.toLowerCase()))) {
      headEnd ??= at;
      const read = readKey(text, at, key.group, key.end, problems);
      keys.push(read);
      at = read.end;
    } else {
      const word = matchAt(WORD, text, at)!;
      if (keys.length > 0 && text.slice(at, word.end).toLowerCase() === 'cleared') clearedAfter = true;
      at = word.end;
    }
  }
  headEnd ??= bar === undefined ? text.length : unescaped(text, bar);
  return { headEnd, keys, bar, clearedAfter, problems };
}

function readKey(text: string, at: number, word: string, from: number, problems: AnnotationProblem[]): KeyPart {
  const key: Part = { start: at, end: at + word.length, text: word.toLowerCase() };
  const info = keyInfo(key.text);
  const quoted = matchAt(QUOTED, text, from) ?? matchAt(CURLY, text, from);
  if (quoted) {
    const value = { start: from + 1, end: quoted.end - 1, text: quoted.group };
    if (value.text.trim() === '') problems.push(noValue(at, quoted.end, key.text));
    return { start: at, end: quoted.end, key, value, values: wordsOf(value, key.text) };
  }
  const open = /["“„]/.test(text[from] ?? '');
  const start = open ? from + 1 : from;
  const end = info?.list ? endOfList(text, start) : endOfWord(text, start);
  const value = { start, end, text: text.slice(start, end) };
  if (open) {
    problems.push({
      start: at,
      end,
      code: 'annotation.malformed',
      message: `The quote after “${key.text}=” is not closed.`,
    });
  } else if (value.text === '') {
    problems.push(noValue(at, end, key.text));
  }
  return { start: at, end, key, value, values: wordsOf(value, key.text) };
}

function noValue(start: number, end: number, key: string): AnnotationProblem {
  return { start, end, code: 'annotation.malformed', message: `The key “${key}” has no value.` };
}

/** A value of one word keeps the commas within it, not those that end it. */
function endOfWord(text: string, start: number): number {
  let end = matchAt(WHOLE_WORD, text, start)?.end ?? start;
  if (text[end] === '|') end = Math.max(start, unescaped(text, end));
  while (end > start && text[end - 1] === ',') end--;
  return end;
}

/** A list goes on after a comma and spaces, `to=marissa, audience`, unless another key comes there. */
function endOfList(text: string, start: number): number {
  let end = matchAt(WORD, text, start)?.end ?? start;
  while (end > start) {
    const next = matchAt(COMMA, text, end)?.end;
    if (next === undefined || matchAt(KEY, text, next)) break;
    const word = matchAt(WORD, text, next);
    if (!word) break;
    end = word.end;
  }
  return text[end] === '|' ? Math.max(start, unescaped(text, end)) : end;
}

function wordsOf(value: Part, key: string): Part[] {
  const holds = keyInfo(key)?.holds;
  const ids = holds === 'facts' || holds === 'people' || holds === 'event';
  if (!ids) return value.text === '' ? [] : [value];
  return pieces(value).map((piece) => ({ ...piece, text: slugOf(piece.text) }));
}

/** What stands between the commas, trimmed, without empty ones. */
export function pieces(part: Part): Part[] {
  const found: Part[] = [];
  let at = part.start;
  for (const piece of part.text.split(',')) {
    const trimmed = trimmedPart(piece, at);
    if (trimmed.text !== '') found.push(trimmed);
    at += piece.length + 1;
  }
  return found;
}

/** A text that stands at `start`, without the white space around it. */
export function trimmedPart(text: string, start: number): Part {
  const inner = text.trim();
  const from = start + (text.length - text.trimStart().length);
  return { start: from, end: from + inner.length, text: inner };
}

/** Where what stands before the bar ends: the `\` that hides the bar from a Markdown table is no part of it. */
function unescaped(text: string, bar: number): number {
  return text[bar - 1] === '\\' ? bar - 1 : bar;
}

function matchAt(pattern: RegExp, text: string, at: number): { end: number; group: string } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { end: pattern.lastIndex, group: match[1] ?? match[0] } : undefined;
}
