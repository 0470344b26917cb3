import { CueSet } from '../../mentions/cue-set.ts';
import { mentioningPassages } from '../../mentions/mentions.ts';
import type { Cue } from '../../mentions/referent.ts';
import type { Season } from '../../season/season.ts';
import type { Span } from '../../text/span.ts';
import type { QueryContext } from '../context.ts';
import { isAhead } from './mentioned.ts';

/**
 * Where the text names somebody, in headings as well: by a whole name, or by a part of it that means nobody else, with a
 * capital where the alphabet has any. The season of the context is the one within the horizon.
 */
export function namesInText(context: QueryContext, id: string): Span[] {
  const { season, manuscript } = context;
  return mentioningPassages(manuscript, namesOf(season))
    .filter((passage) => !isAhead(context, passage.start))
    .flatMap(({ mentions }) => mentions)
    .filter(({ referents, start, end }) => {
      return referents.some((one) => one.id === id) && isWrittenAsName(manuscript.text.slice(start, end));
    })
    .map(({ start, end }) => ({ start, end }));
}

function isWrittenAsName(word: string): boolean {
  return /\p{Lu}/u.test(word) || !/\p{Ll}/u.test(word);
}

const made = new WeakMap<Season, CueSet>();

/** Everybody's names, so that somebody's first name is not found in the whole name of somebody else. */
function namesOf(season: Season): CueSet {
  let names = made.get(season);
  if (!names) {
    names = CueSet.of([...season.characters.keys()].flatMap((id) => cuesOf(season, id)));
    made.set(season, names);
  }
  return names;
}

function cuesOf(season: Season, id: string): Cue[] {
  const { name, declared, spokenAs } = season.characters.get(id)!;
  const names = [name, ...(declared?.aliases ?? []).map((alias) => alias.name), ...spokenAs];
  const parts = names.flatMap((one) => one.split(/\s+/));
  return [...new Set([...names, ...parts])]
    .filter((text) => season.person(text) === id)
    .map((text): Cue => ({ text, referent: { kind: 'character', id } }));
}
