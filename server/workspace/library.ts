import type { Manuscript } from '../core/manuscript.ts';
import { pageAt } from '../core/pages/manuscript-pages.ts';
import type { TextTarget } from '../core/season/season.ts';
import type { Seasons } from '../core/season/seasons.ts';
import { detach } from './detach.ts';
import { type LineRange, rangeOf } from './lines.ts';
import { PlaceTable } from './place-table.ts';
import { Recent } from './recent.ts';

/** What is kept of a script or treatment. */
interface Entry {
  readonly length: number;
  /** Of one that is open: all of it. */
  readonly open?: Manuscript;
  /** Of one that is not: where its facts stand, and on which page, as far as somebody has asked. */
  readonly places?: PlaceTable;
  readonly pages?: Map<number, number>;
}

/** So much text (in UTF-16 units) of files that are not open stays parsed. */
const mostParsed = 4_000_000;

/**
 * The scripts and treatments that are known. Of one that is open everything is kept; of one that is not its facts, and
 * where they stand. The last few of those that were read stay parsed, for whoever needs more than that.
 */
export class Library {
  private readonly seasons: Seasons;
  private readonly entries = new Map<string, Entry>();
  private readonly parsed = new Recent<Manuscript>(mostParsed);

  constructor(seasons: Seasons) {
    this.seasons = seasons;
  }

  has(uri: string): boolean {
    return this.entries.has(uri);
  }

  uris(): IterableIterator<string> {
    return this.entries.keys();
  }

  /** Another object whenever the file is another. */
  state(uri: string): object | undefined {
    const entry = this.entries.get(uri);
    return entry?.open ?? entry;
  }

  /** An open document is this now. Says whether anything is known of it that was not. */
  setOpen(uri: string, manuscript: Manuscript): boolean {
    this.parsed.delete(uri);
    this.entries.set(uri, { length: manuscript.text.length, open: manuscript });
    return this.seasons.setFile(uri, manuscript.facts);
  }

  /**
   * A file that is not open is this now. Says whether anything is known of it that was not. Where it is one of very many, it
   * is not worth while to keep it parsed.
   */
  setClosed(uri: string, manuscript: Manuscript, oneOfMany: boolean): boolean {
    const { length } = manuscript.text;
    if (oneOfMany) this.parsed.delete(uri);
    else this.parsed.set(uri, manuscript, length);
    this.entries.set(uri, { length, places: new PlaceTable(manuscript), pages: new Map() });
    return this.seasons.setFile(uri, detach(manuscript.facts));
  }

  /** Says whether it was known. */
  delete(uri: string): boolean {
    this.parsed.delete(uri);
    if (!this.entries.delete(uri)) return false;
    this.seasons.removeFile(uri);
    return true;
  }

  /** The manuscript, where it is at hand. */
  manuscript(uri: string): Manuscript | undefined {
    return this.entries.get(uri)?.open ?? this.parsed.get(uri);
  }

  /** A file that is known has been read again. Says whether it is still what is known of it, as far as one can see. */
  keep(uri: string, manuscript: Manuscript): boolean {
    this.parsed.set(uri, manuscript, manuscript.text.length);
    return this.entries.get(uri)?.length === manuscript.text.length;
  }

  /** Where an item stands; undefined where that is not known (any more). */
  place({ uri, item }: TextTarget): LineRange | undefined {
    const entry = this.entries.get(uri);
    if (entry?.open === undefined) return entry?.places?.range(item);
    try {
      return rangeOf(entry.open.text, entry.open.place(item));
    } catch {
      // The target was taken from another state of the document.
      return undefined;
    }
  }

  /** The page on which an item stands, where that is known at once; else `findPage` can find it. */
  page(target: TextTarget): number | undefined {
    const entry = this.entries.get(target.uri);
    return entry?.open ? pageOf(entry.open, target.item) : entry?.pages?.get(target.item);
  }

  /** Looks up a page in a manuscript of the file, and remembers it. */
  findPage({ uri, item }: TextTarget, manuscript: Manuscript): void {
    const page = pageOf(manuscript, item);
    if (page !== undefined) this.entries.get(uri)?.pages?.set(item, page);
  }
}

function pageOf(manuscript: Manuscript, item: number): number | undefined {
  try {
    return pageAt(manuscript, manuscript.place(item).start);
  } catch {
    return undefined;
  }
}
