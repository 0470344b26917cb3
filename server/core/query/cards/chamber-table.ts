import { t } from '@vscode/l10n';
import { type ChamberMeasures, chamberMeasures } from '../../measure/chamber.ts';
import { producedFilms, theBreakfastClub } from '../../measure/reference.ts';
import type { EpisodePart } from '../../structure/file-structure.ts';
import { decimal } from '../../text/decimal.ts';
import type { CardTable } from '../answers.ts';
import type { QueryContext } from '../context.ts';
import { counts } from '../counts.ts';

/** How much of a chamber play an episode is (design, section 9), beside what films come to. */
export function chamberTable({ manuscript, season }: QueryContext, part: EpisodePart): CardTable {
  const { place, places, speakers, dialogueShare, breaks } = chamberMeasures(manuscript, part, season.study);
  const row = (name: string, value: string, median: string, club: string) => [[name, value, median, club]];
  return {
    head: [t('As a chamber play'), t('Here'), producedFilms.name, theBreakfastClub.name],
    rows: [
      ...(place
        ? row(
            t('In the most used place: {0}', place.name),
            percent(place.share),
            percent(producedFilms.placeShare),
            percent(theBreakfastClub.placeShare),
          )
        : []),
      ...(places === undefined
        ? []
        : row(
            t('Places, effective number'),
            decimal(places, 1),
            decimal(producedFilms.places, 1),
            decimal(theBreakfastClub.places, 1),
          )),
      ...(speakers === undefined
        ? []
        : row(
            t('Speakers with nine tenths of the dialogue'),
            `${speakers}`,
            `${producedFilms.speakers}`,
            `${theBreakfastClub.speakers}`,
          )),
      ...(dialogueShare === undefined
        ? []
        : row(
            t('Dialogue'),
            percent(dialogueShare),
            percent(producedFilms.dialogueShare),
            percent(theBreakfastClub.dialogueShare),
          )),
      ...row(t('Breaks in time'), breaks.length === 0 ? t('none') : `${breaks.length}`, '', ''),
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
    ...(place ? [t('{0} in one place ({1})', percent(place.share), place.name)] : []),
    ...(places === undefined ? [] : [t('{0} places in effect', decimal(places, 1))]),
    ...(speakers
      ? [
          speakers === 1
            ? t('1 speaker with nine tenths of the dialogue')
            : t('{0} speakers with nine tenths of the dialogue', speakers),
        ]
      : []),
    ...(dialogueShare ? [t('{0} dialogue', percent(dialogueShare))] : []),
    ...(breaks.length > 0 ? [counts.breaksInTime(breaks.length)] : []),
  ];
}

function percent(share: number): string {
  return t('{0} %', Math.round(100 * share));
}
