import type { Span } from '../text/span.ts';
import type { AnnotationProblem, Mark, Part } from './annotation.ts';
import { keyProblems, type Scanned, type ScannedKey, scanKeys } from './keys.ts';
import type { KindInfo } from './kinds.ts';
import { keyRecord, markOf } from './mark.ts';
import { type Inside, isGap, NOTHING, partOf, pieces, reworded, trimmedPart, withoutGap, words } from './parts.ts';
import { isId, normalId, slugOf } from './slug.ts';
import { parseStoryTime } from './story-time.ts';

const CODE = /^[a-z]+\.[a-z-]+$/i;
const CLEARED = 'cleared';

/** What an annotation says after its kind. What only its places tell is left to be made of `keys`. */
export interface Body {
  readonly ids: readonly Part[];
  readonly value: Part | undefined;
  readonly keys: readonly ScannedKey[];
  readonly note: Part | undefined;
  readonly mark: Mark | undefined;
  readonly problems: readonly AnnotationProblem[];
}

/**
 * Reads what stands behind the colon, which is the index `from`. Undefined where it makes the note an ordinary one.
 *
 * @param kind where the kind stands, as indices
 */
export function readBody(info: KindInfo, inside: Inside, from: number, kind: Span): Body | undefined {
  const scanned = scanKeys(inside, from, info.after === 'prose');
  switch (info.after) {
    case 'ids':
      return withIds(info, inside, scanned, kind);
    case 'codes':
      return withCodes(info, inside, scanned, kind);
    case 'time':
      return withTime(info, inside, scanned);
    case 'word':
      return withWord(info, inside, scanned);
    case 'prose':
      return withProse(info, inside, scanned);
  }
}

/** The words behind the bar. */
function noteOf(inside: Inside, { bar }: Scanned): Part | undefined {
  if (bar < 0) return undefined;
  const note = trimmedPart(inside, bar + 1, inside.end);
  return note.text === '' ? undefined : note;
}

function withIds(info: KindInfo, inside: Inside, scanned: Scanned, kind: Span): Body {
  const note = noteOf(inside, scanned);
  const isHerring = info.kind === 'herring';
  const { headStart: from, headEnd } = scanned;
  if (scanned.headIsId && !isHerring) {
    const ids = [partOf(inside, from, headEnd)];
    const mark = markOf(info.kind, ids, { keys: keyRecord(inside, scanned.keys), note });
    return bodyOf(inside, scanned, ids, undefined, note, mark);
  }
  const clearedAt = isHerring ? beforeCleared(inside.text.slice(from, headEnd)) : -1;
  const to = withoutGap(inside.text, from, clearedAt < 0 ? headEnd : from + clearedAt);
  const list = pieces(inside, from, to);
  let title: string | undefined;
  let ids = list;
  if (list.every((piece) => isId(piece.text))) {
    for (let i = 0; i < list.length; i++) list[i] = reworded(list[i]!, normalId(list[i]!.text));
  } else {
    const all = trimmedPart(inside, from, to);
    title = all.text;
    ids = [reworded(all, slugOf(title))].filter((id) => id.text !== '');
  }
  if (ids.length === 0) {
    const what = info.names === 'facts' ? 'fact' : 'thread';
    return malformed(inside, scanned, kind, `No ${what} is named: write its id after “${info.kind}:”.`, note);
  }
  const cleared = clearedAt >= 0 || (isHerring && scanned.clearedAfter) ? true : undefined;
  const mark = markOf(info.kind, ids, { title, cleared, keys: keyRecord(inside, scanned.keys), note });
  return bodyOf(inside, scanned, ids, undefined, note, mark);
}

/** Where what stands before the word `cleared` ends, if that word is the last one; otherwise -1. */
function beforeCleared(head: string): number {
  const at = head.length - CLEARED.length;
  if (at < 0 || head.slice(at).toLowerCase() !== CLEARED) return -1;
  return at === 0 || isGap(head.charCodeAt(at - 1)) ? at : -1;
}

/** Rule codes, between commas or spaces. Other words after `ignore:` are a note to a colleague. */
function withCodes(info: KindInfo, inside: Inside, scanned: Scanned, kind: Span): Body | undefined {
  const note = noteOf(inside, scanned);
  const list = words(inside, scanned.headStart, scanned.headEnd);
  if (list.length === 0) {
    const message = 'No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.';
    return malformed(inside, scanned, kind, message, note);
  }
  if (!list.every((code) => CODE.test(code.text))) return undefined;
  const ids = list.map((code) => reworded(code, code.text.toLowerCase()));
  const mark = markOf(info.kind, ids, { keys: keyRecord(inside, scanned.keys), note });
  return bodyOf(inside, scanned, ids, undefined, note, mark);
}

function withTime(info: KindInfo, inside: Inside, scanned: Scanned): Body | undefined {
  const head = headOf(inside, scanned);
  if (!parseStoryTime(head.text)) return undefined;
  const note = noteOf(inside, scanned);
  const mark = markOf(info.kind, NOTHING, {
    value: head.text.toLowerCase(),
    keys: keyRecord(inside, scanned.keys),
    note,
  });
  return bodyOf(inside, scanned, NOTHING, head, note, mark);
}

/** A turn may go without a word; a form says nothing without one. */
function withWord(info: KindInfo, inside: Inside, scanned: Scanned): Body | undefined {
  const head = headOf(inside, scanned);
  const word = scanned.headIsId ? head.text : slugOf(head.text);
  if (word === '' && info.kind !== 'turn') return undefined;
  const value = word === '' ? undefined : reworded(head, word);
  const title = word === '' || isId(head.text) ? undefined : head.text;
  const note = noteOf(inside, scanned);
  const mark = markOf(info.kind, NOTHING, { title, value: value?.text, keys: keyRecord(inside, scanned.keys), note });
  return bodyOf(inside, scanned, NOTHING, value, note, mark);
}

/** Without a `|`, all of it is the note. */
function withProse(info: KindInfo, inside: Inside, scanned: Scanned): Body | undefined {
  const head = headOf(inside, scanned);
  const after = noteOf(inside, scanned);
  const note = after ?? head;
  if (note.text === '') return undefined;
  const value = after === undefined || head.text === '' ? undefined : head;
  const mark = markOf(info.kind, NOTHING, { title: value?.text, keys: keyRecord(inside, scanned.keys), note });
  return bodyOf(inside, scanned, NOTHING, value, note, mark);
}

function headOf(inside: Inside, { headStart, headEnd }: Scanned): Part {
  return partOf(inside, headStart, headEnd);
}

function malformed(inside: Inside, scanned: Scanned, kind: Span, message: string, note: Part | undefined): Body {
  const { base } = inside;
  const problem = { start: base + kind.start, end: base + kind.end, code: 'annotation.malformed', message } as const;
  const body = bodyOf(inside, scanned, NOTHING, undefined, note, undefined);
  return { ...body, problems: [problem, ...body.problems] };
}

function bodyOf(
  inside: Inside,
  { keys }: Scanned,
  ids: readonly Part[],
  value: Part | undefined,
  note: Part | undefined,
  mark: Mark | undefined,
): Body {
  return { ids, value, keys, note, mark, problems: keyProblems(inside, keys) };
}
