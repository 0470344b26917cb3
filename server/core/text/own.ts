/**
 * The same string in memory of its own. A part of a string keeps the whole of it alive, so what outlives a text, a key of a
 * module's own table say, must not be a part of that text.
 */
export function own(part: string): string {
  // Joining makes a new string, of which the rest is then a part.
  return ` ${part}`.slice(1);
}
