import type { Mark } from '../annotations/annotation.ts';
import type { FactItem } from '../facts/file-facts.ts';
import type { Block } from './block.ts';

/**
 * Puts the fact items of the blocks that an edit replaced into those that came instead, wherever they are equal from the
 * beginning or from the end on: what is known did not change there, and whoever compares objects shall see that.
 */
export function keepItems(old: readonly Block[], fresh: readonly Block[]): readonly Block[] {
  const oldItems = itemsOf(old);
  const items = itemsOf(fresh);
  if (oldItems.length === 0 || items.length === 0) return fresh;
  const shorter = Math.min(oldItems.length, items.length);
  let head = 0;
  while (head < shorter && equalItems(oldItems[head]!, items[head]!)) {
    items[head] = oldItems[head]!;
    head++;
  }
  const shift = oldItems.length - items.length;
  for (let i = items.length - 1; i >= head && i + shift >= head; i--) {
    if (!equalItems(oldItems[i + shift]!, items[i]!)) break;
    items[i] = oldItems[i + shift]!;
  }
  let next = 0;
  return fresh.map((block) => {
    const own = items.slice(next, next + block.items.length);
    next += block.items.length;
    return own.every((item, i) => item === block.items[i]) ? block : block.withItems(own);
  });
}

function itemsOf(blocks: readonly Block[]): FactItem[] {
  return blocks.flatMap((block) => block.items);
}

/** Whether all items say the same, in the same order. */
export function sayTheSame(a: readonly FactItem[], b: readonly FactItem[]): boolean {
  return a.length === b.length && a.every((item, i) => equalItems(item, b[i]!));
}

/** Whether two items say the same. */
function equalItems(a: FactItem, b: FactItem): boolean {
  if (a === b) return true;
  switch (a.type) {
    case 'section':
      return b.type === 'section' && a.level === b.level && a.title === b.title;
    case 'act':
      return b.type === 'act' && a.title === b.title && a.ends === b.ends;
    case 'scene':
      return b.type === 'scene' && a.heading === b.heading && a.number === b.number;
    case 'cue':
      return b.type === 'cue' && a.name === b.name && a.extension === b.extension;
    case 'transition':
      return b.type === 'transition' && a.text === b.text;
    case 'end':
      return b.type === 'end' && a.text === b.text;
    case 'flashback':
      return b.type === 'flashback' && a.begins === b.begins;
    case 'slip':
      return b.type === 'slip' && a.code === b.code && a.word === b.word;
    case 'mark':
      return b.type === 'mark' && a.flawed === b.flawed && equalMarks(a.mark, b.mark);
  }
}

function equalMarks(a: Mark, b: Mark): boolean {
  return (
    a.kind === b.kind &&
    a.title === b.title &&
    a.value === b.value &&
    a.note === b.note &&
    a.cleared === b.cleared &&
    a.ids.length === b.ids.length &&
    a.ids.every((id, i) => id === b.ids[i]) &&
    equalRecords(a.keys, b.keys)
  );
}

/** Whether two records have the same entries; their order does not matter. */
export function equalRecords(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}
