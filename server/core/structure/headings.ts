import type { ActKind } from './file-structure.ts';
import { type ActSaid, foreignAct, foreignEpisode, foreignSeason } from './heading-words.ts';
import { NUMBER, numberOf } from './numbers.ts';

/** What a heading says that begins an episode. */
export interface EpisodeHeading {
  readonly number: number;
  readonly season?: number;
  readonly title?: string;
}

/** What a heading says that begins or, `END OF ACT ONE`, ends an act. */
export interface ActHeading {
  readonly kind: ActKind;
  readonly number?: number;
  readonly ends: boolean;
}

const EPISODE = new RegExp(
  `^(?:(?:season|series|s)[ .]*(\\d{1,3})[ ,.:]*)?(?:episode|ep\\.?) *(${NUMBER})(?![\\p{L}\\d])`,
  'iu',
);
const SHORT_EPISODE = /^s(\d{1,3})[ .]?ep?(\d{1,4})(?![\p{L}\d])/iu;
const ACT = new RegExp(`^act *(${NUMBER})(?![\\p{L}\\d])`, 'iu');
const NAMED_ACT = /^(teaser|cold[ -]open(?:ing)?|prologue|tag|epilogue|coda)(?![\p{L}\d])/iu;
const END_OF = /^end (?:of )?(?:the )?(?=act|teaser|cold|prologue|tag|epilogue|coda)/i;
const SEASON = new RegExp(`^(?:season|series) +(${NUMBER})(?![\\p{L}\\d])`, 'iu');

/** What may follow: nothing, a title after a colon or dash, a title in quotes, or something in parentheses. */
const TITLE = /^(?:[.]?|\s*(?::|--+|[–—]+|-(?=\s)|(?<=\s)-)(?!\d)\s*(.*)|\s+(["“„«].*)|\s*\(.*\))$/su;

/** What may also follow a number. */
const TITLE_AFTER_DOT = /^[.]\s+(.*)$/su;

const NAMED: Readonly<Record<string, ActKind>> = {
  teaser: 'teaser',
  prologue: 'prologue',
  tag: 'tag',
  epilogue: 'epilogue',
  coda: 'coda',
};

/** `Episode 5`, `Ep. 5: Low Water`, `Season 2, Episode 5`, `S02E05 – Low Water`, `Folge 5`, `Épisode 5`, `Episodio 5`. */
export function episodeHeading(text: string): EpisodeHeading | undefined {
  const line = bare(text);
  const said = englishEpisode(line) ?? foreignEpisode(line);
  const rest = said && titleAfter(said.rest);
  if (!rest) return undefined;
  const { number, season } = said;
  const title = unquoted(rest[1] ?? rest[2] ?? '');
  return { number, ...(season === undefined ? {} : { season }), ...(title ? { title } : {}) };
}

function englishEpisode(line: string): { number: number; season?: number; rest: string } | undefined {
  const match = EPISODE.exec(line) ?? SHORT_EPISODE.exec(line);
  const number = match ? numberOf(match[2]!) : undefined;
  if (!match || number === undefined) return undefined;
  const season = match[1] === undefined ? undefined : Number(match[1]);
  return { number, season, rest: line.slice(match[0].length) };
}

/** `Act One`, `ACT 1: The Playdate`, `Act I`, `Cold Open`, `END OF ACT ONE`, `Erster Akt`. A cold open is a teaser. */
export function actHeading(text: string): ActHeading | undefined {
  const said = actSaid(bare(text));
  if (!said || !(said.number === undefined ? TITLE.test(said.rest) : titleAfter(said.rest))) return undefined;
  return headingOf(said);
}

/**
 * The same of a line of a script that stands alone, without emphasis. There a title may follow a dot behind any name.
 *
 * @returns `name` is the line without what says that the act ends: `ACT ONE` of `END OF ACT ONE`
 */
export function actOfLine(line: string): { readonly heading: ActHeading; readonly name: string } | undefined {
  const said = actSaid(line);
  return said && titleAfter(said.rest) ? { heading: headingOf(said), name: said.name } : undefined;
}

function headingOf({ kind, number, ends }: ActSaid): ActHeading {
  return { kind, ...(number === undefined ? {} : { number }), ends };
}

function actSaid(line: string): ActSaid | undefined {
  return englishAct(line) ?? foreignAct(line);
}

function englishAct(line: string): ActSaid | undefined {
  const end = END_OF.exec(line);
  const name = end ? line.slice(end[0].length) : line;
  const ends = end !== null;
  const numbered = ACT.exec(name);
  const number = numbered ? numberOf(numbered[1]!) : undefined;
  if (numbered && number !== undefined)
    return { kind: 'act', number, ends, name, rest: name.slice(numbered[0].length) };
  const named = NAMED_ACT.exec(name);
  if (!named) return undefined;
  return { kind: NAMED[named[1]!.toLowerCase()] ?? 'teaser', ends, name, rest: name.slice(named[0].length) };
}

/** The number in `Season 2`, which stands above the episodes of that season. */
export function seasonHeading(text: string): number | undefined {
  const line = bare(text);
  const match = SEASON.exec(line);
  if (match) return TITLE.test(line.slice(match[0].length)) ? numberOf(match[1]!) : undefined;
  const said = foreignSeason(line);
  return said && TITLE.test(said.rest) ? said.number : undefined;
}

/** A heading without marks of emphasis. Cut off where it is longer than any heading, so that patterns stay cheap. */
export function bare(text: string): string {
  return text.slice(0, LONGEST).replace(EMPHASIS, '').trim();
}

const LONGEST = 400;
const EMPHASIS = /\*+|(?<![\p{L}\d_])_+|_+(?![\p{L}\d_])/gu;

function titleAfter(rest: string): RegExpExecArray | null {
  return TITLE.exec(rest) ?? TITLE_AFTER_DOT.exec(rest);
}

function unquoted(title: string): string {
  return title
    .trim()
    .replace(/^["“„«]\s*(.*?)\s*["”“»]$/su, '$1')
    .trim();
}
