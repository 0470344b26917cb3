import { t } from '@vscode/l10n';

/** The keys of a title page: those of Fountain, and those by which Chekhov tells seasons apart. */
export const TITLE_KEYS: readonly { readonly key: string; readonly says: () => string }[] = [
  { key: 'Title', says: () => t('The title of the script. In a season, that of the series.') },
  { key: 'Credit', says: () => t('What stands between the title and the author, such as “Written by”.') },
  { key: 'Author', says: () => t('Who wrote it.') },
  { key: 'Authors', says: () => t('Who wrote it, where there are several.') },
  { key: 'Source', says: () => t('What it is based on.') },
  { key: 'Draft date', says: () => t('The date of this draft.') },
  { key: 'Contact', says: () => t('Where the author can be reached. Several lines are indented below the key.') },
  { key: 'Copyright', says: () => t('Who holds the rights.') },
  { key: 'Notes', says: () => t('Anything else that is to stand on the title page.') },
  { key: 'Revision', says: () => t('The name or colour of this revision.') },
  { key: 'Season', says: () => t('The number of the season that this script belongs to.') },
  {
    key: 'Episode',
    says: () => t('The number of the episode that this script tells, alone or with its title: 5, or 5 – Low Water.'),
  },
  { key: 'Episode title', says: () => t('The title of the episode, where Title is that of the series.') },
  {
    key: 'Study',
    says: () => t('The study that this script belongs to, where it is not the one beside it. none: no study.'),
  },
];
