import { producedFilms, theBreakfastClub } from '../../core/measure/reference.ts';
import { extentLabel, formName } from '../../core/query/labels.ts';
import type { EpisodeStats, Stats } from '../../core/query/stats.ts';
import { columnsOf, count, type Paint, plain } from '../terminal.ts';

/** For people: the text in a line, then each episode with its tables. */
export function prettyStats(stats: Stats, paint: Paint): string {
  const { episodes } = stats;
  const sections = episodes.map((episode) => episodeSection(episode, paint));
  if (episodes.length > 1) sections.unshift(`${paint('bold', `${episodes.length} episodes`)}  ${sizeOf(stats)}\n`);
  return sections.join('\n');
}

function sizeOf({ eighths, minutes, words, scenes }: Pick<Stats, 'eighths' | 'minutes' | 'words' | 'scenes'>): string {
  const length = extentLabel(undefined, { eighths, ...(minutes !== undefined && { minutes }) });
  return [length, count(words, 'word'), count(scenes, 'scene')].join(' · ');
}

function episodeSection(episode: EpisodeStats, paint: Paint): string {
  const form = episode.form === undefined ? '' : ` · ${formName(plain(episode.form))}`;
  const tables = [
    table(
      ['Act', 'Page', 'Length', 'Scenes', 'Share'],
      episode.acts.map((act) => [
        act.title,
        `p. ${act.page}`,
        extentLabel(undefined, act),
        String(act.scenes),
        percent(act.share),
      ]),
      paint,
    ),
    table(
      ['Speaker', 'Speeches', 'Words', 'Share'],
      episode.speakers.map(({ name, speeches, words, share }) => [name, `${speeches}`, `${words}`, percent(share)]),
      paint,
    ),
    table(
      ['Place', 'Scenes', 'Words', 'Share'],
      episode.places.map(({ name, scenes, words, share }) => [name, `${scenes}`, `${words}`, percent(share)]),
      paint,
    ),
    table(['As a chamber play', 'Here', producedFilms.name, theBreakfastClub.name], chamberRows(episode), paint),
  ];
  return [`${paint('bold', plain(episode.title))}  ${sizeOf(episode)}${form}\n`, ...tables].filter(Boolean).join('\n');
}

function chamberRows({ chamber }: EpisodeStats): string[][] {
  const { place, places, speakers, dialogueShare, breaks } = chamber;
  const films = [producedFilms, theBreakfastClub];
  return [
    ...(place ? [['Most used place', percent(place.share), ...films.map((film) => percent(film.placeShare))]] : []),
    ...(places === undefined
      ? []
      : [['Places, effective number', places.toFixed(1), ...films.map((film) => film.places.toFixed(1))]]),
    ...(speakers === undefined
      ? []
      : [['Speakers with nine tenths of the dialogue', `${speakers}`, ...films.map((film) => `${film.speakers}`)]]),
    ...(dialogueShare === undefined
      ? []
      : [['Dialogue', percent(dialogueShare), ...films.map((film) => percent(film.dialogueShare))]]),
    ['Breaks in time', breaks.length === 0 ? 'none' : `${breaks.length}`, '', ''],
  ];
}

/** Names to the left, numbers to the right; empty where there are no rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  if (rows.length === 0) return '';
  const shown = [head, ...rows].map((cells) => cells.map(plain));
  const widths = head.map((_, i) => Math.max(...shown.map((cells) => columnsOf(cells[i]!))));
  const lines = shown.map((cells) =>
    cells
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - columnsOf(cell));
        return i === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line, i) => `  ${i === 0 ? paint('dim', line) : line}\n`).join('');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
