import type { Part } from './annotation.ts';
import type { Reading, Word } from './body.ts';
import { markOf } from './mark.ts';
import { type Inside, NOTHING, pieces, reworded, trimmedPart } from './parts.ts';
import { slugOf } from './slug.ts';

const COLON = 58;
const COLOUR = /^(?:[a-z]{1,20}|#[0-9a-f]{3,8})$/i;

/**
 * Reads Beat's `beat LINE: text`, `storyline A, B`, `marker red: text`, and `todo: text`, from behind the first word on.
 * Strict, since the same words begin many a note that means nothing by them: a beat, marker or todo has its colon.
 */
export function readForeign(inside: Inside, word: Word): Reading | undefined {
  const { text, end } = inside;
  const from = word.end;
  if (word.text === 'storyline') return lines(inside, word, trimmedPart(inside, from, end), undefined);
  let colon = from;
  while (colon < end && text.charCodeAt(colon) !== COLON) colon++;
  if (colon === end) return undefined;
  const head = trimmedPart(inside, from, colon);
  const said = trimmedPart(inside, colon + 1, end);
  const note = said.text === '' ? undefined : said;
  if (word.text === 'beat') return lines(inside, word, head, note);
  if (word.text === 'todo')
    return head.text === '' ? readingOf(word, 'todo', NOTHING, undefined, undefined, note) : undefined;
  if (head.text === '') return readingOf(word, 'marker', NOTHING, undefined, undefined, note);
  if (!COLOUR.test(head.text)) return undefined;
  return readingOf(word, 'marker', NOTHING, undefined, reworded(head, head.text.toLowerCase()), note);
}

export function isForeign(word: string): boolean {
  return word === 'storyline' || word === 'beat' || word === 'marker' || word === 'todo';
}

/** A line is a thread of kind `motif`; its name, where it is not the id itself, is the thread's title. */
function lines(inside: Inside, word: Word, head: Part, note: Part | undefined): Reading | undefined {
  if (head.text.includes(':')) return undefined;
  const names = pieces(inside, head.start - inside.base, head.end - inside.base);
  const ids = names.map((name) => reworded(name, slugOf(name.text))).filter((id) => id.text !== '');
  if (ids.length === 0) return undefined;
  const title = names.length === 1 && names[0]!.text !== ids[0]!.text ? names[0]!.text : undefined;
  return readingOf(word, 'storyline', ids, title, undefined, note);
}

function readingOf(
  word: Word,
  kind: 'storyline' | 'marker' | 'todo',
  ids: readonly Part[],
  title: string | undefined,
  value: Part | undefined,
  note: Part | undefined,
): Reading {
  const mark = markOf(kind, ids, { title, value: value?.text, note });
  return { word, ids, value, keys: NOTHING, note, mark, problems: NOTHING };
}
