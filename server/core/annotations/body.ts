import { t } from '@vscode/l10n';
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

/** The word that stands where the kind should: its indices, and what it is, in its chief spelling. */
export interface Word extends Span {
  readonly text: string;
}

/** An annotation as it was read. What only its places tell is left to be made of `word` and `keys`. */
export interface Reading {
  readonly word: Word;
  readonly ids: readonly Part[];
  readonly value: Part | undefined;
  readonly keys: readonly ScannedKey[];
  readonly note: Part | undefined;
  readonly mark: Mark | undefined;
  readonly problems: readonly AnnotationProblem[];
}

/** Reads what stands behind the colon, from an index on. Undefined where it makes the note an ordinary one. */
export function readBody(info: KindInfo, inside: Inside, from: number, word: Word): Reading | undefined {
  const scanned = scanKeys(inside, from, info);
  switch (info.after) {
    case 'ids':
      return withIds(info, inside, scanned, word);
    case 'codes':
      return withCodes(info, inside, scanned, word);
    case 'time':
      return withTime(info, inside, scanned, word);
    case 'word':
      return withWord(info, inside, scanned, word);
    case 'prose':
      return withProse(info, inside, scanned, word);
  }
}

/** The words behind the bar. */
function noteOf(inside: Inside, { bar }: Scanned): Part | undefined {
  if (bar < 0) return undefined;
  const note = trimmedPart(inside, bar + 1, inside.end);
  return note.text === '' ? undefined : note;
}

function withIds(info: KindInfo, inside: Inside, scanned: Scanned, word: Word): Reading {
  const note = noteOf(inside, scanned);
  const isHerring = info.kind === 'herring';
  const { headStart: from, headEnd } = scanned;
  if (scanned.headIsId && !isHerring) {
    const ids = [partOf(inside, from, headEnd)];
    const mark = markOf(info.kind, ids, { keys: keyRecord(inside, scanned.keys), note });
    return readingOf(inside, scanned, word, ids, undefined, note, mark);
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
    const message =
      info.names === 'facts'
        ? t('No fact is named: write its id after “{0}:”.', info.kind)
        : t('No thread is named: write its id after “{0}:”.', info.kind);
    return malformed(inside, scanned, word, message, note);
  }
  const cleared = clearedAt >= 0 || (isHerring && scanned.clearedAfter) ? true : undefined;
  const mark = markOf(info.kind, ids, { title, cleared, keys: keyRecord(inside, scanned.keys), note });
  return readingOf(inside, scanned, word, ids, undefined, note, mark);
}

/** Where what stands before the word `cleared` ends, if that word is the last one; otherwise -1. */
function beforeCleared(head: string): number {
  const at = head.length - CLEARED.length;
  if (at < 0 || head.slice(at).toLowerCase() !== CLEARED) return -1;
  return at === 0 || isGap(head.charCodeAt(at - 1)) ? at : -1;
}

/** Rule codes, between commas or spaces. Other words after `ignore:` are a note to a colleague. */
function withCodes(info: KindInfo, inside: Inside, scanned: Scanned, word: Word): Reading | undefined {
  const note = noteOf(inside, scanned);
  const list = words(inside, scanned.headStart, scanned.headEnd);
  if (list.length === 0) {
    const message = t('No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.');
    return malformed(inside, scanned, word, message, note);
  }
  if (!list.every((code) => CODE.test(code.text))) return undefined;
  const ids = list.map((code) => reworded(code, code.text.toLowerCase()));
  const mark = markOf(info.kind, ids, { keys: keyRecord(inside, scanned.keys), note });
  return readingOf(inside, scanned, word, ids, undefined, note, mark);
}

function withTime(info: KindInfo, inside: Inside, scanned: Scanned, word: Word): Reading | undefined {
  const head = headOf(inside, scanned);
  if (!parseStoryTime(head.text)) return undefined;
  const note = noteOf(inside, scanned);
  const mark = markOf(info.kind, NOTHING, {
    value: head.text.toLowerCase(),
    keys: keyRecord(inside, scanned.keys),
    note,
  });
  return readingOf(inside, scanned, word, NOTHING, head, note, mark);
}

/** A turn may go without a word; a form says nothing without one. */
function withWord(info: KindInfo, inside: Inside, scanned: Scanned, word: Word): Reading | undefined {
  const head = headOf(inside, scanned);
  const id = scanned.headIsId ? head.text : slugOf(head.text);
  if (id === '' && info.kind !== 'turn') return undefined;
  const value = id === '' ? undefined : reworded(head, id);
  const title = id === '' || scanned.headIsId || isId(head.text) ? undefined : head.text;
  const note = noteOf(inside, scanned);
  const mark = markOf(info.kind, NOTHING, { title, value: value?.text, keys: keyRecord(inside, scanned.keys), note });
  return readingOf(inside, scanned, word, NOTHING, value, note, mark);
}

/** Without a `|`, all of it is the note. */
function withProse(info: KindInfo, inside: Inside, scanned: Scanned, word: Word): Reading | undefined {
  const head = headOf(inside, scanned);
  const after = noteOf(inside, scanned);
  const note = after ?? head;
  if (note.text === '') return undefined;
  const value = after === undefined || head.text === '' ? undefined : head;
  const mark = markOf(info.kind, NOTHING, { title: value?.text, keys: keyRecord(inside, scanned.keys), note });
  return readingOf(inside, scanned, word, NOTHING, value, note, mark);
}

function headOf(inside: Inside, { headStart, headEnd }: Scanned): Part {
  return partOf(inside, headStart, headEnd);
}

function malformed(inside: Inside, scanned: Scanned, word: Word, message: string, note: Part | undefined): Reading {
  const { base } = inside;
  const problem = { start: base + word.start, end: base + word.end, code: 'annotation.malformed', message } as const;
  const read = readingOf(inside, scanned, word, NOTHING, undefined, note, undefined);
  return { ...read, problems: [problem, ...read.problems] };
}

function readingOf(
  inside: Inside,
  { keys }: Scanned,
  word: Word,
  ids: readonly Part[],
  value: Part | undefined,
  note: Part | undefined,
  mark: Mark | undefined,
): Reading {
  return { word, ids, value, keys, note, mark, problems: keyProblems(inside, keys) };
}
