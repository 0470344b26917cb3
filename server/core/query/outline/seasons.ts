import { folderOf, nameOf } from '../../season/paths.ts';

interface Named {
  /** The URI of a season's study, its folder or its file. */
  readonly key: string;
  readonly title: string;
}

/** What tells seasons of the same title apart: so much of the folders that they lie in, else the name of the file. */
export function foldersApart<S extends Named>(seasons: readonly S[]): Map<S, string> {
  const byTitle = new Map<string, S[]>();
  for (const season of seasons) {
    const namesakes = byTitle.get(season.title);
    if (namesakes) namesakes.push(season);
    else byTitle.set(season.title, [season]);
  }
  const apart = new Map<S, string>();
  for (const namesakes of byTitle.values()) {
    if (namesakes.length === 1) continue;
    const folders = namesakes.map(foldersAbove);
    const most = Math.max(...folders.map(({ length }) => length));
    for (let length = 1; length <= most; length++) {
      const endings = folders.map((all) => all.slice(-length).join('/'));
      const times = new Map<string, number>();
      for (const ending of endings) times.set(ending, (times.get(ending) ?? 0) + 1);
      for (const [i, season] of namesakes.entries()) {
        const isOne = length <= folders[i]!.length && times.get(endings[i]!) === 1;
        if (isOne && !apart.has(season)) apart.set(season, endings[i]!);
      }
    }
    for (const season of namesakes) if (!apart.has(season)) apart.set(season, nameOf(season.key));
  }
  return apart;
}

function foldersAbove({ key }: Named): string[] {
  const path = folderOf(key).replace(/^[^:]*:\/*/, '');
  return path.split('/').filter(Boolean).map(nameOf);
}
