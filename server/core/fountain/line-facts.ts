import type { ActLineItem, EndItem, FactItem, FlashbackItem } from '../facts/file-facts.ts';
import { actLine, endLine, flashbackLine, LONGEST_ACT_LINE } from './act-lines.ts';
import { isSpace, isUpperCase } from './characters.ts';
import { withoutCaret } from './cues.ts';
import { headingParts } from './headings.ts';
import type { Interner, KnownCue } from './interner.ts';
import type { Line } from './lines.ts';
import { CENTERED, SCENE_HEADING, SECTION, TRANSITION } from './packed-nodes.ts';

const EXCLAMATION = 33;
const HASH = 35;
const DOT = 46;
const GREATER = 62;
const AT = 64;

/** What is known from an element of one line, by itself, where it is no cue. */
export function itemOf(kind: number, { text, from, to }: Line): FactItem | undefined {
  switch (kind) {
    case SCENE_HEADING: {
      const mark = text.charCodeAt(from) === DOT ? 1 : 0;
      const { heading, number } = headingParts(text.slice(from + mark, to));
      return number === undefined ? { type: 'scene', heading } : { type: 'scene', heading, number };
    }
    case SECTION: {
      let level = 1;
      while (from + level < to && text.charCodeAt(from + level) === HASH) level++;
      const title = text.slice(afterSpaces(text, from + level, to), to);
      return { type: 'section', level, title };
    }
    case CENTERED: {
      const start = afterSpaces(text, from + 1, to - 1);
      return actLine(text, start, to - 1) ?? endLine(text, start, to - 1) ?? flashbackLine(text, start, to - 1);
    }
    case TRANSITION: {
      const start = text.charCodeAt(from) === GREATER ? afterSpaces(text, from + 1, to) : from;
      return endLine(text, start, to) ?? { type: 'transition', text: text.slice(start, to) };
    }
    default:
      return undefined;
  }
}

/** The cue that a line is. */
export function cueOf(line: Line, interner: Interner): KnownCue {
  const { text, from, to } = line;
  const start = line.first === AT ? afterSpaces(text, from + 1, to) : from;
  return interner.cue(line, start, withoutCaret(text, start, to));
}

/** A quick look at a line of action: it must be short, and in upper case. */
export function mayTellOfActs(line: Line): boolean {
  const { text, from, to } = line;
  return to - from <= LONGEST_ACT_LINE && isUpperCase(text, from, to);
}

/** What an action of one line says of the acts, or of a flashback. */
export function loneLine(line: Line): ActLineItem | FlashbackItem | undefined {
  const from = afterForcingMark(line);
  return actLine(line.text, from, line.to) ?? flashbackLine(line.text, from, line.to);
}

/** Whether a line of action ends the story. */
export function endOfStory(line: Line): EndItem | undefined {
  return endLine(line.text, afterForcingMark(line), line.to);
}

function afterForcingMark({ text, from, to }: Line): number {
  return text.charCodeAt(from) === EXCLAMATION ? afterSpaces(text, from + 1, to) : from;
}

function afterSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}
