import picomatch from 'picomatch/posix.js';
import type { Study } from '../study/study.ts';
import { byName, folderOf, innermostFolder, nameOf, pathWithin } from './paths.ts';

/**
 * Which study applies to a file, and which season the file belongs to (design, section 4). Where a file belongs depends on
 * the file, the studies and the settings, and on no other file; so one file can be placed without looking at the rest.
 */

export interface CatalogueSettings {
  /** URIs of the workspace folders, without a slash at the end. */
  readonly folders: readonly string[];
  /** Globs, relative to the workspace folder: what lies there stands alone. */
  readonly exclude: readonly string[];
  /** The same for single workspace folders, instead. */
  readonly excludeIn?: ReadonlyMap<string, readonly string[]>;
  /** Studies that may be named from anywhere (`Study: all-her-fault`): the id, and the URI under which it was set. */
  readonly builtIn: Readonly<Record<string, string>>;
}

export const defaultSettings: CatalogueSettings = {
  folders: [],
  exclude: ['**/{drafts,archive,node_modules}/**'],
  builtIn: {},
};

/** What decides where a file belongs. */
export interface FileEntry {
  readonly uri: string;
  /** The value of `Study:` in the title page or front matter. */
  readonly study?: string;
  /** Whether the text, its head or its name has an episode number. */
  readonly numbered: boolean;
}

export interface Assignment {
  /** Files with the same key make one season. */
  readonly season: string;
  /** The URI of the study. */
  readonly study?: string;
  /** Why another study might have been meant. */
  readonly hint?: string;
}

/** Why a study applies: the text names it, of several only its `files` fit, or of all that might it is the first by name. */
export interface Applying {
  readonly study: string;
  readonly because: 'named' | 'files' | 'first';
}

/** The studies there are and the settings, prepared for placing files. */
export class Catalogue {
  private readonly known = new Set<string>();
  private readonly byFolder = new Map<string, Study[]>();
  private readonly excluded: (path: string) => boolean;
  private readonly excludedIn = new Map<string, (path: string) => boolean>();
  private readonly matchers = new Map<Study, (path: string) => boolean>();
  private readonly settings: CatalogueSettings;

  constructor(studies: Iterable<Study>, settings: CatalogueSettings) {
    this.settings = settings;
    this.excluded = matcher(settings.exclude);
    for (const [folder, globs] of settings.excludeIn ?? []) this.excludedIn.set(folder, matcher(globs));
    for (const study of studies) {
      this.known.add(study.uri);
      const folder = folderOf(study.uri);
      const there = this.byFolder.get(folder);
      if (there) there.push(study);
      else this.byFolder.set(folder, [study]);
    }
    for (const list of this.byFolder.values()) list.sort((a, b) => byName(nameOf(a.uri), nameOf(b.uri)));
  }

  assign(file: FileEntry): Assignment {
    if (this.standsAlone(file.uri)) return { season: file.uri };
    const named = file.study?.trim().toLowerCase() || undefined;
    if (named === 'none') return this.withoutStudy(file);
    const found = named === undefined ? undefined : this.named(named, file.uri);
    if (found) return { season: found.study, ...found };
    const nearest = this.nearest(file.uri);
    const place = nearest ? { season: nearest.study, ...nearest } : this.withoutStudy(file);
    return named === undefined ? place : { ...place, hint: `“Study: ${named}” names no study from this folder up.` };
  }

  /** The study that applies to a file and, where its folder has several, why it is that one. */
  applying(file: FileEntry): Applying | undefined {
    const { study } = this.assign(file);
    if (study === undefined) return undefined;
    const named = file.study?.trim().toLowerCase();
    if (named && this.named(named, file.uri)?.study === study) return { study, because: 'named' };
    const matching = this.inFolder(folderOf(study)).filter((one) => this.names(one, file.uri));
    return { study, because: matching.length === 1 ? 'files' : 'first' };
  }

  private withoutStudy({ uri, numbered }: FileEntry): Assignment {
    return { season: !numbered || folderOf(uri) === '' ? uri : `${folderOf(uri)}/` };
  }

  /** Whether the file lies in a folder that `chekhov.exclude` names. */
  standsAlone(uri: string): boolean {
    const folder = innermostFolder(this.settings.folders, uri);
    if (folder === undefined) return false;
    const excluded = this.excludedIn.get(folder) ?? this.excluded;
    return excluded(pathWithin(folder, uri) ?? '');
  }

  /**
   * Whether a file is a treatment: by its name, or, for any other Markdown file, because a study's `files` names it.
   * This needs only the URI, so that a host can ask before it reads.
   */
  isTreatment(uri: string): boolean {
    const name = nameOf(uri).toLowerCase();
    if (/\.treatment(\.md)?$/.test(name)) return true;
    if (!/\.(md|markdown)$/.test(name) || this.standsAlone(uri)) return false;
    return this.foldersUp(uri).some((folder) => this.inFolder(folder).some((study) => this.names(study, uri)));
  }

  /** Whether a study's `files` names the file. Patterns are relative to the study's folder. */
  names(study: Study, uri: string): boolean {
    let match = this.matchers.get(study);
    if (!match) {
      match = matcher(study.files);
      this.matchers.set(study, match);
    }
    const path = pathWithin(folderOf(study.uri), uri);
    return path !== undefined && match(path);
  }

  private nearest(uri: string): { study: string; hint?: string } | undefined {
    for (const folder of this.foldersUp(uri)) {
      const studies = this.inFolder(folder);
      const first = studies[0];
      if (!first) continue;
      if (studies.length === 1) return { study: first.uri };
      const matching = studies.filter((study) => this.names(study, uri));
      const chosen = matching[0] ?? first;
      if (matching.length === 1) return { study: chosen.uri };
      return {
        study: chosen.uri,
        hint: `${studies.length} studies lie in this folder, and ${matching.length === 0 ? 'none' : 'more than one'} of them names this file in its “files”. ${nameOf(chosen.uri)} is used, the first by name.`,
      };
    }
    return undefined;
  }

  /** `Study: the-long-table` names `the-long-table.study.yaml` from the file's folder up, else the built-in study. */
  private named(id: string, uri: string): { study: string } | undefined {
    for (const folder of this.foldersUp(uri)) {
      const found = this.inFolder(folder).find((study) => idOfStudy(study.uri) === id);
      if (found) return { study: found.uri };
    }
    const builtIn = Object.hasOwn(this.settings.builtIn, id) ? this.settings.builtIn[id] : undefined;
    return builtIn !== undefined && this.known.has(builtIn) ? { study: builtIn } : undefined;
  }

  /** The studies of a folder, by name; a built-in study applies only where it is named. */
  private inFolder(folder: string): readonly Study[] {
    const builtIn = Object.values(this.settings.builtIn);
    return (this.byFolder.get(folder) ?? []).filter((study) => !builtIn.includes(study.uri));
  }

  /** The file's folder, the one above it, … up to its workspace folder; its own only, where it lies in none. */
  private foldersUp(uri: string): string[] {
    const own = folderOf(uri);
    const top = innermostFolder(this.settings.folders, uri);
    const folders = [own];
    if (top === undefined) return folders;
    for (let folder = own; folder !== top && folder.length > top.length; ) {
      folder = folderOf(folder);
      folders.push(folder);
    }
    return folders;
  }
}

/** `all-her-fault` for `…/all-her-fault.study.yaml`. */
export function idOfStudy(uri: string): string {
  return nameOf(uri)
    .toLowerCase()
    .replace(/\.study\.ya?ml$/, '');
}

/** Whether a path fits one of the globs. A glob that cannot be read fits nothing. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests: ((path: string) => boolean)[] = [];
  for (const glob of globs) {
    try {
      tests.push(picomatch(glob, { dot: true }));
    } catch {
      // A pattern as someone types it: it names nothing yet.
    }
  }
  return (path) => tests.some((test) => test(path));
}
