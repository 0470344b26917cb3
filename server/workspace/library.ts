import type { Manuscript } from '../core/manuscript.ts';
import { type Length, lengthOf, pageAt } from '../core/pages/manuscript-pages.ts';
import type { TextStretch } from '../core/query/context.ts';
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
  /** Of one that is not: where its facts stand, on which page, and how long its parts are, as far as somebody has asked. */
  readonly places?: PlaceTable;
  readonly pages?: Map<number, number>;
  readonly lengths?: Map<string, Length>;
}

/** So much text (in UTF-16 units) of files that are not open stays parsed: a season of long scripts. */
const mostParsed = 1_500_000;

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
    this.entries.set(uri, { length, places: new PlaceTable(manuscript), pages: new Map(), lengths: new Map() });
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

  /** The page on which an item stands, where that is known at once; else `findMeasure` can find it. */
  page({ uri, item }: TextTarget): number | undefined {
    const entry = this.entries.get(uri);
    return entry?.open ? pageOf(entry.open, item) : entry?.pages?.get(item);
  }

  /** How long a part of a text is, where that is known at once; else `findMeasure` can find it. */
  length(part: TextStretch): Length | undefined {
    const entry = this.entries.get(part.uri);
    return entry?.open ? lengthOfPart(entry.open, part) : entry?.lengths?.get(keyOf(part));
  }

  /** Looks up the page of an item, or the length of a part, in a manuscript of the file, and remembers it. */
  findMeasure(target: TextTarget | TextStretch, manuscript: Manuscript): void {
    const entry = this.entries.get(target.uri);
    if ('item' in target) {
      const page = pageOf(manuscript, target.item);
      if (page !== undefined) entry?.pages?.set(target.item, page);
    } else {
      const length = lengthOfPart(manuscript, target);
      if (length !== undefined) entry?.lengths?.set(keyOf(target), length);
    }
  }
}

function keyOf({ first, end }: TextStretch): string {
  return `${first} ${end}`;
}

/** Undefined where the target was taken from another state of the text. */
function pageOf(manuscript: Manuscript, item: number): number | undefined {
  const start = startOf(manuscript, item);
  return start === undefined ? undefined : pageAt(manuscript, start);
}

function lengthOfPart(manuscript: Manuscript, { first, end }: TextStretch): Length | undefined {
  const start = startOf(manuscript, first);
  // The last part of a text goes on to its end.
  return start === undefined
    ? undefined
    : lengthOf(manuscript, start, startOf(manuscript, end) ?? manuscript.text.length);
}

function startOf(manuscript: Manuscript, item: number): number | undefined {
  try {
    return manuscript.place(item).start;
  } catch {
    return undefined;
  }
}
