import { Script } from '../server/core/fountain/script.ts';
import type { Manuscript } from '../server/core/manuscript.ts';
import type { QueryContext } from '../server/core/query/context.ts';
import type { CatalogueSettings } from '../server/core/season/catalogue.ts';
import type { Season, Target } from '../server/core/season/season.ts';
import { Seasons } from '../server/core/season/seasons.ts';
import { loadStudy } from '../server/core/study/load.ts';
import { Treatment } from '../server/core/treatment/treatment.ts';

/** Where the files of a fixture lie. */
export const folder = 'file:///show';

export interface Fixture {
  readonly seasons: Seasons;
  /** By path, as the fixture writes it. */
  readonly manuscripts: ReadonlyMap<string, Manuscript>;
  /** The path and offset of `$0`, where the fixture has one. */
  readonly path: string;
  readonly offset: number;
  uri(path: string): string;
  /** The season of a file; of the file with the cursor, else the first, where none is named. */
  season(path?: string): Season;
  /** What a query needs for a file. */
  context(path?: string): QueryContext;
  /** The text of a target: of an item, or of a span in the study. */
  textOf(target: Target | undefined): string | undefined;
}

/**
 * A season in one text: its files, each below a line `--- path`. `$0` marks the cursor and is taken out.
 *
 *     season(`--- e01.fountain
 *     [[setup: gun$0]]
 *     --- all.study.yaml
 *     title: Guns`)
 */
export function season(source: string, settings: Partial<CatalogueSettings> = {}): Fixture {
  const seasons = new Seasons();
  seasons.configure({ folders: [folder], ...settings });
  const uri = (path: string) => `${folder}/${path}`;
  const manuscripts = new Map<string, Manuscript>();
  const texts = new Map<string, string>();
  let cursor: { path: string; offset: number } | undefined;
  const files = filesIn(source).map(({ path, text }) => {
    const at = text.indexOf('$0');
    if (at >= 0) cursor = { path, offset: at };
    return { path, text: text.replace('$0', '') };
  });
  for (const { path, text } of files) {
    texts.set(uri(path), text);
    if (/\.study\.ya?ml$/.test(path)) seasons.setStudy(uri(path), loadStudy(uri(path), text).study);
  }
  for (const { path, text } of files) {
    if (/\.ya?ml$/.test(path)) continue;
    const kind = /\.(fountain|spmd)$/.test(path) ? 'script' : seasons.isTreatment(uri(path)) ? 'treatment' : undefined;
    if (!kind) continue;
    const manuscript = kind === 'script' ? Script.parse(text) : Treatment.parse(text);
    manuscripts.set(path, manuscript);
    seasons.setFile(uri(path), manuscript.facts);
  }
  const main = cursor?.path ?? [...manuscripts.keys()][0] ?? '';
  return {
    seasons,
    manuscripts,
    path: main,
    offset: cursor?.offset ?? 0,
    uri,
    season: (path = main) => seasons.seasonOf(uri(path))!,
    context: (path = main) => ({
      season: seasons.seasonOf(uri(path))!,
      uri: uri(path),
      manuscript: manuscripts.get(path)!,
    }),
    textOf(target) {
      if (!target) return undefined;
      const path = target.uri.slice(folder.length + 1);
      const span = 'span' in target ? target.span : manuscripts.get(path)!.place(target.item);
      return texts.get(target.uri)?.slice(span.start, span.end);
    },
  };
}

/** The files of a fixture. A file's text ends before the line that begins the next. */
function filesIn(source: string): { path: string; text: string }[] {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of source.replace(/^\n/, '').split('\n')) {
    const begins = /^--- (\S.*)$/.exec(line);
    if (begins) files.push({ path: begins[1]!.trim(), lines: [] });
    else files.at(-1)?.lines.push(line);
  }
  return files.map(({ path, lines }) => ({ path, text: lines.join('\n') }));
}
