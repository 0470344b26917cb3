import { t } from '@vscode/l10n';
import type { Season } from '../season/season.ts';

/** Whoever an id means, as one says it: `Marissa Irvine`, `the audience`. */
export function personName(season: Season, id: string): string {
  return id === 'audience' ? t('the audience') : (season.characters.get(id)?.name ?? id);
}

/** By what means somebody hears of something: where that is the id of a person, their name; else as it is written. */
export function viaName(season: Season, via: string): string {
  return season.characters.has(via) ? personName(season, via) : via;
}
