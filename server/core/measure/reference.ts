import { t } from '@vscode/l10n';

/** The measures of a chamber play that are shares or counts. */
export interface ReferenceValues {
  /** In the language of the client, and so asked for anew each time. */
  readonly name: string;
  /** Share of the most used place, in words. */
  readonly placeShare: number;
  /** Effective number of places. */
  readonly places: number;
  /** Speakers who carry nine tenths of the dialogue. */
  readonly speakers: number;
  /** Share of dialogue, in words. */
  readonly dialogueShare: number;
}

/** What films come to: the median of 94 that were produced, and one that plays in a single room. (Design, section 9.) */
export const producedFilms: ReferenceValues = {
  get name() {
    return t('Median of 94 produced films');
  },
  placeShare: 0.13,
  places: 21.7,
  speakers: 11,
  dialogueShare: 0.41,
};

export const theBreakfastClub: ReferenceValues = {
  get name() {
    return t('The Breakfast Club');
  },
  placeShare: 0.81,
  places: 1.5,
  speakers: 6,
  dialogueShare: 0.7,
};
