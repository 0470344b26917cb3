import { slugOf } from '../annotations/slug.ts';
import type { Mask, Study, StudyCharacter } from '../study/study.ts';

/** Who is meant by a name in a cue, or by a word in `who=`. The study's id, else the slug of the name. */
export class People {
  private readonly exact = new Map<string, StudyCharacter | Mask>();
  private readonly partial = new Map<string, StudyCharacter | null>();

  constructor(cast: readonly StudyCharacter[], masks: readonly Mask[] = []) {
    // A mask may be called by the id of whoever wears it.
    for (const mask of masks) this.add(slugOf(mask.name), mask);
    // An id is sure to mean its own, a name goes before another's alias.
    for (const character of cast) this.add(character.id, character);
    for (const character of cast) this.add(slugOf(character.name), character);
    for (const character of cast) for (const { name } of character.aliases) this.add(slugOf(name), character);
    for (const character of cast) for (const part of partsOf(character.name)) this.addPart(part, character);
  }

  /** The id of whoever speaks under this name. */
  ofCue(name: string): string {
    const slug = slugOf(name);
    return this.ofWord(slug) ?? (slug || name.toLowerCase());
  }

  /** The character whose id, name, alias, or unmistakable part of the name a slug is. */
  ofWord(slug: string): string | undefined {
    return (this.exact.get(slug) ?? this.partial.get(slug))?.id;
  }

  private add(slug: string, character: StudyCharacter | Mask): void {
    if (slug !== '' && !this.exact.has(slug)) this.exact.set(slug, character);
  }

  /** A part of two names is nobody's. */
  private addPart(part: string, character: StudyCharacter): void {
    const other = this.partial.get(part);
    if (other === undefined) this.partial.set(part, character);
    else if (other !== character) this.partial.set(part, null);
  }
}

const made = new WeakMap<Study, People>();
const nobody = new People([]);

/** The people of a study, made once; of no study, nobody. */
export function peopleOf(study: Study | undefined): People {
  if (!study) return nobody;
  let people = made.get(study);
  if (!people) {
    people = new People(study.characters, study.masks);
    made.set(study, people);
  }
  return people;
}

/** The first and the last word of a name of several. */
function partsOf(name: string): string[] {
  const words = name
    .split(/\s+/)
    .map(slugOf)
    .filter((word) => word.length > 1 && word !== 'the');
  return words.length < 2 ? [] : [words[0]!, words.at(-1)!];
}
