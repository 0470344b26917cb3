import type { QueryContext } from '../query/context.ts';
import { isTold } from '../season/horizon.ts';
import type { ItemRange } from '../structure/file-structure.ts';
import { countedWords, type Gap, nearestWords, type UsedList, type Words } from './used-words.ts';

/**
 * The words of a list that the scripts of a season use, as far as the reader has got: those of the script at hand first,
 * nearest first, then those of the others, the most used first.
 *
 * @param gap where the line lies that is being written: what stands on it does not count
 */
export function usedWords(context: QueryContext, gap: Gap, list: UsedList): Words {
  const { season, uri, manuscript } = context;
  const found = new Map<string, string>();
  const counts = new Map<string, { word: string; times: number }>();
  for (const [file, parts] of toldParts(context)) {
    const facts = file === uri ? manuscript.facts : season.files.get(file)?.facts;
    if (facts?.kind !== 'script') continue;
    if (file === uri && parts === 'all') {
      for (const [key, word] of nearestWords(facts, gap, list)) found.set(key, word);
      continue;
    }
    const counted = parts === 'all' ? everything : file === uri ? parts.flatMap((part) => without(part, gap)) : parts;
    for (const { first, end } of counted) {
      for (const [key, { word, times }] of countedWords(facts, list, first, end)) {
        const known = counts.get(key);
        if (known) known.times += times;
        else counts.set(key, { word, times });
      }
    }
  }
  const others = [...counts].sort(([, a], [, b]) => b.times - a.times);
  for (const [key, { word }] of others) if (!found.has(key)) found.set(key, word);
  return found;
}

const everything: readonly ItemRange[] = [{ first: 0, end: Number.POSITIVE_INFINITY }];

function without({ first, end }: ItemRange, { before, after }: Gap): ItemRange[] {
  const parts = [
    { first, end: Math.min(end, before + 1) },
    { first: Math.max(first, after), end },
  ];
  return parts.filter((part) => part.first < part.end);
}

/** The texts of a season within the horizon, and which parts of them where some lie ahead. */
function toldParts({ season, horizon }: QueryContext): Map<string, 'all' | ItemRange[]> {
  if (!horizon) return new Map([...season.files.keys()].map((file) => [file, 'all']));
  const told = new Map<string, ItemRange[]>();
  const ahead = new Set<string>();
  for (const [i, episode] of season.episodes.entries()) {
    const isWithin = isTold(season, { episode: i }, horizon);
    for (const text of [episode.told, ...episode.linked]) {
      if (text && isWithin) told.set(text.uri, [...(told.get(text.uri) ?? []), text.part]);
      else if (text) ahead.add(text.uri);
    }
  }
  return new Map([...told].map(([file, parts]) => [file, ahead.has(file) ? parts : 'all']));
}
