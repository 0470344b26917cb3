import type { TextRange } from '../../server/protocol/positions.ts';

type Place = TextRange['start'];

/** An edit as VS Code tells it: what stood in the range is this text now. */
export interface Change {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Where a range is after an edit, as an editor moves what is drawn: what is written at its ends is no part of it, and of what
 * is taken out nothing is left, be it the whole range.
 */
export function follow({ start, end }: TextRange, change: Change): TextRange {
  const moved = { start: startAfter(start, change), end: endAfter(end, change) };
  return isBefore(moved.end, moved.start) ? { start: moved.start, end: moved.start } : moved;
}

function startAfter(start: Place, change: Change): Place {
  if (isBefore(start, change.range.start)) return start;
  return isBefore(start, change.range.end) ? endOf(change) : shifted(start, change);
}

function endAfter(end: Place, change: Change): Place {
  if (!isBefore(change.range.start, end)) return end;
  return isBefore(end, change.range.end) ? change.range.start : shifted(end, change);
}

/** A place that lies behind the edit, or at its end. */
function shifted(place: Place, change: Change): Place {
  const { end } = change.range;
  const now = endOf(change);
  return place.line === end.line
    ? { line: now.line, character: now.character + place.character - end.character }
    : { line: place.line + now.line - end.line, character: place.character };
}

/** Where the new text ends. */
function endOf({ range: { start }, text }: Change): Place {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1)!.length;
  return lines.length === 1
    ? { line: start.line, character: start.character + last }
    : { line: start.line + lines.length - 1, character: last };
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
