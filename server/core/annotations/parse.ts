import type { Annotation, AnnotationProblem, KeyPart, Mark, Part } from './annotation.ts';
import { isForeign, parseForeign } from './foreign.ts';
import { pieces, type Scanned, scanKeys, trimmedPart } from './keys.ts';
import { type KindInfo, keyInfo, kindInfo } from './kinds.ts';
import { nearestKind } from './nearest.ts';
import { isId, normalId, slugOf } from './slug.ts';
import { parseStoryTime } from './story-time.ts';

/** The first word and the colon after it, if any. No kind, nor a slip from one, is longer than ten letters. */
const KIND = /[^\S\r\n]*([a-z]{2,11})(?![a-z])[^\S\r\n]*(:?)/iy;
const BREAK = /[\r\n]/;
const CODE = /^[a-z]+(?:\.[a-z-]+)?$/i;
const CLEARED = /(?:^|[\s,])(cleared)$/i;

/** The least length of a word that is taken for a slip without knowing what it names. */
const LONG_ENOUGH = 5;

/**
 * Reads what stands between the brackets of a note (`[[…]]`) or a Markdown comment (`<!--…-->`) whose opening bracket
 * stands at `start`. Undefined for an ordinary note. All spans are in the coordinates of `start`; that of the whole
 * annotation includes the brackets. Linear in the text; a note that does not begin with a kind costs next to nothing.
 */
export function parseAnnotation(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  return parse(inside, start, form, LONG_ENOUGH);
}

/**
 * Like `parseAnnotation`, but takes any slip for one, however short the word: for a caller who has seen that an id after it
 * is known. Undefined where there is no slip.
 */
export function parseSlip(inside: string, start: number, form: 'note' | 'comment'): Annotation | undefined {
  const read = parse(inside, start, form, 0);
  return read?.problems[0]?.code === 'annotation.typo' ? read : undefined;
}

function parse(inside: string, start: number, form: 'note' | 'comment', slipFrom: number): Annotation | undefined {
  KIND.lastIndex = 0;
  const match = KIND.exec(inside);
  if (!match) return undefined;
  const written = match[1]!.toLowerCase();
  const colon = match[2] !== '';
  const foreign = isForeign(written);
  if (!colon && !foreign) return undefined;
  const slip = kindInfo(written) || foreign || written.length < slipFrom ? undefined : nearestKind(written);
  const info = kindInfo(slip ?? written);
  if ((!info && !foreign) || BREAK.test(inside)) return undefined;

  const wordEnd = match[0].search(/[a-z]/i) + written.length;
  const kind: Part = { start: wordEnd - written.length, end: wordEnd, text: slip ? written : (info?.kind ?? written) };
  const read = info ? parseBody(info, inside, match[0].length, kind) : parseForeignBody(written, inside, wordEnd);
  if (!read || (slip && !read.mark)) return undefined;

  const base = start + (form === 'note' ? 2 : 4);
  const end = base + inside.length + (form === 'note' ? 2 : 3);
  const body = shifted({ ...read, kind }, base);
  if (!slip) return { start, end, form, ...body };
  const { mark: _, ...rest } = body;
  const message = `“${written}” is no kind of annotation. Did you mean “${slip}”?`;
  const typo: AnnotationProblem = { ...body.kind, code: 'annotation.typo', message, suggestion: slip };
  return { start, end, form, ...rest, problems: [problemOf(typo)] };
}

/** All of an annotation but its brackets. */
type Body = Omit<Annotation, 'start' | 'end' | 'form'>;
type Read = Omit<Body, 'kind'>;

function parseForeignBody(word: string, text: string, from: number): Read | undefined {
  const read = parseForeign(word, text, from);
  return read && { ...read, keys: [], problems: [] };
}

function parseBody(info: KindInfo, text: string, from: number, kind: Part): Read | undefined {
  const scanned = scanKeys(text, from, info.after === 'prose');
  const note = noteOf(text, scanned.bar);
  const head = trimmedPart(text.slice(from, scanned.headEnd), from);
  const rest = { keys: scanned.keys, note, problems: scanned.problems };
  switch (info.after) {
    case 'ids':
      return withIds(info, head, scanned, kind, rest);
    case 'codes':
      return withCodes(info, head, kind, rest);
    case 'time':
      if (!parseStoryTime(head.text)) return undefined;
      return { ids: [], value: head, ...rest, mark: markOf(info, [], rest, { value: head.text.toLowerCase() }) };
    case 'word':
      return withWord(info, head, rest);
    case 'prose':
      return withProse(info, head, rest);
  }
}

interface Rest {
  readonly keys: readonly KeyPart[];
  readonly note: Part | undefined;
  readonly problems: AnnotationProblem[];
}

function withIds(info: KindInfo, head: Part, scanned: Scanned, kind: Part, rest: Rest): Read {
  const word = info.kind === 'herring' ? CLEARED.exec(head.text) : null;
  const cleared = word !== null || (info.kind === 'herring' && scanned.clearedAfter);
  const named = word ? head.text.slice(0, word.index) : head.text;
  const bare = withoutCommas(trimmedPart(named, head.start));
  const list = pieces(bare);
  const direct = list.every((piece) => isId(piece.text));
  const ids = direct
    ? list.map((piece) => ({ ...piece, text: normalId(piece.text) }))
    : [{ ...bare, text: slugOf(bare.text) }].filter((id) => id.text !== '');
  if (ids.length === 0) {
    const what = info.names === 'facts' ? 'fact' : 'thread';
    const message = `No ${what} is named: write its id after “${kind.text}:”.`;
    return { ids, ...rest, problems: [{ ...span(kind), code: 'annotation.malformed', message }, ...rest.problems] };
  }
  const names = [...new Set(ids.map((id) => id.text))];
  const title = direct ? undefined : { title: bare.text };
  return { ids, ...rest, mark: markOf(info, names, rest, { ...title, ...(cleared ? { cleared } : undefined) }) };
}

/** Without what is left of a list at its end, as while its next id is being typed. */
function withoutCommas(part: Part): Part {
  let length = part.text.length;
  while (length > 0 && /[\s,]/.test(part.text[length - 1]!)) length--;
  return { start: part.start, end: part.start + length, text: part.text.slice(0, length) };
}

/** Rule codes, between commas or spaces. Other words after `ignore:` are a note to a colleague. */
function withCodes(info: KindInfo, head: Part, kind: Part, rest: Rest): Read | undefined {
  const list = pieces({ ...head, text: head.text.replace(/\s/g, ',') });
  if (list.length === 0) {
    const message = 'No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.';
    return { ids: [], ...rest, problems: [{ ...span(kind), code: 'annotation.malformed', message }, ...rest.problems] };
  }
  if (!list.every((piece) => CODE.test(piece.text) && piece.text.includes('.'))) return undefined;
  const ids = list.map((piece) => ({ ...piece, text: piece.text.toLowerCase() }));
  return { ids, ...rest, mark: markOf(info, [...new Set(ids.map((id) => id.text))], rest, {}) };
}

/** A turn may go without a word; a form says nothing without one. */
function withWord(info: KindInfo, head: Part, rest: Rest): Read | undefined {
  const value = slugOf(head.text);
  if (value === '') {
    return info.kind === 'turn' ? { ids: [], ...rest, mark: markOf(info, [], rest, {}) } : undefined;
  }
  const title = isId(head.text) ? undefined : { title: head.text };
  return { ids: [], value: { ...head, text: value }, ...rest, mark: markOf(info, [], rest, { ...title, value }) };
}

function withProse(info: KindInfo, head: Part, rest: Rest): Read | undefined {
  const note = rest.note ?? head;
  if (note.text === '') return undefined;
  const all = { ...rest, note };
  if (!rest.note || head.text === '') return { ids: [], ...all, mark: markOf(info, [], all, {}) };
  return { ids: [], value: head, ...all, mark: markOf(info, [], all, { title: head.text }) };
}

function markOf(info: KindInfo, ids: readonly string[], rest: Rest, more: Partial<Mark>): Mark {
  const keys: Record<string, string> = {};
  for (const { key, value } of rest.keys) {
    const text = value.text.trim();
    if (text === '') continue;
    const before = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined;
    if (before === undefined) Object.defineProperty(keys, key.text, { value: text, ...PLAIN });
    else if (keyInfo(key.text)?.list) keys[key.text] = `${before},${text}`;
  }
  return { kind: info.kind, ids, ...more, keys, ...(rest.note ? { note: rest.note.text } : undefined) };
}

/** So that a key `__proto__` is a key like any other. */
const PLAIN = { enumerable: true, configurable: true, writable: true } as const;

function noteOf(text: string, bar: number | undefined): Part | undefined {
  if (bar === undefined) return undefined;
  const note = trimmedPart(text.slice(bar + 1), bar + 1);
  return note.text === '' ? undefined : note;
}

function shifted(body: Body, by: number): Body {
  const part = (it: Part): Part => ({ start: it.start + by, end: it.end + by, text: it.text });
  return {
    kind: part(body.kind),
    ids: body.ids.map(part),
    ...(body.value ? { value: part(body.value) } : undefined),
    keys: body.keys.map((it) => ({
      start: it.start + by,
      end: it.end + by,
      key: part(it.key),
      value: part(it.value),
      values: it.values.map(part),
    })),
    ...(body.note ? { note: part(body.note) } : undefined),
    ...(body.mark ? { mark: body.mark } : undefined),
    problems: body.problems.map((it) => ({ ...it, start: it.start + by, end: it.end + by })),
  };
}

function span(part: Part): { start: number; end: number } {
  return { start: part.start, end: part.end };
}

function problemOf({ start, end, code, message, suggestion }: AnnotationProblem): AnnotationProblem {
  return { start, end, code, message, suggestion };
}
