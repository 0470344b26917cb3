import { isUpperCase } from './characters.ts';
import { isCueForm, withoutCaret } from './cues.ts';
import type { NodeType } from './elements.ts';
import { hasHeadingPrefix, isForcedHeading } from './headings.ts';
import type { Line } from './lines.ts';

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
export const BARE_HEADING = 'bare_heading';

/**
 * What a line of text is that stands neither on the title page nor in a speech.
 *
 * @param blankBefore whether the line before counts as blank
 * @param next the line after it in the block, if there is one
 */
export function kindOfLine(
  source: string,
  line: Line,
  blankBefore: boolean,
  next: Line | undefined,
): NodeType | typeof BARE_HEADING {
  const { text, from, to, first, last } = line;
  switch (first) {
    case EXCLAMATION:
      return 'action';
    case HASH:
      return 'section';
    case TILDE:
      return 'lyric';
    case EQUALS:
      if (!isAllEquals(text, from, to)) return 'synopsis';
      return to - from >= 3 ? 'page_break' : 'action';
    case GREATER:
      if (to - from < 2) return 'action';
      if (last === LESS) return 'centered';
      return blankBefore ? 'transition' : 'action';
    case AT:
      return blankBefore && to - from > 1 && withoutCaret(text, from + 1, to) > from + 1 ? 'character' : 'action';
    case DOT:
      if (blankBefore && isForcedHeading(text, from, to)) return 'scene_heading';
      break;
  }
  if (!blankBefore) return 'action';
  const letter = first | 0x20;
  if ((letter === LETTER_I || letter === LETTER_E) && hasHeadingPrefix(text, from, to)) {
    return countsAsBlank(next) ? 'scene_heading' : BARE_HEADING;
  }
  if (last === COLON && text.startsWith('TO', to - 3) && to - from >= 3) {
    // A space after the colon is the usual way to say that this is no transition.
    const tight = source.slice(line.end - 1, line.end).trim() !== '';
    return tight && countsAsBlank(next) && isUpperCase(text, from, to) ? 'transition' : 'action';
  }
  if (countsAsBlank(next)) return 'action';
  const end = last === CARET ? withoutCaret(text, from, to) : to;
  return isCueForm(text, from, end) ? 'character' : 'action';
}

/** What a line of text is in a speech; `action` ends the speech. */
export function kindInSpeech(line: Line): 'action' | 'lyric' | 'parenthetical' | 'dialogue' {
  switch (line.first) {
    case EXCLAMATION:
      return 'action';
    case TILDE:
      return 'lyric';
    case OPEN:
      return line.last === CLOSE ? 'parenthetical' : 'dialogue';
    default:
      return 'dialogue';
  }
}

/** Whether a line counts as blank beside a heading, cue or transition: a section or synopsis does, being never printed. */
export function countsAsBlank(line: Line | undefined): boolean {
  return line?.kind !== 'text' || isUnprinted(line);
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
