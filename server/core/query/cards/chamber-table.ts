import { type ChamberMeasures, chamberMeasures } from '../../measure/chamber.ts';
import { producedFilms, theBreakfastClub } from '../../measure/reference.ts';
import type { EpisodePart } from '../../structure/file-structure.ts';
import type { CardTable } from '../answers.ts';
import type { QueryContext } from '../context.ts';
import { count } from '../labels.ts';

/** How much of a chamber play an episode is (design, section 9), beside what films come to. */
export function chamberTable({ manuscript, season }: QueryContext, part: EpisodePart): CardTable {
  const { place, places, speakers, dialogueShare, breaks } = chamberMeasures(manuscript, part, season.study);
  const row = (name: string, value: string, median: string, club: string) => [[name, value, median, club]];
  return {
    head: ['As a chamber play', 'Here', producedFilms.name, theBreakfastClub.name],
    rows: [
      ...(place
        ? row(
            `In the most used place: ${place.name}`,
            percent(place.share),
            percent(producedFilms.placeShare),
            percent(theBreakfastClub.placeShare),
          )
        : []),
      ...(places === undefined
        ? []
        : row(
            'Places, effective number',
            places.toFixed(1),
            producedFilms.places.toFixed(1),
            theBreakfastClub.places.toFixed(1),
          )),
      ...(speakers === undefined
        ? []
        : row(
            'Speakers with nine tenths of the dialogue',
            `${speakers}`,
            `${producedFilms.speakers}`,
            `${theBreakfastClub.speakers}`,
          )),
      ...(dialogueShare === undefined
        ? []
        : row(
            'Dialogue',
            percent(dialogueShare),
            percent(producedFilms.dialogueShare),
            percent(theBreakfastClub.dialogueShare),
          )),
      ...row('Breaks in time', breaks.length === 0 ? 'none' : `${breaks.length}`, '', ''),
    ],
  };
}

/** The same in one line, for an episode that claims no form; empty where the text tells none of it. */
export function chamberLine({ manuscript, season }: QueryContext, part: EpisodePart): string {
  const said = saidOf(chamberMeasures(manuscript, part, season.study));
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

function saidOf({ place, places, speakers, dialogueShare, breaks }: ChamberMeasures): string[] {
  return [
    ...(place ? [`${percent(place.share)} in one place (${place.name})`] : []),
    ...(places === undefined ? [] : [`${places.toFixed(1)} places in effect`]),
    ...(speakers ? [`${count(speakers, 'speaker')} with nine tenths of the dialogue`] : []),
    ...(dialogueShare ? [`${percent(dialogueShare)} dialogue`] : []),
    ...(breaks.length > 0 ? [count(breaks.length, 'break in time', 'breaks in time')] : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
