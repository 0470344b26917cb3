import { type FactItem, type FileFacts, factItems } from '../facts/file-facts.ts';

const made = new WeakMap<FileFacts, readonly FactItem[]>();

/** The items of a file's facts as one list, made once for as long as the facts are the same object. */
export function itemsOf(facts: FileFacts): readonly FactItem[] {
  let items = made.get(facts);
  if (!items) {
    items = factItems(facts);
    made.set(facts, items);
  }
  return items;
}
