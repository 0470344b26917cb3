import type { Annotation, AnnotationProblem, Part } from './annotation.ts';
import { type Scanned, scanKeys } from './keys.ts';
import type { KindInfo } from './kinds.ts';
import { markOf } from './mark.ts';
import { type Inside, isGap, NOTHING, pieces, reworded, trimmedPart, withoutGap, words } from './parts.ts';
import { isId, normalId, slugOf } from './slug.ts';
import { parseStoryTime } from './story-time.ts';

const CODE = /^[a-z]+\.[a-z-]+$/i;
const CLEARED = 'cleared';

/** What an annotation says after its kind. */
export type Body = Omit<Annotation, 'start' | 'end' | 'form' | 'kind'>;

/** Reads what stands behind the colon, which is the index `from`. Undefined where it makes the note an ordinary one. */
export function readBody(info: KindInfo, inside: Inside, from: number, kind: Part): Body | undefined {
  const scanned = scanKeys(inside, from, info.after === 'prose');
  const head = trimmedPart(inside, from, scanned.headEnd);
  const note = scanned.bar < 0 ? undefined : noteAfter(inside, scanned.bar);
  switch (info.after) {
    case 'ids':
      return withIds(info, inside, head, note, scanned, kind);
    case 'codes':
      return withCodes(info, inside, head, note, scanned, kind);
    case 'time':
      return withTime(info, head, note, scanned);
    case 'word':
      return withWord(info, head, note, scanned);
    case 'prose':
      return withProse(info, head, note, scanned);
  }
}

function noteAfter(inside: Inside, bar: number): Part | undefined {
  const note = trimmedPart(inside, bar + 1, inside.text.length);
  return note.text === '' ? undefined : note;
}

function withIds(
  info: KindInfo,
  inside: Inside,
  head: Part,
  note: Part | undefined,
  scanned: Scanned,
  kind: Part,
): Body {
  const { keys, problems } = scanned;
  const isHerring = info.kind === 'herring';
  const clearedAt = isHerring ? beforeCleared(head.text) : -1;
  const from = head.start - inside.base;
  const to = withoutGap(inside.text, from, clearedAt < 0 ? head.end - inside.base : from + clearedAt);
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
    return malformed(kind, `No ${what} is named: write its id after “${kind.text}:”.`, note, scanned);
  }
  const cleared = clearedAt >= 0 || (isHerring && scanned.clearedAfter) ? true : undefined;
  const mark = markOf(info.kind, ids, { title, cleared, keys, note });
  return { ids, value: undefined, keys, note, mark, problems };
}

/** Where what stands before the word `cleared` ends, if that word is the last one; otherwise -1. */
function beforeCleared(head: string): number {
  const at = head.length - CLEARED.length;
  if (at < 0 || head.slice(at).toLowerCase() !== CLEARED) return -1;
  return at === 0 || isGap(head.charCodeAt(at - 1)) ? at : -1;
}

/** Rule codes, between commas or spaces. Other words after `ignore:` are a note to a colleague. */
function withCodes(
  info: KindInfo,
  inside: Inside,
  head: Part,
  note: Part | undefined,
  scanned: Scanned,
  kind: Part,
): Body | undefined {
  const { keys, problems } = scanned;
  const list = words(inside, head.start - inside.base, head.end - inside.base);
  if (list.length === 0) {
    const message = 'No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.';
    return malformed(kind, message, note, scanned);
  }
  if (!list.every((code) => CODE.test(code.text))) return undefined;
  const ids = list.map((code) => reworded(code, code.text.toLowerCase()));
  return { ids, value: undefined, keys, note, mark: markOf(info.kind, ids, { keys, note }), problems };
}

function malformed({ start, end }: Part, message: string, note: Part | undefined, scanned: Scanned): Body {
  const problem: AnnotationProblem = { start, end, code: 'annotation.malformed', message };
  const { keys, problems } = scanned;
  return { ids: NOTHING, value: undefined, keys, note, mark: undefined, problems: [problem, ...problems] };
}

function withTime(info: KindInfo, head: Part, note: Part | undefined, { keys, problems }: Scanned): Body | undefined {
  if (!parseStoryTime(head.text)) return undefined;
  const mark = markOf(info.kind, NOTHING, { value: head.text.toLowerCase(), keys, note });
  return { ids: NOTHING, value: head, keys, note, mark, problems };
}

/** A turn may go without a word; a form says nothing without one. */
function withWord(info: KindInfo, head: Part, note: Part | undefined, { keys, problems }: Scanned): Body | undefined {
  const word = slugOf(head.text);
  if (word === '' && info.kind !== 'turn') return undefined;
  const value = word === '' ? undefined : reworded(head, word);
  const title = word === '' || isId(head.text) ? undefined : head.text;
  const mark = markOf(info.kind, NOTHING, { title, value: value?.text, keys, note });
  return { ids: NOTHING, value, keys, note, mark, problems };
}

/** Without a `|`, all of it is the note. */
function withProse(info: KindInfo, head: Part, after: Part | undefined, scanned: Scanned): Body | undefined {
  const { keys, problems } = scanned;
  const note = after ?? head;
  if (note.text === '') return undefined;
  const value = after === undefined || head.text === '' ? undefined : head;
  const mark = markOf(info.kind, NOTHING, { title: value?.text, keys, note });
  return { ids: NOTHING, value, keys, note, mark, problems };
}
