/** Not used behind scene numbers, where they look like 1 and 0. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

const PLAIN = /^\d+$/;
const LETTERED = /^(\d+)(\p{L}+)$/u;

/**
 * The numbers of scenes that have none yet, in their order, while those that have one keep it, as in production once a script
 * is locked: between 12 and 13 come 12A and 12B, between 12A and 12B comes 12AA, before 1 come A1 and B1, and behind the last
 * the count goes on. No number is given twice; `12a` and `12A` are the same.
 *
 * @param numbers of all scenes, undefined for those that have none
 */
export function newSceneNumbers(numbers: readonly (string | undefined)[]): string[] {
  const used = new Set(numbers.flatMap((number) => (number === undefined ? [] : [number.toUpperCase()])));
  const given: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    if (numbers[i] !== undefined) {
      given.push(numbers[i++]!);
      continue;
    }
    let end = i;
    while (end < numbers.length && numbers[end] === undefined) end++;
    const candidates = between(numbers[i - 1], numbers[end]);
    for (; i < end; i++) {
      let number = candidates.next().value;
      while (used.has(number)) number = candidates.next().value;
      used.add(number);
      given.push(number);
    }
  }
  return given;
}

/** What may come between two numbers, in its order; without end, since some of it may be in use. */
function* between(before: string | undefined, after: string | undefined): Generator<string, never> {
  if (before === undefined && after !== undefined) {
    for (const letters of suffixes()) yield `${letters}${after.toUpperCase()}`;
  }
  const upper = before?.toUpperCase() ?? '';
  if (after === undefined) {
    for (let next = Number(/^\d{1,9}/.exec(upper)?.[0] ?? 0) + 1; ; next++) yield String(next);
  }
  const lettered = LETTERED.exec(upper);
  const goesOn = lettered !== null && lettered[1] !== /^\d+/.exec(after)?.[0];
  if (goesOn) {
    for (const letters of suffixes(lettered[2])) yield `${lettered[1]}${letters}`;
  }
  // `1-A` takes no letter that could be read as part of its own.
  const base = PLAIN.test(upper) || lettered ? upper : `${upper}-`;
  for (const letters of suffixes()) yield `${base}${letters}`;
  throw new Error('Letters do not end');
}

/** A, B, … Z, AA, AB, …; only those behind one, where that is given. */
function* suffixes(behind?: string): Generator<string, void> {
  let length = behind?.length ?? 1;
  let from = behind === undefined ? 0 : numberOf(behind) + 1;
  for (; ; length++, from = 0) {
    for (let value = from; value < LETTERS.length ** length; value++) yield written(value, length);
  }
}

function written(value: number, length: number): string {
  let word = '';
  for (let rest = value, i = 0; i < length; i++, rest = Math.floor(rest / LETTERS.length))
    word = LETTERS[rest % LETTERS.length] + word;
  return word;
}

function numberOf(letters: string): number {
  let value = 0;
  for (const letter of letters) value = value * LETTERS.length + Math.max(0, LETTERS.indexOf(letter));
  return value;
}
