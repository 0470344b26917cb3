import { t } from '@vscode/l10n';

/** A key of a title page. */
export interface TitleKey {
  readonly key: string;
  /** What it is for, in the reader's language. */
  readonly says: () => string;
}

/** The keys of a title page: those of Fountain, and those by which Chekhov tells seasons apart. */
export const TITLE_KEYS: readonly TitleKey[] = [
  { key: 'Title', says: () => t('The title. In a season, that of the series.') },
  { key: 'Credit', says: () => t('What stands between the title and the author, such as “Written by”.') },
  { key: 'Author', says: () => t('Who wrote it.') },
  { key: 'Authors', says: () => t('Who wrote it, where there are several.') },
  { key: 'Source', says: () => t('What it is based on.') },
  { key: 'Draft date', says: () => t('The date of this draft.') },
  { key: 'Contact', says: () => t('Where the author can be reached. Several lines are indented below the key.') },
  { key: 'Copyright', says: () => t('Who holds the rights.') },
  { key: 'Notes', says: () => t('Anything else that is to stand on the title page.') },
  { key: 'Revision', says: () => t('The name or colour of this revision.') },
  { key: 'Season', says: () => t('The number of the season that this belongs to.') },
  {
    key: 'Episode',
    says: () => t('The number of the episode that this tells, alone or with its title: 5, or 5 – Low Water.'),
  },
  { key: 'Episode title', says: () => t('The title of the episode, where Title is that of the series.') },
  {
    key: 'Study',
    says: () => t('The study that this belongs to, where it is not the one beside it. none: no study.'),
  },
];

const read: ReadonlySet<string> = new Set(['Title', 'Season', 'Episode', 'Episode title', 'Study']);

/** Those that say what is told, and where it belongs: the front matter of a treatment is read for these, and never printed. */
export const FRONT_MATTER_KEYS: readonly TitleKey[] = TITLE_KEYS.filter(({ key }) => read.has(key));

/**
 * The keys that are not there yet, the likeliest first.
 *
 * @param there in lower case
 * @param numbered whether the season is known to have several episodes
 */
export function openKeys(keys: readonly TitleKey[], there: ReadonlySet<string>, numbered: boolean): TitleKey[] {
  const open = keys.filter(({ key }) => !there.has(key.toLowerCase()));
  const rank = ({ key }: TitleKey) => (key === 'Title' ? 0 : numbered && key === 'Episode' ? 1 : 2);
  return open.sort((a, b) => rank(a) - rank(b));
}
