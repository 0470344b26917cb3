import type { FileFacts } from '../facts/file-facts.ts';
import { episodeOfFileName } from '../structure/file-name.ts';
import { headEpisode } from '../structure/head.ts';
import { episodeHeading } from '../structure/headings.ts';
import { blankStudy } from '../study/load.ts';
import type { Study } from '../study/study.ts';
import {
  type Applying,
  type Assignment,
  Catalogue,
  type CatalogueSettings,
  defaultSettings,
  type FileEntry,
} from './catalogue.ts';
import { deriveSeason } from './derive.ts';
import { digestOf } from './digest.ts';
import { SeasonIndex } from './index.ts';
import { byName, folderOf, nameOf, pathWithin } from './paths.ts';
import type { Season, SeasonFile } from './season.ts';
import { StoryCache } from './story-cache.ts';

interface Group {
  readonly key: string;
  readonly study: string | undefined;
  readonly files: Map<string, FileFacts>;
  readonly index: SeasonIndex;
  stories: StoryCache;
  /** Another object whenever the season is another. */
  state: object;
  /** Derived when asked for, and dropped when anything in the group changes, or when it is to be forgotten. */
  season?: Season;
}

/**
 * All files and studies that are known, and the seasons that they make. Setting a file costs the difference of its facts;
 * where it belongs and what the season looks like is worked out when someone asks.
 */
export class Seasons {
  private settings: CatalogueSettings = defaultSettings;
  private readonly facts = new Map<string, FileFacts>();
  private readonly studies = new Map<string, Study>();
  private readonly assigned = new Map<string, Assignment>();
  private readonly groups = new Map<string, Group>();
  private catalogue: Catalogue | undefined;
  /** Files whose place has to be looked at again. */
  private readonly unsettled = new Set<string>();
  /** A season may have lost its last file or its study, or a study may have none yet. */
  private groupsUnsettled = false;
  private retiredWork = 0;

  /** Grows whenever an answer about any season may have become another. */
  revision = 0;

  /** How many items of facts the indexes have looked at. An edit that leaves facts unchanged adds none (invariant 4). */
  get work(): number {
    let sum = this.retiredWork;
    for (const group of this.groups.values()) sum += group.index.work;
    return sum;
  }

  /** Sets what is known of a file. True where that is something new. */
  setFile(uri: string, facts: FileFacts): boolean {
    const before = this.facts.get(uri);
    if (before && sameFacts(before, facts)) return false;
    this.facts.set(uri, facts);
    const group = this.groupOf(uri);
    if (group) {
      group.index.update(uri, before, facts);
      group.files.set(uri, facts);
      changed(group);
    }
    this.unsettled.add(uri);
    this.revision++;
    return true;
  }

  removeFile(uri: string): void {
    if (!this.facts.delete(uri)) return;
    this.leave(uri);
    this.unsettled.delete(uri);
    this.revision++;
  }

  /** Sets a study, the last good one of its file; `undefined` where the file is gone. */
  setStudy(uri: string, study: Study | undefined): void {
    if (this.studies.get(uri) === study) return;
    if (study) this.studies.set(uri, study);
    else this.studies.delete(uri);
    const group = this.groups.get(uri);
    if (group) changed(group);
    this.unsettleAll();
  }

  configure(settings: Partial<CatalogueSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.unsettleAll();
  }

  /** The season that a text or a study belongs to; undefined for a URI that was not set. */
  seasonOf(uri: string): Season | undefined {
    const group = this.groupWith(uri);
    return group && this.seasonFrom(group);
  }

  /** What is known of a file. */
  factsOf(uri: string): FileFacts | undefined {
    return this.facts.get(uri);
  }

  /** Another object whenever the season that a text or a study belongs to is another; it is not derived for that. */
  stateOf(uri: string): object | undefined {
    return this.groupWith(uri)?.state;
  }

  /** Every season. */
  all(): Season[] {
    return this.keys().map((key) => this.seasonFrom(this.groups.get(key)!));
  }

  /** The keys of all seasons, those of studies first, then by name. A built-in study has one where a text names it. */
  keys(): string[] {
    this.settle();
    const weight = (group: Group) => (group.study === undefined ? 1 : 0);
    return [...this.groups.values()]
      .sort((a, b) => weight(a) - weight(b) || byName(a.key, b.key))
      .map(({ key }) => key);
  }

  /** The season with a key; undefined where there is none (any more). */
  withKey(key: string): Season | undefined {
    this.settle();
    const group = this.groups.get(key);
    return group && this.seasonFrom(group);
  }

  /** Another object whenever the season with a key is another. */
  stateWithKey(key: string): object | undefined {
    this.settle();
    return this.groups.get(key)?.state;
  }

  /** Works out what a season is derived from, a file a step: so whoever is in no hurry can let others go first in between. */
  *prepare(key: string): Generator<void> {
    const group = this.groups.get(key);
    if (!group || group.season) return;
    for (const uri of [...group.files.keys()]) {
      const facts = group.files.get(uri);
      if (facts) digestOf(facts, group.stories.earlier(uri));
      yield;
    }
  }

  /** The same, and tells the stories of its threads and facts, one a step: whoever wants all of them waits for no more at a time. */
  *prepareStories(key: string): Generator<void> {
    yield* this.prepare(key);
    const season = this.withKey(key);
    for (const stories of season ? [season.threads, season.facts] : []) {
      for (const id of stories.keys()) {
        // Another season by now: whoever asks has its stories told.
        if (this.groups.get(key)?.season !== season) return;
        stories.get(id);
        yield;
      }
    }
  }

  /**
   * What was derived for a season is dropped, until somebody asks for it again: only what its files say is kept. What was
   * worked out from facts is kept by the object that they are; so they become others, which say the same.
   */
  forget(key: string): void {
    const group = this.groups.get(key);
    if (!group) return;
    group.season = undefined;
    group.stories = new StoryCache();
    for (const [uri, facts] of group.files) {
      const same = { ...facts };
      group.files.set(uri, same);
      this.facts.set(uri, same);
    }
  }

  /** How many files have to be put where they belong before any question is answered. */
  get unplaced(): number {
    return this.unsettled.size;
  }

  /** Puts files where they belong, one a step. What is not done is done when somebody asks. */
  *placeAll(): Generator<void> {
    for (const uri of [...this.unsettled]) {
      if (!this.unsettled.delete(uri)) continue;
      this.place(uri, this.currentCatalogue().assign(this.entryOf(uri)));
      yield;
    }
  }

  /** Where a text belongs, and why: the study that applies, a hint where several might. */
  assignment(uri: string): Assignment | undefined {
    this.settle();
    return this.assigned.get(uri);
  }

  /** Which study would apply to a text if there were one more. */
  applyingWith(study: Study): (uri: string) => Applying | undefined {
    const catalogue = new Catalogue([...this.studies.values(), study], this.settings);
    return (uri) => (this.facts.has(uri) ? catalogue.applying(this.entryOf(uri)) : undefined);
  }

  /** The texts that a study in a folder would have if it were the only one there. */
  textsFor(folder: string): SeasonFile[] {
    const only = blankStudy(`${folder}/only.study.yaml`);
    const elsewhere = [...this.studies.values()].filter(({ uri }) => folderOf(uri) !== folder);
    const catalogue = new Catalogue([...elsewhere, only], this.settings);
    const uris = [...this.facts.keys()].filter((uri) => pathWithin(folder, uri) !== undefined).sort();
    return uris
      .filter((uri) => catalogue.assign(this.entryOf(uri)).study === only.uri)
      .map((uri) => {
        const facts = this.facts.get(uri)!;
        return { uri, facts, structure: digestOf(facts).structure };
      });
  }

  /** Whether a file is a treatment, by its name or because a study names it (see `Catalogue.isTreatment`). */
  isTreatment(uri: string): boolean {
    return this.currentCatalogue().isTreatment(uri);
  }

  private groupWith(uri: string): Group | undefined {
    this.settle();
    return this.studies.has(uri) ? this.groups.get(uri) : this.groupOf(uri);
  }

  private seasonFrom(group: Group): Season {
    const study = group.study === undefined ? undefined : this.studies.get(group.study);
    group.season ??= deriveSeason(group.key, study, group.files, group.index, group.stories);
    return group.season;
  }

  private currentCatalogue(): Catalogue {
    this.catalogue ??= new Catalogue(this.studies.values(), this.settings);
    return this.catalogue;
  }

  private unsettleAll(): void {
    this.catalogue = undefined;
    this.groupsUnsettled = true;
    for (const uri of this.facts.keys()) this.unsettled.add(uri);
    this.revision++;
  }

  /** Puts every file whose facts, studies or settings have changed where it belongs now. */
  private settle(): void {
    if (this.unsettled.size === 0 && !this.groupsUnsettled) return;
    const catalogue = this.currentCatalogue();
    const builtIn = Object.values(this.settings.builtIn);
    for (const uri of this.studies.keys()) if (!builtIn.includes(uri)) this.group(uri, uri);
    for (const uri of this.unsettled) this.place(uri, catalogue.assign(this.entryOf(uri)));
    this.unsettled.clear();
    this.groupsUnsettled = false;
    for (const [key, group] of this.groups) {
      const wanted = group.study !== undefined && this.studies.has(group.study) && !builtIn.includes(group.study);
      if (!wanted && group.files.size === 0) this.retire(key);
    }
  }

  private place(uri: string, now: Assignment): void {
    const before = this.assigned.get(uri);
    if (before && before.season === now.season) {
      this.assigned.set(uri, now);
      return;
    }
    this.leave(uri);
    const group = this.group(now.season, now.study);
    const facts = this.facts.get(uri)!;
    group.index.update(uri, undefined, facts);
    group.files.set(uri, facts);
    changed(group);
    this.assigned.set(uri, now);
  }

  private leave(uri: string): void {
    const group = this.groupOf(uri);
    if (!group) return;
    group.index.update(uri, group.files.get(uri), undefined);
    group.files.delete(uri);
    changed(group);
    this.assigned.delete(uri);
    this.groupsUnsettled = true;
  }

  private group(key: string, study: string | undefined): Group {
    let group = this.groups.get(key);
    if (!group) {
      group = { key, study, files: new Map(), index: new SeasonIndex(), stories: new StoryCache(), state: {} };
      this.groups.set(key, group);
    }
    return group;
  }

  private groupOf(uri: string): Group | undefined {
    const assignment = this.assigned.get(uri);
    return assignment && this.groups.get(assignment.season);
  }

  private retire(key: string): void {
    this.retiredWork += this.groups.get(key)?.index.work ?? 0;
    this.groups.delete(key);
  }

  private entryOf(uri: string): FileEntry {
    const facts = this.facts.get(uri)!;
    return { uri, study: facts.head.study, numbered: isNumbered(uri, facts) };
  }
}

function changed(group: Group): void {
  group.season = undefined;
  group.state = {};
}

/** Whether a name, head or heading says an episode's number. It asks for no structure, which few of many files need. */
function isNumbered(uri: string, facts: FileFacts): boolean {
  if (episodeOfFileName(nameOf(uri)) || headEpisode(facts.head).number !== undefined) return true;
  return facts.runs.some(({ items }) =>
    items.some((item) => item.type === 'section' && episodeHeading(item.title)?.number !== undefined),
  );
}

/** Whether two values of facts say the same: their runs are the same objects, their heads equal. */
function sameFacts(a: FileFacts, b: FileFacts): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.runs.length !== b.runs.length) return false;
  if (!a.runs.every((run, i) => run === b.runs[i])) return false;
  const keys = Object.keys(a.head);
  return keys.length === Object.keys(b.head).length && keys.every((key) => a.head[key] === b.head[key]);
}
