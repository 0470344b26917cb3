import { t } from '@vscode/l10n';
import type { CharacterStory, Season } from '../season/season.ts';
import type { QueryContext } from './context.ts';
import { mentionsOfIn } from './mentions/mention-list.ts';

/** Whoever an id means, as one says it: `Marissa Irvine`, `the audience`. */
export function personName(season: Season, id: string): string {
  return id === 'audience' ? t('the audience') : (season.characters.get(id)?.name ?? id);
}

/** By what means somebody hears of something: where that is the id of a person, their name; else as it is written. */
export function viaName(season: Season, via: string): string {
  // A word that is the id of one person may, while a secret lasts, be the name of another.
  const person = season.characters.has(via) ? season.person(via) : undefined;
  return person === undefined ? via : personName(season, person);
}

/** Whether somebody of the season within the horizon may be offered: also whom nothing but the text at hand has named. */
export function isHeard(context: QueryContext, { id, unheard }: CharacterStory): boolean {
  return !unheard || mentionsOfIn(context, { type: 'person', id }).length > 0;
}
