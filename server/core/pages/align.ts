import type { Span } from '../text/span.ts';

const TAB = 9;
const RETURN = 13;

/**
 * Where in its printed words a place of an element stands. What is printed is what is written, less notes and marks, with four
 * spaces for a tab, and a heading in capitals: so the two are read side by side, and what is not printed is passed over.
 *
 * @param at offset in `raw`
 * @param cuts notes and boneyards, in order; offsets in `raw`
 */
export function printedOffset(raw: string, printed: string, at: number, cuts: readonly Span[]): number {
  let to = 0;
  let cut = 0;
  for (let from = 0; from < at && to < printed.length; ) {
    while (cut < cuts.length && cuts[cut]!.end <= from) cut++;
    const gone = cuts[cut];
    if (gone && gone.start <= from) {
      from = gone.end;
      continue;
    }
    const code = raw.charCodeAt(from);
    if (code === TAB && printed[to] === ' ') {
      for (let spaces = 0; spaces < 4 && printed[to] === ' '; spaces++) to++;
    } else if (isSame(code, printed.charCodeAt(to)) || (code === RETURN && printed[to] === '\n')) {
      to++;
      if (code === RETURN && raw[from + 1] === '\n') from++;
    }
    from++;
  }
  return to;
}

function isSame(written: number, printed: number): boolean {
  return written === printed || String.fromCharCode(written).toUpperCase().charCodeAt(0) === printed;
}
