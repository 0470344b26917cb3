import { isUpperCase } from './characters.ts';
import { isCueForm, withoutCaret } from './cues.ts';
import { hasHeadingPrefix, isForcedHeading } from './headings.ts';
import type { Line } from './lines.ts';
import {
  ACTION,
  CENTERED,
  CHARACTER,
  DIALOGUE,
  LYRIC,
  PAGE_BREAK,
  PARENTHETICAL,
  SCENE_HEADING,
  SECTION,
  SYNOPSIS,
  TRANSITION,
} from './packed-nodes.ts';

const EXCLAMATION = 33;
const HASH = 35;
const OPEN = 40;
const CLOSE = 41;
const DOT = 46;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const AT = 64;
const CARET = 94;
const LETTER_E = 101;
const LETTER_I = 105;
const TILDE = 126;

/** Action that would be a scene heading, but for the blank line after it. */
export const BARE_HEADING = -1;

/**
 * What a line of text is that stands neither on the title page nor in a speech: the number of a type, or `BARE_HEADING`.
 *
 * @param blankBefore whether the line before counts as blank
 * @param next the line after it in the block, if there is one
 */
export function kindOfLine(source: string, line: Line, blankBefore: boolean, next: Line | undefined): number {
  const { text, from, to, first, last } = line;
  switch (first) {
    case EXCLAMATION:
      return ACTION;
    case HASH:
      return SECTION;
    case TILDE:
      return LYRIC;
    case EQUALS:
      if (!isAllEquals(text, from, to)) return SYNOPSIS;
      return to - from >= 3 ? PAGE_BREAK : ACTION;
    case GREATER:
      if (to - from < 2) return ACTION;
      if (last === LESS) return CENTERED;
      return blankBefore ? TRANSITION : ACTION;
    case AT:
      return blankBefore && to - from > 1 && withoutCaret(text, from + 1, to) > from + 1 ? CHARACTER : ACTION;
    case DOT:
      if (blankBefore && isForcedHeading(text, from, to)) return SCENE_HEADING;
      break;
  }
  if (!blankBefore) return ACTION;
  const letter = first | 0x20;
  if ((letter === LETTER_I || letter === LETTER_E) && hasHeadingPrefix(text, from, to)) {
    return countsAsBlank(next) ? SCENE_HEADING : BARE_HEADING;
  }
  if (last === COLON && text.startsWith('TO', to - 3) && to - from >= 3) {
    // A space after the colon is the usual way to say that this is no transition.
    const tight = source.slice(line.end - 1, line.end).trim() !== '';
    return tight && countsAsBlank(next) && isUpperCase(text, from, to) ? TRANSITION : ACTION;
  }
  if (countsAsBlank(next)) return ACTION;
  const end = last === CARET ? withoutCaret(text, from, to) : to;
  return isCueForm(text, from, end) ? CHARACTER : ACTION;
}

/** What a line of text is in a speech, as a number; an action ends the speech. */
export function kindInSpeech(line: Line): number {
  switch (line.first) {
    case EXCLAMATION:
      return ACTION;
    case TILDE:
      return LYRIC;
    case OPEN:
      return line.last === CLOSE ? PARENTHETICAL : DIALOGUE;
    default:
      return DIALOGUE;
  }
}

/** Whether a line counts as blank beside a heading, cue or transition: a section or synopsis does, being never printed. */
export function countsAsBlank(line: Line | undefined): boolean {
  return line === undefined || !line.hasText || isUnprinted(line);
}

/** Whether a line of text is a section or a synopsis, where it does not stand in a speech. */
export function isUnprinted(line: Line): boolean {
  return line.first === HASH || (line.first === EQUALS && !isAllEquals(line.text, line.from, line.to));
}

function isAllEquals(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) === EQUALS) at++;
  return at === to;
}
