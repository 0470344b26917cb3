import { factItems } from '../../../server/core/facts/file-facts.ts';
import type { Script } from '../../../server/core/fountain/script.ts';
import type { ScriptElement } from '../../../server/core/fountain/script-element.ts';

/** One element, with only the fields that it has. */
export function dumpElement(element: ScriptElement): Record<string, unknown> {
  const { type, text, start, end, key, number, name, extension, depth, dual } = element;
  const all = { type, text, start, end, key, number, name, extension, depth, dual: dual || undefined };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** All that a script knows, as plain values; of its elements, those of a stretch, if one is given. */
export function dumpScript(script: Script, from?: number, to?: number) {
  const items = factItems(script.facts);
  return {
    elements: [...script.elements(from, to)].map(dumpElement),
    head: script.facts.head,
    items,
    places: items.map((_, item) => script.place(item)),
    annotations: items.map((_, item) => script.annotation(item)),
    itemsAt: Array.from({ length: script.text.length + 1 }, (_, offset) => script.itemAt(offset)),
    bareHeadings: script.bareHeadings(),
  };
}

/** `type: text` of each element, to be read at a glance; line ends as `¶`. */
export function brief(script: Script): string[] {
  return [...script.elements()].map(({ type, text }) => `${type}: ${text.replaceAll('\n', '¶')}`);
}
