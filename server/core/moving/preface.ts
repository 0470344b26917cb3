import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import { rolesOf } from '../structure/breaks.ts';
import { cutAt, lineKind } from './lines.ts';
import { topIgnores } from './top-ignores.ts';

/**
 * The line on which what belongs to a heading begins: the heading's own, or one above it. What stands above belongs to it
 *
 * - where no blank line parts it from the heading, and it is a note, a synopsis or a section;
 * - in a script, from a section that covers this one scene, or from a page break;
 * - from a `[[story: …]]` or `[[ignore: …]]`, which speak of what follows. `[[story: now]]` ends what was before.
 *
 * What a reader finds printed, another heading and what ignores rules in the whole file are never part of it.
 */
export function prefaceStart(manuscript: Manuscript, heading: number): number {
  const { text } = manuscript;
  const line = text.lineAt(manuscript.place(heading).start);
  const floor = linesKeptOnTop(manuscript);
  let start = line;
  /** The top of what stands against the heading without a blank line, as long as there was none. */
  let against: number | undefined = line;
  let at = line - 1;
  for (; at >= floor; at--) {
    const kind = lineKind(manuscript, at);
    if (kind === 'text' || (kind === 'section' && !belongsToScene(manuscript, at, heading))) break;
    if (kind === 'blank') {
      start = against ?? start;
      against = undefined;
      continue;
    }
    if (kind === 'section' || kind === 'page_break' || (kind === 'aside' && speaksOfWhatFollows(manuscript, at))) {
      start = at;
    }
    if (against !== undefined) against = at;
  }
  if (at < floor) start = against ?? start;
  return outsideCuts(manuscript, start, line);
}

/** The lines at the top of a file with what ignores rules in all of it. */
function linesKeptOnTop(manuscript: Manuscript): number {
  const last = topIgnores(manuscript).at(-1);
  return last === undefined ? 0 : manuscript.text.lineAt(manuscript.place(last).start) + 1;
}

function belongsToScene(manuscript: Manuscript, line: number, heading: number): boolean {
  const items = itemsOf(manuscript.facts);
  if (items[heading]!.type !== 'scene') return false;
  const { roles } = rolesOf(manuscript.facts, items);
  const section = manuscript.itemAt(manuscript.text.lineStart(line + 1) - 1);
  for (let i = section; i >= 0; i--) {
    const item = items[i]!;
    if (item.type !== 'section') continue;
    return roles[i] === undefined && scenesUnder(manuscript, i, item.level) === 1;
  }
  return false;
}

/** How many scenes a section of a script covers: those up to the next of its level or a higher one. */
function scenesUnder(manuscript: Manuscript, section: number, level: number): number {
  const items = itemsOf(manuscript.facts);
  let scenes = 0;
  for (let i = section + 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.type === 'act' || (item.type === 'section' && item.level <= level)) break;
    if (item.type === 'scene') scenes++;
  }
  return scenes;
}

function speaksOfWhatFollows(manuscript: Manuscript, line: number): boolean {
  const { text } = manuscript;
  const items = itemsOf(manuscript.facts);
  for (let i = manuscript.itemAt(text.lineStart(line + 1) - 1); i >= 0; i--) {
    if (text.lineAt(manuscript.place(i).start) < line) return false;
    const item = items[i]!;
    if (item.type !== 'mark') continue;
    if (item.mark.kind === 'ignore' || (item.mark.kind === 'story' && item.mark.value !== 'now')) return true;
  }
  return false;
}

/** A boneyard of several lines is taken whole, where nothing else stands on its first line. */
function outsideCuts(manuscript: Manuscript, start: number, heading: number): number {
  const { text } = manuscript;
  const cut = cutAt(manuscript, text.lineStart(start));
  if (!cut) return start;
  const first = text.lineAt(cut.start);
  return lineKind(manuscript, first) === 'aside' ? outsideCuts(manuscript, first, heading) : heading;
}
