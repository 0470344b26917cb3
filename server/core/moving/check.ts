import type { Manuscript } from '../manuscript.ts';
import { type Edits, edited } from './edits.ts';
import { marksInTime } from './flashbacks.ts';
import { cutAt, lineEnd } from './lines.ts';
import { headingsOf, readingOf } from './reading.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Slot, Stretch } from './stretch.ts';
import { topIgnores } from './top-ignores.ts';

/** Whether a note or boneyard lies across a place where the text would be cut. */
export function isCutAcross(slot: Slot, stretches: readonly Stretch[]): boolean {
  const across = stretches.some(({ manuscript, start, end }) => cutAt(manuscript, start) ?? cutAt(manuscript, end));
  return across || cutAt(slot.manuscript, slotOffset(slot)) !== undefined;
}

/**
 * Reads the texts as they would be, and says what is against it: everything that is moved must be read as it was, in its
 * order, and so must everything else.
 */
export function objection(edits: Edits, slot: Slot, stretches: readonly Stretch[]): Refusal | undefined {
  const results = [...edits].map(([before, list]) => ({ before, after: edited(before, list) }));
  const headings = (manuscripts: readonly Manuscript[]) => manuscripts.flatMap(headingsOf).sort().join('\n');
  const was = headings(results.map(({ before }) => before));
  const is = headings(results.map(({ after }) => after));
  const readAsBefore = results.every(({ before, after }) => same(expected(before, slot, stretches), readingOf(after)));
  if (readAsBefore && was !== is && isActLost(was, is)) return refusal('sameAct');
  if (!readAsBefore || was !== is) return refusal('readDifferently');
  for (const { before, after } of results) {
    if (topIgnores(before).length !== topIgnores(after).length) return refusal('ignore');
    const scene = movedInTime(before, after, slot, stretches);
    if (scene !== undefined) return refusal('flashback', scene);
  }
  return undefined;
}

/** Everything is read as it was, and yet an act begins nothing any more. */
function isActLost(was: string, is: string): boolean {
  const actsIn = (headings: string) => headings.split('\n').filter((line) => line.startsWith('act ')).length;
  return actsIn(is) < actsIn(was);
}

/** What of a text stays, and what comes to stand in it, in the order that it would have. */
function expected(manuscript: Manuscript, slot: Slot, stretches: readonly Stretch[]): { readonly what: string }[] {
  return arranged(manuscript, slot, stretches, readingOf);
}

function arranged<T extends { readonly start: number }>(
  manuscript: Manuscript,
  slot: Slot,
  stretches: readonly Stretch[],
  list: (manuscript: Manuscript) => T[],
): T[] {
  const rest = list(manuscript).filter((one) => !isMoved(manuscript, stretches, one));
  if (slot.manuscript !== manuscript) return rest;
  const at = slotOffset(slot);
  const moved = stretches.flatMap((stretch) =>
    list(stretch.manuscript).filter((one) => isMoved(stretch.manuscript, [stretch], one)),
  );
  return [...rest.filter(({ start }) => start < at), ...moved, ...rest.filter(({ start }) => start >= at)];
}

function isMoved(
  manuscript: Manuscript,
  stretches: readonly Stretch[],
  { start }: { readonly start: number },
): boolean {
  return stretches.some((it) => it.manuscript === manuscript && it.start <= start && start <= it.end);
}

function same(expected: readonly { readonly what: string }[], found: readonly { readonly what: string }[]): boolean {
  return expected.length === found.length && expected.every(({ what }, i) => what === found[i]!.what);
}

/** A scene that is not moved, with a mark that comes to stand in a flashback, or out of one. */
function movedInTime(
  before: Manuscript,
  after: Manuscript,
  slot: Slot,
  stretches: readonly Stretch[],
): string | undefined {
  const marks = arranged(before, slot, stretches, (manuscript) =>
    marksInTime(manuscript).map((mark) => ({ ...mark, stays: !isMoved(manuscript, stretches, mark) })),
  );
  const now = marksInTime(after);
  return marks.find(({ stays, flashback }, i) => stays && flashback !== now[i]!.flashback)?.scene;
}

function slotOffset({ manuscript, below }: Slot): number {
  return below === undefined ? 0 : lineEnd(manuscript.text, below);
}
