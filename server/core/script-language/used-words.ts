import type { FactItem, FactRun, FileFacts } from '../facts/file-facts.ts';
import { itemsOf } from '../season/items.ts';
import { writtenSetting } from '../structure/setting.ts';

/** What a script is written with, and writes again. */
export type UsedList = 'cue' | 'extension' | 'prefix' | 'place' | 'heading' | 'time' | 'transition';

/** Words of one list as they are written, by what they are compared with, in some order of rank. */
export type Words = ReadonlyMap<string, string>;

type UsedWords = Readonly<Record<UsedList, Words>>;

/** What two spellings of a word have in common: case and the form of the apostrophe say nothing. */
export function sameWord(word: string): string {
  return word.toUpperCase().replaceAll('’', "'");
}

/** A line among the items of a script: the last item before it, -1 where there is none, and the first behind it. */
export interface Gap {
  readonly before: number;
  readonly after: number;
}

/** The words of a list in a script, those first that are used nearest before a line, then those behind it. */
export function nearestWords(facts: FileFacts, { before, after }: Gap, list: UsedList): Words {
  const found = new Map<string, string>();
  const above: (() => UsedWords)[] = [];
  const below: (() => UsedWords)[] = [];
  let first = 0;
  for (const run of facts.runs) {
    const { items } = run;
    const end = first + items.length;
    if (end <= before + 1) above.push(() => wordsOfRun(run));
    else if (first >= after) below.push(() => wordsOfRun(run));
    else {
      const from = first;
      above.push(() => wordsOf(items.slice(0, Math.max(0, before + 1 - from))));
      below.push(() => wordsOf(items.slice(Math.max(0, after - from))));
    }
    first = end;
  }
  for (const words of [...above.reverse(), ...below]) addAll(found, words()[list]);
  return found;
}

/** How often a script uses the words of a list, from the first item up to, but not with, the end; all, where it has no bounds. */
export function countedWords(facts: FileFacts, list: UsedList, first = 0, end = Number.POSITIVE_INFINITY): Counted {
  const items = itemsOf(facts);
  if (first > 0 || end < items.length) return counted(items.slice(first, end))[list];
  let all = countedOf.get(facts);
  if (!all) {
    all = counted(items);
    countedOf.set(facts, all);
  }
  return all[list];
}

export type Counted = ReadonlyMap<string, { readonly word: string; readonly times: number }>;

const countedOf = new WeakMap<FileFacts, Readonly<Record<UsedList, Counted>>>();

function counted(items: readonly FactItem[]): Readonly<Record<UsedList, Counted>> {
  const all = lists(() => new Map<string, { word: string; times: number }>());
  for (const item of items) {
    for (const [list, word] of usesOf(item)) {
      const key = sameWord(word);
      const known = all[list].get(key);
      if (known) known.times++;
      else all[list].set(key, { word, times: 1 });
    }
  }
  return all;
}

/** Runs outlive edits elsewhere: what they use is found once. */
const ofRun = new WeakMap<FactRun, UsedWords>();

function wordsOfRun(run: FactRun): UsedWords {
  let words = ofRun.get(run);
  if (!words) {
    words = wordsOf(run.items);
    ofRun.set(run, words);
  }
  return words;
}

/** The words of items, those first that are used last. */
function wordsOf(items: readonly FactItem[]): UsedWords {
  const words = lists(() => new Map<string, string>());
  for (let i = items.length - 1; i >= 0; i--) {
    for (const [list, word] of usesOf(items[i]!)) {
      const key = sameWord(word);
      if (!words[list].has(key)) words[list].set(key, word);
    }
  }
  return words;
}

function usesOf(item: FactItem): [UsedList, string][] {
  switch (item.type) {
    case 'cue':
      return [['cue', item.name], ...extensionsOf(item.extension).map((one): [UsedList, string] => ['extension', one])];
    case 'scene': {
      const { prefix, place, time } = writtenSetting(item.heading);
      const uses: [UsedList, string][] = [];
      if (prefix !== '') uses.push(['prefix', prefix]);
      if (place !== '') uses.push(['place', place]);
      // Without its time, which is another each time.
      if (prefix !== '' && place !== '') uses.push(['heading', `${prefix}. ${place}`]);
      if (time !== undefined) uses.push(['time', time]);
      return uses;
    }
    case 'transition':
      return [['transition', item.text]];
    default:
      return [];
  }
}

/** A cue with several extensions has them as one, parted by commas. */
function extensionsOf(extension: string | undefined): string[] {
  return (extension ?? '').split(', ').filter((one) => one !== '');
}

function lists<T>(make: () => T): Record<UsedList, T> {
  return {
    cue: make(),
    extension: make(),
    prefix: make(),
    place: make(),
    heading: make(),
    time: make(),
    transition: make(),
  };
}

function addAll(words: Map<string, string>, more: Words): void {
  for (const [key, word] of more) if (!words.has(key)) words.set(key, word);
}
