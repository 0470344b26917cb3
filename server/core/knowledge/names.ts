import { CueSet } from '../mentions/cue-set.ts';
import type { Cue } from '../mentions/referent.ts';
import type { Season } from '../season/season.ts';

/** How sure it is that a text names somebody: `no` is as sure as `yes`. */
export type Named = 'yes' | 'perhaps' | 'no';

/** What a text says of who is in it. */
export interface NamesIn {
  named(who: string): Named;
}

/**
 * Words for more than one person, whoever they are. English, as are the other words by which Chekhov reads headings; in
 * other languages names alone count.
 */
const GROUP =
  /\b(?:all|both|company|couple|crowd|each|everybody|everyone|family|four|five|six|group|guests|others?|party|people|their|them|they|three|together|two)\b/i;

/** Whether a text speaks of more than one person. */
export function speaksOfGroup(text: string): boolean {
  return GROUP.test(text);
}

const POSSESSIVE = /^['’]s?(?![\p{L}\p{N}])/iu;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;

/**
 * Who is named in pieces of prose. A whole name is sure where it is the person's own, begins as names do and is no
 * possessive (`Anna's coat` may hang there without her); part of a name, and a name in small letters (`the waiter`), are not.
 */
export function namesIn(season: Season, texts: readonly string[], groups: 'groups' | 'names only' = 'groups'): NamesIn {
  const sure = new Set<string>();
  const found = new Set<string>();
  for (const text of texts) {
    for (const { start, end, referents } of namesOf(season).find(text)) {
      const name = text.slice(start, end);
      const isSure = !SMALL.test(name) && CAPITAL.test(name) && !POSSESSIVE.test(text.slice(end, end + 3));
      const person = isSure ? season.person(name) : undefined;
      if (person !== undefined) sure.add(person);
      for (const { id } of referents) found.add(id);
    }
  }
  const hasGroup = groups === 'groups' && texts.some(speaksOfGroup);
  return { named: (who) => (sure.has(who) ? 'yes' : hasGroup || found.has(who) ? 'perhaps' : 'no') };
}

const made = new WeakMap<Season, CueSet>();

/** Every name of everybody, whole and in parts. */
function namesOf(season: Season): CueSet {
  let set = made.get(season);
  if (!set) {
    set = CueSet.of(cuesOf(season));
    made.set(season, set);
  }
  return set;
}

function cuesOf(season: Season): Cue[] {
  return [...season.characters.values()].flatMap(({ id, name, declared, spokenAs }) => {
    const names = [name, ...(declared?.aliases ?? []).map((alias) => alias.name), ...spokenAs];
    const words = names.flatMap((one) => one.split(/[\s.,'’#()-]+/)).filter((word) => word.length > 1);
    return [...new Set([...names, ...words])].map((text): Cue => ({ text, referent: { kind: 'character', id } }));
  });
}
