import type { ActKind } from './file-structure.ts';
import { foreignAct, foreignEpisode, foreignSeason } from './heading-words.ts';
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
  const line = bare(text);
  const end = END_OF.exec(line);
  const rest = end ? line.slice(end[0].length) : line;
  const ends = end !== null;
  const numbered = ACT.exec(rest);
  const number = numbered ? numberOf(numbered[1]!) : undefined;
  if (numbered && number !== undefined) {
    return titleAfter(rest.slice(numbered[0].length)) ? { kind: 'act', number, ends } : undefined;
  }
  const named = NAMED_ACT.exec(rest);
  if (!named) return foreignActHeading(line);
  if (!TITLE.test(rest.slice(named[0].length))) return undefined;
  return { kind: NAMED[named[1]!.toLowerCase()] ?? 'teaser', ends };
}

function foreignActHeading(line: string): ActHeading | undefined {
  const said = foreignAct(line);
  if (!said) return undefined;
  const { rest, ...heading } = said;
  return (heading.number === undefined ? TITLE.test(rest) : titleAfter(rest)) ? heading : undefined;
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
