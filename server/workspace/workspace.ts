import type { FileFacts } from '../core/facts/file-facts.ts';
import type { Manuscript } from '../core/manuscript.ts';
import type { Length } from '../core/pages/manuscript-pages.ts';
import type { TextStretch } from '../core/query/context.ts';
import { type Applying, defaultSettings } from '../core/season/catalogue.ts';
import type { Season, SeasonFile, Target, TextTarget } from '../core/season/season.ts';
import { Seasons } from '../core/season/seasons.ts';
import type { Study } from '../core/study/study.ts';
import type { TextEdit } from '../core/text/span.ts';
import { pause } from './breath.ts';
import { builtInStudies, readBuiltIn } from './built-in.ts';
import { Disk, type DiskChange } from './disk.ts';
import { FileProblem, type FileSystem } from './file-system.ts';
import { kindOfFile } from './kinds.ts';
import { Library } from './library.ts';
import { type LineRange, rangeOf } from './lines.ts';
import { describe, type Log } from './log.ts';
import { OpenDocument, parse } from './open-document.ts';
import { Recent } from './recent.ts';
import { type StudyFile, StudyFiles } from './study-files.ts';
import { canonical } from './uris.ts';

/**
 * What changed, by how much it may matter elsewhere: the text of a file only; also on which lines things stand; or what is
 * known of the season.
 */
export type Change = 'text' | 'lines' | 'season';

export interface WorkspaceOptions {
  readonly files: FileSystem;
  readonly log: Log;
  /** The editor does not tell what happens on disk. */
  readonly watch?: boolean;
  /** Called after each change, from within whatever caused it: it must be quick. */
  readonly changed: (change: Change) => void;
}

/** A place in a file: LSP's location, with a canonical URI. */
export interface Place {
  readonly uri: string;
  readonly range: LineRange;
}

/** More files than this to be read at a time are the first indexing of a big workspace. */
const many = 50;
/** So many files can be put where they belong while somebody waits. */
const few = 20;
/** So many items of facts (headings, cues, annotations) are in seasons that stay derived: some five seasons of long scripts. */
const mostDerived = 100_000;

/**
 * Open documents and files on disk as one: the scripts, treatments and studies that there are, and the seasons that they
 * make. An open document counts rather than what the disk has under its name.
 *
 * URIs are canonical (see `uris.ts`) in everything that comes from here; `clientUri` gives the editor's own spelling.
 */
export class Workspace {
  private readonly options: WorkspaceOptions;
  private readonly seasons = new Seasons();
  /** Seasons that were asked for; the others of very many are derived again. */
  private readonly derived = new Recent<Season>(mostDerived, (key) => this.seasons.forget(key));
  private readonly documents = new Map<string, OpenDocument>();
  private readonly library = new Library(this.seasons);
  private readonly studies: StudyFiles;
  private readonly disk: Disk;
  /** Studies that texts name, be they built in or not, as they are written. */
  private readonly named = new Set<string>();

  constructor(options: WorkspaceOptions) {
    this.options = options;
    this.studies = new StudyFiles(
      {
        onStudy: (uri, study) => {
          this.seasons.setStudy(uri, study);
          this.reviewMarkdown();
          options.changed('season');
        },
        onRead: () => options.changed('text'),
      },
      options.log,
    );
    this.disk = new Disk({
      files: options.files,
      log: options.log,
      watch: options.watch === true,
      wants: (uri) => !this.documents.has(uri) && (kindOfFile(uri) !== 'markdown' || this.seasons.isTreatment(uri)),
      take: (uri, text) => this.take(uri, text),
      lost: (uri) => this.lost(uri),
    });
    this.seasons.configure({ builtIn: builtInStudies });
  }

  /** The workspace folders, canonical, and of each the globs of files that stand alone, from now on; undefined for the usual ones. */
  configure(folders: readonly string[], exclude: (folder: string) => readonly string[] | undefined): void {
    const excludeIn = new Map(folders.map((folder) => [folder, exclude(folder) ?? defaultSettings.exclude]));
    this.seasons.configure({ folders, excludeIn });
    this.disk.setFolders(folders);
    this.reviewMarkdown();
    this.options.changed('season');
  }

  dispose(): void {
    this.disk.dispose();
    this.studies.dispose();
  }

  // --- What happens

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = new OpenDocument(uri, languageId, version, text, this.options.log);
    this.documents.set(document.key, document);
    document.countAsTreatment(this.seasons.isTreatment(document.key));
    if (document.kind === 'study') this.studies.set(document.key, text);
    this.update(document);
    return document;
  }

  edit(document: OpenDocument, version: number, edits: readonly TextEdit[]): void {
    const { lineCount } = document.text;
    document.edit(version, edits);
    if (document.kind === 'study') this.studies.edit(document.key, document.text, edits);
    const isKnown = this.update(document);
    if (isKnown) this.options.changed(document.text.lineCount === lineCount ? 'text' : 'lines');
  }

  close(uri: string): void {
    const key = canonical(uri);
    // The disk says what it is now: the file, or nothing.
    if (this.documents.delete(key)) this.disk.read(key);
  }

  /** Something happened to a file, or to a folder of files. */
  diskChanged(uri: string, change: DiskChange): void {
    this.disk.changed(uri, change);
  }

  private take(uri: string, text: string): void {
    const kind = kindOfFile(uri);
    if (kind === 'study') this.studies.set(uri, text);
    else this.attempt(uri, () => this.setClosed(uri, parse(kind === 'script' ? kind : 'treatment', text)));
  }

  private lost(uri: string): void {
    if (this.documents.has(uri)) return;
    this.studies.delete(uri);
    this.attempt(uri, () => this.library.delete(uri));
  }

  /** Says whether the document tells the season what it did before. */
  private update({ key, manuscript }: OpenDocument): boolean {
    return !this.attempt(key, () => {
      if (manuscript === undefined) return this.library.delete(key);
      this.needStudy(manuscript);
      return this.library.setOpen(key, manuscript);
    });
  }

  private setClosed(uri: string, manuscript: Manuscript): boolean {
    this.needStudy(manuscript);
    return this.library.setClosed(uri, manuscript, this.disk.progress().left > many);
  }

  private needStudy({ facts: { head } }: Manuscript): void {
    if (head.study === undefined || this.named.has(head.study)) return;
    this.named.add(head.study);
    const study = readBuiltIn(head.study);
    if (study) this.seasons.setStudy(study.uri, study);
  }

  /** The studies or folders are others: other Markdown files may be treatments now. */
  private reviewMarkdown(): void {
    for (const document of this.documents.values()) {
      if (document.kind !== 'markdown') continue;
      document.countAsTreatment(this.seasons.isTreatment(document.key));
      this.update(document);
    }
    for (const uri of this.disk.uris()) {
      if (kindOfFile(uri) !== 'markdown' || this.documents.has(uri)) continue;
      if (this.seasons.isTreatment(uri) !== this.library.has(uri)) this.disk.read(uri);
    }
  }

  /** Does what may change the season, says whether it did, and tells. A fault is logged, and nothing else is lost by it. */
  private attempt(uri: string, action: () => boolean): boolean {
    try {
      if (!action()) return false;
      this.options.changed('season');
      return true;
    } catch (error) {
      this.options.log.error(`${uri} cannot be taken in: ${describe(error)}`);
      return false;
    }
  }

  // --- Questions

  /**
   * Resolves when everything that has been seen is known, and where it belongs: the first indexing, and all that changed on
   * disk since.
   */
  async settled(): Promise<void> {
    await this.disk.settled();
    while (this.seasons.unplaced > few) {
      for (const _ of this.seasons.placeAll()) await pause();
      await this.disk.settled();
    }
  }

  /** The few files that may not have been put where they belong yet keep nobody waiting. */
  isSettled(): boolean {
    return this.disk.isSettled() && this.seasons.unplaced <= few;
  }

  /** How many files are known to be there, and how many of them are still to be read. */
  progress(): { readonly files: number; readonly left: number } {
    return this.disk.progress();
  }

  document(uri: string): OpenDocument | undefined {
    return this.documents.get(canonical(uri));
  }

  study(uri: string): StudyFile | undefined {
    return this.studies.get(canonical(uri));
  }

  /** Resolves when the study file has been read as it stands in the editor. */
  studyRead(uri: string): Promise<void> {
    return this.studies.settled(canonical(uri));
  }

  season(uri: string): Season | undefined {
    return this.used(this.seasons.seasonOf(canonical(uri)));
  }

  /** What a script or treatment says; undefined for any other file. */
  facts(uri: string): FileFacts | undefined {
    return this.seasons.factsOf(uri);
  }

  /** Something that is another object whenever the season of a file is another. */
  seasonState(uri: string): object | undefined {
    return this.seasons.stateOf(canonical(uri));
  }

  /** The same of the season with a key. */
  stateWithKey(key: string): object | undefined {
    return this.seasons.stateWithKey(key);
  }

  /** The season with a key; undefined where there is none (any more). */
  seasonWithKey(key: string): Season | undefined {
    return this.used(this.seasons.withKey(key));
  }

  private used(season: Season | undefined): Season | undefined {
    if (season && this.derived.get(season.key) !== season) {
      let items = 0;
      for (const { facts } of season.files.values()) for (const run of facts.runs) items += run.items.length;
      this.derived.set(season.key, season, Math.min(items, mostDerived));
    }
    return season;
  }

  /** Why another study might have been meant for a file than the one that applies. */
  studyHint(uri: string): string | undefined {
    return this.seasons.assignment(canonical(uri))?.hint;
  }

  /** Which study would apply to a text if there were one more. */
  applyingWith(study: Study): (uri: string) => Applying | undefined {
    return this.seasons.applyingWith(study);
  }

  /** The texts that a study in a folder would have if it were the only one there. */
  textsFor(folder: string): SeasonFile[] {
    return this.seasons.textsFor(folder);
  }

  /** The keys of all seasons. Whoever wants something of each takes one after the other: very many are not kept derived. */
  seasonKeys(): readonly string[] {
    return this.seasons.keys();
  }

  /**
   * The season with a key, as `seasonWithKey` has it, derived with pauses in between; and with its stories told, for whoever
   * wants all of them. It is to be used at once.
   */
  async seasonInSteps(key: string, wants?: 'stories'): Promise<Season | undefined> {
    await pause();
    const steps = wants === 'stories' ? this.seasons.prepareStories(key) : this.seasons.prepare(key);
    for (const _ of steps) await pause();
    return this.seasonWithKey(key);
  }

  /** All scripts, treatments and study files, open or not. */
  *uris(): IterableIterator<string> {
    yield* this.studies.keys();
    yield* this.library.uris();
  }

  /** Something that is another object whenever the file is another; undefined where it is none of ours. */
  stateOf(uri: string): object | undefined {
    return this.studies.get(uri)?.loaded ?? this.library.state(uri);
  }

  /** As the editor spells it. */
  clientUri(uri: string): string {
    return this.documents.get(uri)?.uri ?? uri;
  }

  /** Where a target stands now; undefined where that is not known (any more). */
  place(target: Target): Place | undefined {
    const { uri } = target;
    if (!('span' in target)) {
      const range = this.library.place(target);
      return range && { uri, range };
    }
    const place = this.studies.place(uri, target.span);
    if (place) return { uri, range: rangeOf(place.text, place.span) };
    const manuscript = this.library.manuscript(uri);
    return manuscript && { uri, range: rangeOf(manuscript.text, target.span) };
  }

  /** A script or treatment, open or not; undefined where there is none or it cannot be read. Never rejects. */
  async manuscript(uri: string): Promise<Manuscript | undefined> {
    return this.library.manuscript(uri) ?? this.readAgain(uri);
  }

  /** A script or treatment, where it is parsed already. */
  manuscriptAtHand(uri: string): Manuscript | undefined {
    return this.library.manuscript(uri);
  }

  /** The page on which something stands, where that is known at once. */
  page(target: TextTarget): number | undefined {
    return this.library.page(target);
  }

  /** How long a part of a text is, where that is known at once. */
  length(part: TextStretch): Length | undefined {
    return this.library.length(part);
  }

  /** Finds pages and lengths that are not known at once, so that they will be. Never rejects. */
  async findMeasures(targets: readonly (TextTarget | TextStretch)[]): Promise<void> {
    for (const target of targets) {
      const manuscript = await this.manuscript(target.uri);
      if (manuscript) this.library.findMeasure(target, manuscript);
      await pause();
    }
  }

  private async readAgain(uri: string): Promise<Manuscript | undefined> {
    if (!this.library.has(uri) || this.documents.has(uri)) return undefined;
    try {
      const text = await this.disk.text(uri);
      const meanwhile = this.library.manuscript(uri);
      if (meanwhile !== undefined || !this.library.has(uri) || this.documents.has(uri)) return meanwhile;
      const manuscript = parse(kindOfFile(uri) === 'script' ? 'script' : 'treatment', text);
      // Nobody may have said that it changed.
      if (!this.library.keep(uri, manuscript)) this.attempt(uri, () => this.setClosed(uri, manuscript));
      return manuscript;
    } catch (error) {
      const why = error instanceof FileProblem ? error.message : describe(error);
      this.options.log.warn(`${uri} cannot be read again: ${why}`);
      this.disk.read(uri);
      return undefined;
    }
  }
}
