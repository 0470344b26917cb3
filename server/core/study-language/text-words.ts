import type { Annotation, Part } from '../annotations/annotation.ts';
import { keyInfo, kindInfo } from '../annotations/kinds.ts';
import type { Manuscript } from '../manuscript.ts';
import { contains, itemUnder } from '../query/places.ts';
import { itemsOf } from '../season/items.ts';
import type { ReferredList } from '../study/references.ts';
import type { Span } from '../text/span.ts';

/** A place in an annotation of a text that names an entry of the study: an id, a title, or a word of `who=`, `for=`. */
export interface TextWord {
  readonly list: ReferredList;
  readonly id: string;
  readonly span: Span;
  readonly item: number;
}

const heldBy: Readonly<Record<string, ReferredList>> = { facts: 'facts', people: 'characters', event: 'events' };

/** The word of an annotation at an offset; undefined where none stands. */
export function textWordAt(manuscript: Manuscript, offset: number): TextWord | undefined {
  const item = itemUnder(manuscript, offset);
  const annotation = item === undefined ? undefined : manuscript.annotation(item);
  return annotation && wordsOfAnnotation(annotation, item!).find(({ span }) => contains(span, offset));
}

/** Every word of a text that names an entry. */
export function textWordsOf(manuscript: Manuscript, { list, id }: Pick<TextWord, 'list' | 'id'>): TextWord[] {
  return itemsOf(manuscript.facts).flatMap(({ type }, item) => {
    const annotation = type === 'mark' || type === 'slip' ? manuscript.annotation(item) : undefined;
    return annotation ? wordsOfAnnotation(annotation, item).filter((word) => word.list === list && word.id === id) : [];
  });
}

/** Notes of other programs are read and never rewritten: their words are not among these. */
function wordsOfAnnotation({ mark, ids, keys }: Annotation, item: number): TextWord[] {
  const word = (list: ReferredList, { start, end, text }: Part) => ({ list, id: text, span: { start, end }, item });
  const names = mark && kindInfo(mark.kind)?.names;
  const named = names === 'threads' || names === 'facts' ? ids.map((part) => word(names, part)) : [];
  const valued = keys.flatMap(({ key, values }) => {
    const list = heldBy[keyInfo(key.text)?.holds ?? ''];
    return list ? values.map((part) => word(list, part)) : [];
  });
  return [...named, ...valued];
}
