import type { Mark, Part } from './annotation.ts';
import { pieces, trimmedPart } from './keys.ts';
import { slugOf } from './slug.ts';

/** What another program's note says. Positions are indices into the text. */
export interface Foreign {
  readonly mark: Mark;
  readonly ids: readonly Part[];
  readonly value?: Part;
  readonly note?: Part;
}

const COLOUR = /^(?:[a-z]{1,20}|#[0-9a-f]{3,8})$/i;

/**
 * Reads Beat's `beat LINE: text`, `storyline A, B`, `marker red: text`, and `todo: text`, from behind the first word on.
 * Strict, since the same words begin many a note that means nothing by them: a beat, marker or todo has its colon.
 */
export function parseForeign(word: string, text: string, from: number): Foreign | undefined {
  if (word === 'storyline') return lines(trimmedPart(text.slice(from), from), undefined);
  const colon = text.indexOf(':', from);
  if (colon < 0) return undefined;
  const head = trimmedPart(text.slice(from, colon), from);
  const said = trimmedPart(text.slice(colon + 1), colon + 1);
  const note = said.text === '' ? undefined : said;
  if (word === 'beat') return lines(head, note);
  if (word === 'todo') {
    return head.text === '' ? { mark: { kind: 'todo', ids: [], keys: {}, ...noteOf(note) }, ids: [], note } : undefined;
  }
  const value = { ...head, text: head.text.toLowerCase() };
  if (head.text === '') return { mark: { kind: 'marker', ids: [], keys: {}, ...noteOf(note) }, ids: [], note };
  if (!COLOUR.test(head.text)) return undefined;
  return { mark: { kind: 'marker', ids: [], value: value.text, keys: {}, ...noteOf(note) }, ids: [], value, note };
}

export function isForeign(word: string): boolean {
  return word === 'storyline' || word === 'beat' || word === 'marker' || word === 'todo';
}

/** A line is a thread of kind `motif`; its name, where it is not the id itself, is the thread's title. */
function lines(head: Part, note: Part | undefined): Foreign | undefined {
  if (head.text.includes(':')) return undefined;
  const names = pieces(head);
  const ids = names.map((name) => ({ ...name, text: slugOf(name.text) })).filter((id) => id.text !== '');
  if (ids.length === 0) return undefined;
  const title = names.length === 1 && names[0]!.text !== ids[0]!.text ? { title: names[0]!.text } : undefined;
  const mark: Mark = {
    kind: 'storyline',
    ids: [...new Set(ids.map((id) => id.text))],
    ...title,
    keys: {},
    ...noteOf(note),
  };
  return { mark, ids, note };
}

function noteOf(note: Part | undefined): { note?: string } {
  return note ? { note: note.text } : {};
}
