import { folderOf, nameOf } from '../../season/paths.ts';
import type { Season } from '../../season/season.ts';

/** What tells seasons of the same title apart: so much of the folders that they lie in, else the name of the file. */
export function foldersApart(seasons: readonly Season[]): Map<Season, string> {
  const apart = new Map<Season, string>();
  for (const season of seasons) {
    const namesakes = seasons.filter((other) => other !== season && other.title === season.title).map(foldersAbove);
    if (namesakes.length === 0) continue;
    const own = foldersAbove(season);
    const ending = (folders: readonly string[], length: number) => folders.slice(-length).join('/');
    let length = 1;
    while (length < own.length && namesakes.some((other) => ending(other, length) === ending(own, length))) length++;
    const isOne = namesakes.every((other) => ending(other, length) !== ending(own, length));
    apart.set(season, isOne ? ending(own, length) : nameOf(season.key));
  }
  return apart;
}

/** A season's key is the URI of its study, its folder or its file. */
function foldersAbove({ key }: Season): string[] {
  const path = folderOf(key).replace(/^[^:]*:\/*/, '');
  return path.split('/').filter(Boolean).map(nameOf);
}
