import type { FactRun } from './file-facts.ts';

/** Whether two runs say the same. */
export function sameRun(a: FactRun, b: FactRun): boolean {
  return a === b || samePlain(a.items, b.items);
}

/** Whether two values of plain data are equal; an absent member equals one that is undefined. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return (
    Object.keys(left).every((key) => samePlain(left[key], right[key])) &&
    Object.keys(right).every((key) => right[key] === undefined || left[key] !== undefined)
  );
}

/**
 * `now`, with the very objects of `before` in the place of parts that say the same: `before` itself, where all does. Lists
 * are compared place by place. For plain data without cycles.
 */
export function keeping<T>(before: T, now: T): T {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) {
    return now;
  }
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  if (Array.isArray(before)) return keepingItems(before, now as typeof before) as T;
  let made = now;
  let same = true;
  for (const key in now) {
    const value = keeping(before[key], now[key]);
    same &&= value === before[key];
    if (value === now[key]) continue;
    // What is given is not changed; and mostly all is the same, and no copy needed.
    if (made === now) made = { ...now };
    made[key] = value;
  }
  for (const key in before) same &&= key in now;
  return same ? before : made;
}

function keepingItems<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const made = now.map((item, i) => (i < before.length ? keeping(before[i]!, item) : item));
  return made.length === before.length && made.every((item, i) => item === before[i]) ? before : made;
}

/** The same for lists of which one knows how to tell that two items are the same, and that need not be looked into. */
export function keepingList<T>(
  before: readonly T[],
  now: readonly T[],
  same: (a: T, b: T) => boolean = Object.is,
): readonly T[] {
  const made = now.map((item, i) => (i < before.length && same(before[i]!, item) ? before[i]! : item));
  return made.length === before.length && made.every((item, i) => item === before[i]) ? before : made;
}

/**
 * The runs of a text after an edit, with those of the text before it in the place of equal ones: the very list of before,
 * where all are equal. What is the same object on both sides is passed over quickly.
 */
export function keptRuns(before: readonly FactRun[], after: readonly FactRun[]): readonly FactRun[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameRun(before[head]!, after[head]!)) head++;
  if (head === before.length && head === after.length) return before;
  let tail = 0;
  while (tail < shorter - head && sameRun(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail++;
  return [
    ...before.slice(0, head),
    ...after.slice(head, after.length - tail),
    ...before.slice(before.length - tail, before.length),
  ];
}
