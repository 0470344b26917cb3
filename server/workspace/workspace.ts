import type { Manuscript } from '../core/manuscript.ts';
import { digestOf } from '../core/season/digest.ts';
import type { Season, Target } from '../core/season/season.ts';
import { Seasons } from '../core/season/seasons.ts';
import type { TextEdit } from '../core/text/span.ts';
import { Breath } from './breath.ts';
import { detach } from './detach.ts';
import { FileProblem, type FileSystem, skippedFolders } from './file-system.ts';
import { kindOfFile } from './kinds.ts';
import { type LineRange, rangeOf } from './lines.ts';
import { describe, type Log } from './log.ts';
import { OpenDocument, parse } from './open-document.ts';
import { Pending } from './pending.ts';
import { PlaceTable } from './place-table.ts';
import { Recent } from './recent.ts';
import { type StudyFile, StudyFiles } from './study-files.ts';
import { canonical, liesIn } from './uris.ts';

/**
 * What changed, by how much it may matter elsewhere: the text of a file only; also on which lines things stand; or what is
 * known of the season.
 */
export type Change = 'text' | 'lines' | 'season';

export interface WorkspaceOptions {
  readonly files: FileSystem;
  readonly log: Log;
  /** Called after each change, from within whatever caused it: it must be quick. */
  readonly changed: (change: Change, uri: string | undefined) => void;
}

/** A place in a file: LSP's location, with a canonical URI. */
export interface Place {
  readonly uri: string;
  readonly range: LineRange;
}

export type DiskChange = 'created' | 'changed' | 'deleted';

interface Indexed {
  /** The length of the text that the facts are from. */
  readonly length: number;
  /** Of a file that is not open. */
  readonly places?: PlaceTable;
}

/** So much text (in UTF-16 units) of files that are not open stays parsed. */
const mostParsed = 4_000_000;

/**
 * Open documents and files on disk as one. An open document counts rather than what the disk has under its name. Of a file
 * that is not open its facts are kept, and where they stand; its text is read again when somebody asks for it.
 *
 * URIs are canonical (see `uris.ts`) in everything that comes from here; `clientUri` gives the editor's own spelling.
 */
export class Workspace {
  readonly seasons = new Seasons();
  private readonly options: WorkspaceOptions;
  private readonly documents = new Map<string, OpenDocument>();
  private readonly studies: StudyFiles;
  /** Files on disk that may be ours, open or not, and Markdown that no study names (yet). */
  private readonly onDisk = new Set<string>();
  /** The files whose facts the seasons hold. */
  private readonly indexed = new Map<string, Indexed>();
  private readonly parsed = new Recent<Manuscript>(mostParsed);
  private readonly pending = new Pending((uri) => this.refresh(uri), 8);
  private readonly breath = new Breath();
  private folders: readonly string[] = [];
  private exclude: readonly string[] | undefined;
  private disposed = false;

  constructor(options: WorkspaceOptions) {
    this.options = options;
    this.studies = new StudyFiles(
      {
        onStudy: (uri, study) => {
          this.seasons.setStudy(uri, study);
          this.reviewMarkdown();
          this.changed('season', uri);
        },
        onRead: (uri) => this.changed('text', uri),
      },
      options.log,
    );
  }

  // --- Folders and settings

  /** The workspace folders, canonical, from now on. What is new is read; what is gone is forgotten. */
  setFolders(folders: readonly string[]): void {
    const added = folders.filter((folder) => !this.folders.includes(folder));
    this.folders = folders;
    this.configure();
    for (const uri of [...this.onDisk]) if (!liesIn(folders, uri)) this.disown(uri);
    for (const folder of added) void this.walk(folder);
  }

  /** Globs: files there stand alone. Undefined for the default. */
  setExclude(exclude: readonly string[] | undefined): void {
    if (JSON.stringify(exclude) === JSON.stringify(this.exclude)) return;
    this.exclude = exclude;
    this.configure();
  }

  private configure(): void {
    this.seasons.configure({ folders: this.folders, ...(this.exclude && { exclude: this.exclude }) });
    this.reviewMarkdown();
    this.changed('season', undefined);
  }

  // --- Open documents

  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const document = new OpenDocument(uri, languageId, version, text, this.options.log);
    this.documents.set(document.key, document);
    document.countAsTreatment(this.seasons.isTreatment(document.key));
    this.parsed.delete(document.key);
    if (document.kind === 'study') this.studies.set(document.key, text);
    else this.index(document.key, document.manuscript);
    return document;
  }

  edit(document: OpenDocument, version: number, edits: readonly TextEdit[]): void {
    const lines = document.text.lineCount;
    document.edit(version, edits);
    if (document.kind === 'study') this.studies.edit(document.key, document.text, edits);
    else if (this.index(document.key, document.manuscript)) return;
    this.changed(document.text.lineCount === lines ? 'text' : 'lines', document.key);
  }

  close(uri: string): void {
    const key = canonical(uri);
    if (!this.documents.delete(key)) return;
    if (this.onDisk.has(key)) this.pending.add(key, true);
    else this.forget(key);
  }

  // --- The disk

  /** Something happened to a file, or to a folder of files. What it was is looked up, so that a late message does no harm. */
  diskChanged(uri: string, change: DiskChange): void {
    const key = canonical(uri);
    if (!liesIn(this.folders, key) || isSkipped(key)) return;
    if (kindOfFile(key) !== undefined) {
      this.onDisk.add(key);
      this.pending.add(key, kindOfFile(key) === 'study');
    }
    if (change === 'deleted') for (const file of this.onDisk) if (liesIn([key], file)) this.pending.add(file);
    if (change === 'created' && kindOfFile(key) === undefined) {
      void this.pending.during(async () => {
        if (await this.options.files.isFolder(key)) await this.walk(key);
      });
    }
  }

  /** Resolves when everything that has been seen is known: the first indexing, and all that changed on disk since. */
  settled(): Promise<void> {
    return this.pending.idle();
  }

  isSettled(): boolean {
    return this.pending.isIdle();
  }

  /** How many files are known to be there, and how many of them are still to be read. */
  progress(): { readonly files: number; readonly left: number } {
    return { files: this.onDisk.size, left: this.pending.size };
  }

  private walk(folder: string): Promise<void> {
    const { files, log } = this.options;
    return this.pending.during(async () => {
      try {
        for await (const found of files.find(folder, (name) => kindOfFile(name) !== undefined)) {
          if (this.disposed) return;
          const uri = canonical(found);
          this.onDisk.add(uri);
          this.pending.add(uri, kindOfFile(uri) === 'study');
          await this.breath.pause();
        }
      } catch (error) {
        log.error(`${folder} cannot be walked: ${describe(error)}`);
      }
    });
  }

  /** Makes what is known of a file agree with the file. Never rejects. */
  private async refresh(uri: string): Promise<void> {
    const { files, log } = this.options;
    try {
      if (this.disposed || this.documents.has(uri)) return;
      if (!this.onDisk.has(uri) || !this.isOurs(uri)) return this.forget(uri);
      const text = await files.read(uri);
      await this.breath.pause();
      // It may have been opened, or lost, meanwhile.
      if (this.disposed || this.documents.has(uri) || !this.onDisk.has(uri)) return;
      this.take(uri, text);
    } catch (error) {
      if (!(error instanceof FileProblem)) log.error(`${uri}: ${describe(error)}`);
      else if (!error.missing) log.warn(`${uri} is skipped: ${error.message}.`);
      else this.onDisk.delete(uri);
      if (!this.documents.has(uri)) this.forget(uri);
    }
  }

  private take(uri: string, text: string): Manuscript | undefined {
    const kind = kindOfFile(uri);
    if (kind === 'study') {
      this.studies.set(uri, text);
      return undefined;
    }
    const manuscript = parse(kind === 'script' ? 'script' : 'treatment', text);
    this.parsed.set(uri, manuscript, manuscript.text.length);
    this.index(uri, manuscript);
    return manuscript;
  }

  /** Whether a file is of interest as far as its name and the studies say. */
  private isOurs(uri: string): boolean {
    return kindOfFile(uri) !== 'markdown' || this.seasons.isTreatment(uri);
  }

  /** The studies or folders are others: other Markdown files may be treatments now. */
  private reviewMarkdown(): void {
    for (const document of this.documents.values()) {
      if (document.kind !== 'markdown') continue;
      document.countAsTreatment(this.seasons.isTreatment(document.key));
      this.index(document.key, document.manuscript);
    }
    for (const uri of this.onDisk) {
      if (kindOfFile(uri) !== 'markdown' || this.documents.has(uri)) continue;
      if (this.seasons.isTreatment(uri) !== this.indexed.has(uri)) this.pending.add(uri);
    }
  }

  /** The manuscript is what a file tells now. Says whether that changed anything that is known of the season. */
  private index(uri: string, manuscript: Manuscript | undefined): boolean {
    if (manuscript === undefined) {
      if (!this.indexed.delete(uri)) return false;
      this.seasons.removeFile(uri);
    } else {
      const isOpen = this.documents.has(uri);
      const { text } = manuscript;
      this.indexed.set(uri, { length: text.length, ...(!isOpen && { places: new PlaceTable(manuscript) }) });
      const facts = isOpen ? manuscript.facts : detach(manuscript.facts);
      // Whoever first asks about a season shall not have to wait for what can be done file by file.
      if (!isOpen) digestOf(facts);
      if (!this.seasons.setFile(uri, facts)) return false;
    }
    this.changed('season', uri);
    return true;
  }

  private disown(uri: string): void {
    this.onDisk.delete(uri);
    if (!this.documents.has(uri)) this.forget(uri);
  }

  private forget(uri: string): void {
    this.parsed.delete(uri);
    this.studies.delete(uri);
    this.index(uri, undefined);
  }

  private changed(change: Change, uri: string | undefined): void {
    this.options.changed(change, uri);
  }

  dispose(): void {
    this.disposed = true;
    this.studies.dispose();
  }

  // --- Questions

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
    return this.seasons.seasonOf(canonical(uri));
  }

  /** Every season. The first time after a change this may take long: it pauses in between. */
  async allSeasons(): Promise<Season[]> {
    const breath = new Breath();
    for (const uri of [...this.uris()]) {
      this.seasons.seasonOf(uri);
      await breath.pause();
    }
    return this.seasons.all();
  }

  /** All scripts, treatments and study files, open or not. */
  *uris(): IterableIterator<string> {
    yield* this.studies.keys();
    yield* this.indexed.keys();
  }

  /** Something that is another object whenever the file is another; undefined where it is none of ours. */
  stateOf(uri: string): object | undefined {
    return this.studies.get(uri)?.loaded ?? this.documents.get(uri)?.manuscript ?? this.indexed.get(uri);
  }

  /** As the editor spells it. */
  clientUri(uri: string): string {
    return this.documents.get(uri)?.uri ?? uri;
  }

  /** A script or treatment, open or not; undefined where there is none or it cannot be read. Never rejects. */
  async manuscript(uri: string): Promise<Manuscript | undefined> {
    return this.parsedNow(uri) ?? this.readAgain(uri);
  }

  /** The same, where it is at hand. */
  parsedNow(uri: string): Manuscript | undefined {
    const document = this.documents.get(uri);
    return document ? document.manuscript : this.parsed.get(uri);
  }

  /** Where a target stands now; undefined where that is not known (any more). */
  place(target: Target): Place | undefined {
    const { uri } = target;
    if ('span' in target) {
      const place = this.studies.place(uri, target.span);
      return place && { uri, range: rangeOf(place.text, place.span) };
    }
    const document = this.documents.get(uri);
    if (document === undefined) {
      const range = this.indexed.get(uri)?.places?.range(target.item);
      return range && { uri, range };
    }
    if (document.manuscript === undefined) return undefined;
    try {
      return { uri, range: rangeOf(document.text, document.manuscript.place(target.item)) };
    } catch {
      // The target was taken from another state of the document.
      return undefined;
    }
  }

  private async readAgain(uri: string): Promise<Manuscript | undefined> {
    if (!this.indexed.has(uri) || this.documents.has(uri)) return undefined;
    const { files, log } = this.options;
    try {
      const text = await files.read(uri);
      const known = this.indexed.get(uri);
      const at = this.parsedNow(uri);
      if (at !== undefined || known === undefined || this.documents.has(uri)) return at;
      await this.breath.pause();
      const manuscript = parse(kindOfFile(uri) === 'script' ? 'script' : 'treatment', text);
      this.parsed.set(uri, manuscript, text.length);
      // Nobody said that it changed, but it did.
      if (text.length !== known.length) this.index(uri, manuscript);
      return manuscript;
    } catch (error) {
      log.warn(`${uri} cannot be read again: ${error instanceof FileProblem ? error.message : describe(error)}`);
      this.pending.add(uri);
      return undefined;
    }
  }
}

function isSkipped(uri: string): boolean {
  return uri.split('/').some((part) => skippedFolders.has(part));
}
