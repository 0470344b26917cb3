import { t } from '@vscode/l10n';
import type { Mark } from '../../annotations/annotation.ts';
import { isSureValue, takes } from '../../annotations/joined.ts';
import { KEYS, type KeyInfo, keyInfo, kindInfo } from '../../annotations/kinds.ts';
import { oneSlipApart } from '../../annotations/nearest.ts';
import type { Season } from '../../season/season.ts';
import { entriesOf } from '../../season/study-entries.ts';
import { idsIn } from '../../season/words.ts';
import type { Problem, TextContext } from '../rule.ts';

/**
 * Words that are one slip away from a key, and that somebody may well have as a key of their own, in the languages that we
 * speak: what they say is not ours to tell.
 */
const ORDINARY = new Set(
  (
    'no not so do go too two top toy ton tow tom ti tv tu te tot tod ho why whom whoa wo how woo far fir fur four fore ' +
    'form ford fort foe fog fox or nor por vor it is us was has ask ass an am al ab ad et ut ate eat bat hat cat sat als das ' +
    'los las aus es os vie vis vita vida villa visa pia dia even events vents'
  ).split(' '),
);

/** Keys of a mark that the language does not know and that are a slip away from one. Few marks have any: they are kept. */
const doubtful = new WeakMap<Mark, readonly string[]>();
const none: readonly string[] = [];

/**
 * A slip in a key, `tp=marissa` for `to=marissa`: where it is a slip from one key only that the kind takes and that is not
 * there, and where the value is one that this key has: a person, a fact or an event that is known, a time, a word of its own.
 * Keys as short as these tell nothing by themselves.
 */
export function* keySlips({ season, manuscript, digest }: TextContext): Iterable<Problem> {
  for (const { item, mark } of digest.marks) {
    for (const word of doubtfulKeys(mark)) {
      const meant = candidates(mark, word).filter((info) => fits(season, mark, word, info));
      const key = manuscript.annotation(item)?.keys.find((part) => part.key.text === word)?.key;
      if (meant.length !== 1 || !key) continue;
      const suggestion = meant[0]!.key;
      const message = t('“{0}” is no key of an annotation. Did you mean “{1}”?', word, suggestion);
      yield { item, span: { start: key.start, end: key.end }, message, data: { suggestion } };
    }
  }
}

function doubtfulKeys(mark: Mark): readonly string[] {
  let found = doubtful.get(mark);
  if (!found) {
    const words = Object.keys(mark.keys).filter((word) => !keyInfo(word) && !ORDINARY.has(word));
    found = words.filter((word) => candidates(mark, word).length > 0);
    if (found.length === 0) found = none;
    doubtful.set(mark, found);
  }
  return found;
}

function candidates(mark: Mark, word: string): KeyInfo[] {
  const kind = kindInfo(mark.kind);
  if (!kind) return [];
  return KEYS.filter(
    (info) => takes(kind, info) && !Object.hasOwn(mark.keys, info.key) && oneSlipApart(word, info.key),
  );
}

function fits(season: Season, mark: Mark, word: string, info: KeyInfo): boolean {
  const known = (is: (id: string) => boolean) => {
    const ids = idsIn(mark, word);
    return ids.length > 0 && ids.every(is);
  };
  switch (info.holds) {
    case 'people':
      return known((id) => id === 'audience' || season.person(id) !== undefined);
    case 'facts':
      return known((id) => season.facts.has(id));
    case 'event':
      return known((id) => entriesOf(season.study).events.has(id));
    case 'text':
      // Any text may stand behind `via`: only letters in a wrong order are sure to be those of it.
      return info.key === 'at' ? isSureValue(info, mark.keys[word]!) : isSwapped(word, info.key);
    case 'word':
      return isSureValue(info, mark.keys[word]!);
  }
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
