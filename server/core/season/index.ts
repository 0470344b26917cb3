import type { FactItem, FactRun, FileFacts } from '../facts/file-facts.ts';
import { factsOf, peopleOf, threadsOf } from './words.ts';

/** What can be looked up: threads, facts and people as annotations name them, and names in cues. */
export type IndexList = 'thread' | 'fact' | 'person' | 'speaker';

const lists: readonly IndexList[] = ['thread', 'fact', 'person', 'speaker'];

/** For each word, the files in which it stands, and how often. */
type Postings = Map<string, Map<string, number>>;

/**
 * In which files of a season a thread, fact, person or speaker occurs. It holds no item numbers, which an insertion would
 * shift: where in a file the occurrences are is read from that file. It is built from the facts of all files, updated by
 * the difference of one file's facts, and equals the index built from scratch (invariant 2).
 */
export class SeasonIndex {
  private readonly postings: Record<IndexList, Postings> = {
    thread: new Map(),
    fact: new Map(),
    person: new Map(),
    speaker: new Map(),
  };
  /** How many items were looked at, ever. An update that changes nothing looks at none (invariant 4). */
  work = 0;

  /** The facts of a file were `before` and are `after`; undefined where the file is not (or no longer) there. */
  update(uri: string, before: FileFacts | undefined, after: FileFacts | undefined): void {
    if (before === after) return;
    const old = before?.runs ?? [];
    const now = after?.runs ?? [];
    const { first, oldEnd, nowEnd } = difference(old, now);
    for (let i = first; i < oldEnd; i++) this.count(uri, old[i]!, -1);
    for (let i = first; i < nowEnd; i++) this.count(uri, now[i]!, 1);
  }

  /** All words of a list. */
  words(list: IndexList): IterableIterator<string> {
    return this.postings[list].keys();
  }

  has(list: IndexList, word: string): boolean {
    return this.postings[list].has(word);
  }

  /** The files in which a word of a list occurs, in no particular order. */
  files(list: IndexList, word: string): Iterable<string> {
    return this.postings[list].get(word)?.keys() ?? [];
  }

  /** How often a word of a list occurs, over all files. */
  total(list: IndexList, word: string): number {
    let sum = 0;
    for (const count of this.postings[list].get(word)?.values() ?? []) sum += count;
    return sum;
  }

  /** Everything it holds, sorted: equal indexes give equal values. */
  dump(): Record<IndexList, [string, [string, number][]][]> {
    const entries = (list: IndexList) =>
      [...this.postings[list]]
        .map(([word, files]): [string, [string, number][]] => [word, [...files].sort(byKey)])
        .sort(byKey);
    return Object.fromEntries(lists.map((list) => [list, entries(list)])) as ReturnType<SeasonIndex['dump']>;
  }

  private count(uri: string, run: FactRun, by: 1 | -1): void {
    for (const item of run.items) {
      this.work++;
      this.countItem(uri, item, by);
    }
  }

  private countItem(uri: string, item: FactItem, by: 1 | -1): void {
    if (item.type === 'cue') this.add('speaker', item.name, uri, by);
    if (item.type !== 'mark') return;
    for (const id of threadsOf(item.mark)) this.add('thread', id, uri, by);
    for (const id of factsOf(item.mark)) this.add('fact', id, uri, by);
    for (const id of peopleOf(item.mark)) this.add('person', id, uri, by);
  }

  private add(list: IndexList, word: string, uri: string, by: 1 | -1): void {
    const postings = this.postings[list];
    let files = postings.get(word);
    if (!files) {
      files = new Map();
      postings.set(word, files);
    }
    const count = (files.get(uri) ?? 0) + by;
    if (count !== 0) files.set(uri, count);
    else {
      files.delete(uri);
      if (files.size === 0) postings.delete(word);
    }
  }
}

/** The runs between what the two lists have in common at their beginning and at their end, compared by identity. */
function difference(old: readonly FactRun[], now: readonly FactRun[]) {
  const shorter = Math.min(old.length, now.length);
  let first = 0;
  while (first < shorter && old[first] === now[first]) first++;
  let same = 0;
  while (same < shorter - first && old[old.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { first, oldEnd: old.length - same, nowEnd: now.length - same };
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
