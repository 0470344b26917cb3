import type { Mark, MarkKind, Part } from './annotation.ts';
import type { ScannedKey } from './keys.ts';
import { type Inside, NOTHING } from './parts.ts';

/** What a mark says besides its kind and its ids. */
export interface Said {
  readonly title?: string;
  readonly value?: string;
  readonly cleared?: true;
  readonly keys?: Mark['keys'];
  readonly note?: Part;
}

export const NO_KEYS: Mark['keys'] = Object.freeze({});

/** All marks have the same fields in the same order, so that what reads many of them is fast. */
export function markOf(kind: MarkKind, ids: readonly Part[], { title, value, keys, note, cleared }: Said): Mark {
  return { kind, ids: distinct(ids), title, value, keys: keys ?? NO_KEYS, note: note?.text, cleared };
}

function distinct(ids: readonly Part[]): readonly string[] {
  if (ids.length === 0) return NOTHING;
  if (ids.length === 1) return [ids[0]!.text];
  return [...new Set(ids.map((id) => id.text))];
}

/** The keys as a mark holds them. */
export function keyRecord({ text }: Inside, scanned: readonly ScannedKey[]): Mark['keys'] {
  if (scanned.length === 0) return NO_KEYS;
  // No key is `__proto__`: it begins with a letter.
  const keys: Record<string, string> = {};
  for (const { word, info, valueStart, valueEnd } of scanned) {
    const value = text.slice(valueStart, valueEnd).trim();
    if (value === '') continue;
    const before = scanned.length > 1 && Object.hasOwn(keys, word) ? keys[word] : undefined;
    if (before === undefined) keys[word] = value;
    else if (info?.list) keys[word] = `${before},${value}`;
  }
  return keys;
}
