import type { ActLineItem, EndItem, FlashbackItem } from '../facts/file-facts.ts';
import { flashbackBegins } from '../facts/flashback-lines.ts';
import { actOfLine } from '../structure/headings.ts';

/** Longer lines say neither where an act or a flashback begins nor that the story ends. */
export const LONGEST_ACT_LINE = 80;

/** What every line has that names an act. Most that stand alone have none of it, and need no closer look. */
const MAY_NAME_ACT = /A[CK]T|TAG|TEASER|COLD|CODA|PR[EÉOÓ]|[EÉ]P[IÍ]L/i;
/** What every line has that says where a flashback begins or ends. */
const MAY_TELL_FLASHBACK = /FLASH|BLENDE|PR[EÉ]SENT|GEGENWART/i;
/** Of `FADE OUT` what scripts in other languages have in its place. */
const END = /^(?:THE END|FADE OUT|ENDE|ABBLENDE|FIN|FONDU AU NOIR|FUNDIDO A NEGRO)(?:\.| ?:)?$/i;

const EMPHASIS = /[*_]/;

/** The line without emphasis. */
function plainLine(text: string, from: number, to: number): string {
  const line = text.slice(from, to);
  return (EMPHASIS.test(line) ? line.replace(/[*_]+/g, '') : line).trim();
}

/** What a line that stands alone says of the acts, if anything. */
export function actLine(text: string, from: number, to: number): ActLineItem | undefined {
  if (to - from > LONGEST_ACT_LINE) return undefined;
  const line = plainLine(text, from, to);
  const said = MAY_NAME_ACT.test(line) ? actOfLine(line) : undefined;
  return said && { type: 'act', title: said.name.replace(/[.\s]+$/, ''), ends: said.heading.ends };
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
  const line = plainLine(text, from, to);
  const begins = MAY_TELL_FLASHBACK.test(line) ? flashbackBegins(line) : undefined;
  return begins === undefined ? undefined : { type: 'flashback', begins };
}
