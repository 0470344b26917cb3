import { Script } from '../../fountain/script.ts';
import type { Manuscript } from '../../manuscript.ts';

/** The synopses of a script below a heading, up to what is told there first. Those above the next heading may be of that. */
export function synopsesBelow(manuscript: Manuscript, heading: number | undefined): string[] {
  if (heading === undefined || !(manuscript instanceof Script)) return [];
  const { end } = manuscript.place(heading);
  const synopses: string[] = [];
  for (const { type, text, start } of manuscript.elements(end)) {
    if (start < end || type === 'note' || type === 'boneyard') continue;
    if (type !== 'synopsis') break;
    if (text !== '') synopses.push(text);
  }
  return synopses;
}
