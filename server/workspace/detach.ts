import type { FileFacts } from '../core/facts/file-facts.ts';

/**
 * The same facts, without the text that they were taken from. A part of a string keeps the whole string in memory as long
 * as it is a part of it; a thousand files that are not open would stay in memory so. Objects that are shared stay shared.
 */
export function detach(facts: FileFacts): FileFacts {
  const strings = new Map<string, string>();
  visit(facts, new Set(), (string) => strings.set(string, string));
  // A string that comes out of JSON is one of its own.
  const fresh = JSON.parse(JSON.stringify([...strings.keys()])) as string[];
  for (const string of fresh) strings.set(string, string);
  return copy(facts, new Map(), strings) as FileFacts;
}

function visit(value: unknown, seen: Set<object>, take: (string: string) => void): void {
  if (typeof value === 'string') take(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key in value) visit((value as Record<string, unknown>)[key], seen, take);
}

function copy<T>(value: T, copies: Map<object, object>, strings: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return strings.get(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known as T;
  const made = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  copies.set(value, made);
  for (const key in value) made[key] = copy(value[key], copies, strings);
  return made as T;
}
