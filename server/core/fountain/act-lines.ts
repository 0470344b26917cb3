import type { ActLineItem, EndItem, FlashbackItem } from '../facts/file-facts.ts';
import { flashbackBegins } from '../facts/flashback-lines.ts';

/** Longer lines say neither where an act or a flashback begins nor that the story ends. */
export const LONGEST_ACT_LINE = 80;

const NUMBER =
  '\\d{1,2}|[IVX]{1,5}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|FIRST|SECOND|THIRD|FOURTH|FIFTH';
/** Its groups are what says that an act ends, and the title; they have no names, which would cost as much as the search. */
const ACT = new RegExp(
  `^(END(?: OF)? (?:THE )?)?((?:ACT (?:${NUMBER})|TEASER|COLD OPEN|PROLOGUE|TAG|EPILOGUE|CODA)(?:\\s*[:.–—-].*)?)$`,
  'i',
);
const END = /^(?:THE END|FADE OUT)[.:]?$/i;

const EMPHASIS = /[*_]/;

/** The line without emphasis. */
function plainLine(text: string, from: number, to: number): string {
  const line = text.slice(from, to);
  return (EMPHASIS.test(line) ? line.replace(/[*_]+/g, '') : line).trim();
}

/** What a line that stands alone says of the acts, if anything. */
export function actLine(text: string, from: number, to: number): ActLineItem | undefined {
  if (to - from > LONGEST_ACT_LINE) return undefined;
  const found = ACT.exec(plainLine(text, from, to));
  return found === null
    ? undefined
    : { type: 'act', title: found[2]!.replace(/[.\s]+$/, ''), ends: found[1] !== undefined };
}

/** Whether a line says that the story ends. */
export function endLine(text: string, from: number, to: number): EndItem | undefined {
  if (to - from > LONGEST_ACT_LINE) return undefined;
  const line = plainLine(text, from, to);
  return END.test(line) ? { type: 'end', text: line } : undefined;
}

/** Whether a line says that a flashback begins or ends. */
export function flashbackLine(text: string, from: number, to: number): FlashbackItem | undefined {
  if (to - from > LONGEST_ACT_LINE) return undefined;
  const begins = flashbackBegins(plainLine(text, from, to));
  return begins === undefined ? undefined : { type: 'flashback', begins };
}
