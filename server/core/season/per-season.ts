import type { Season } from './season.ts';

/**
 * Makes a question about something in a season one that is worked out once for each season object: the answer hangs on
 * nothing but the two, and a season is the same object for as long as nothing in it changes.
 */
export function perSeason<Key extends object, Answer>(
  answer: (season: Season, key: Key) => Answer,
): (season: Season, key: Key) => Answer {
  const known = new WeakMap<Season, WeakMap<Key, { readonly answer: Answer }>>();
  return (season, key) => {
    let inSeason = known.get(season);
    if (!inSeason) {
      inSeason = new WeakMap();
      known.set(season, inSeason);
    }
    let found = inSeason.get(key);
    if (!found) {
      found = { answer: answer(season, key) };
      inSeason.set(key, found);
    }
    return found.answer;
  };
}
