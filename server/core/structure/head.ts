import { bare, episodeHeading } from './headings.ts';
import { numberOf } from './numbers.ts';

/** What a title page or front matter says of the episode that the file tells. */
export interface HeadEpisode {
  readonly number?: number;
  readonly season?: number;
  readonly title?: string;
}

/**
 * `Episode: 5`, `Episode: 5 – Low Water`, `Episode: S02E05`, `Season: 2`. With a number, `Title` is the title of the series,
 * and the episode's stands under `Episode title` or behind the number; without one `Title` is all there is.
 */
export function headEpisode(head: Readonly<Record<string, string>>): HeadEpisode {
  const written = line(head.episode);
  const own = line(head['episode title']);
  const season = leadingNumber(line(head.season).replace(/^(?:season|series)\s+/i, ''));
  const said = episodeHeading(written) ?? episodeHeading(`Episode ${written.replace(/^#\s*/, '')}`);
  const number = said?.number ?? leadingNumber(written.replace(/^#\s*/, ''));
  const named = number === undefined ? written || line(head.title) : said?.title;
  return { number, season: said?.season ?? season, title: own || named || undefined };
}

function leadingNumber(text: string): number | undefined {
  return numberOf(/^(?:\d{1,4}|\p{L}+)(?![\p{L}\d])/u.exec(text)?.[0] ?? '');
}

/** A value of several lines as one, without emphasis. */
function line(value: string | undefined): string {
  return bare((value ?? '').replace(/\s+/g, ' '));
}
