import { slugOf } from '../annotations/slug.ts';
import type { Season } from '../season/season.ts';

/** A title of so many letters still fits beside an icon in a narrow side bar. */
const fits = 22;

/**
 * A fact by few words, where its text is a whole sentence: its id in words, `peters-death` as `Peter's death`. An id that
 * says nothing, such as `fact-12`, shortens nothing. A label ends without a full stop.
 */
export function shortTitle(season: Season, { id, title }: { readonly id: string; readonly title: string }): string {
  const label = withoutStop(title);
  if (label.length <= fits || !speaks(id)) return label;
  const names = [...season.characters.values()].flatMap(({ name, declared }) => [
    name,
    ...(declared?.aliases ?? []).map((alias) => alias.name),
  ]);
  const spelling = spellings([...insideSentences(title), ...names]);
  const words = id.split(/[-_]+/).map((word) => spelling.get(word) ?? word);
  const said = words.join(' ');
  return said.length < label.length ? said.charAt(0).toUpperCase() + said.slice(1) : label;
}

/** A sentence as a label; dots that break off are left. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/(?<!\.)\.$/, '');
}

/** Whether an id is made of words: not of a letter and a number, as is what somebody counts through. */
function speaks(id: string): boolean {
  const words = id.split(/[-_]+/);
  const spoken = words.filter((word) => /^\p{L}+$/u.test(word));
  return spoken.some((word) => word.length > 2) && (spoken.length > 1 || spoken.length === words.length);
}

/** The words of a text as they are written in the middle of a sentence, where a capital letter says something. */
function insideSentences(text: string): string[] {
  return text.split(/[.!?:]\s+/).map((sentence) => sentence.replace(/^\S+\s*/, ''));
}

/** How words are written, by how an id writes them: `peters` as `Peter's`, `epipen` as `EpiPen`. */
function spellings(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [written] of texts.join(' ').matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    const slug = slugOf(written);
    if (!found.has(slug)) found.set(slug, written);
  }
  return found;
}
