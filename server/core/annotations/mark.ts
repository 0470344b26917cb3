import type { KeyPart, Mark, MarkKind, Part } from './annotation.ts';
import { keyInfo } from './kinds.ts';
import { NOTHING } from './parts.ts';

/** What a mark says besides its kind and its ids. */
export interface Said {
  readonly title?: string;
  readonly value?: string;
  readonly cleared?: true;
  readonly keys?: readonly KeyPart[];
  readonly note?: Part;
}

const NO_KEYS: Mark['keys'] = Object.freeze({});

/** All marks have the same fields in the same order, so that what reads many of them is fast. */
export function markOf(kind: MarkKind, ids: readonly Part[], { title, value, keys, note, cleared }: Said): Mark {
  return { kind, ids: distinct(ids), title, value, keys: record(keys), note: note?.text, cleared };
}

function distinct(ids: readonly Part[]): readonly string[] {
  if (ids.length === 0) return NOTHING;
  if (ids.length === 1) return [ids[0]!.text];
  return [...new Set(ids.map((id) => id.text))];
}

function record(parts: readonly KeyPart[] | undefined): Mark['keys'] {
  if (parts === undefined || parts.length === 0) return NO_KEYS;
  // No key is `__proto__`: it begins with a letter.
  const keys: Record<string, string> = {};
  for (const { key, value } of parts) {
    const text = value.text.trim();
    if (text === '') continue;
    const before = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined;
    if (before === undefined) keys[key.text] = text;
    else if (keyInfo(key.text)?.list) keys[key.text] = `${before},${text}`;
  }
  return keys;
}
