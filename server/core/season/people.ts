import { slugOf } from '../annotations/slug.ts';
import type { Alias, StudyCharacter } from '../study/study.ts';

/** Who is meant by a name in a cue, or by a word in `who=`. The study's id, else the slug of the name. */
export class People {
  private readonly exact = new Map<string, StudyCharacter>();
  private readonly partial = new Map<string, StudyCharacter | null>();
  private readonly aliases = new Map<string, { character: StudyCharacter; alias: Alias }>();

  constructor(cast: readonly StudyCharacter[]) {
    for (const character of cast) {
      this.add(character.id, character);
      this.add(slugOf(character.name), character);
      for (const alias of character.aliases) {
        this.add(slugOf(alias.name), character);
        this.aliases.set(slugOf(alias.name), { character, alias });
      }
    }
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

  /** The alias that a slug is, if it is one. */
  alias(slug: string): Alias | undefined {
    return this.aliases.get(slug)?.alias;
  }

  private add(slug: string, character: StudyCharacter): void {
    if (slug !== '' && !this.exact.has(slug)) this.exact.set(slug, character);
  }

  /** A part of two names is nobody's. */
  private addPart(part: string, character: StudyCharacter): void {
    const other = this.partial.get(part);
    if (other === undefined) this.partial.set(part, character);
    else if (other !== character) this.partial.set(part, null);
  }
}

/** The first and the last word of a name of several. */
function partsOf(name: string): string[] {
  const words = name
    .split(/\s+/)
    .map(slugOf)
    .filter((word) => word.length > 1 && word !== 'the');
  return words.length < 2 ? [] : [words[0]!, words.at(-1)!];
}
