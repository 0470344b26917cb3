import { slugOf } from '../annotations/slug.ts';

/** `soy-allergy` as a reader may be shown it: `Soy allergy`. */
export function wordsOfId(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim() || id;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name from a cue, `MARISSA IRVINE`, as one writes it elsewhere. One in mixed case stays. */
export function nameOfCue(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const capital = (_: string, before: string, letter: string) => before + letter.toUpperCase();
  const written = name
    .toLowerCase()
    .replace(/(^|[^\p{L}\p{M}\p{N}'’])(\p{L})/gu, capital)
    // O'Brien, D'Artagnan; but Anna's.
    .replace(/((?:^|[^\p{L}\p{M}\p{N}'’])\p{L}['’])(\p{L})(?=\p{L})/gu, capital);
  return slugOf(written) === slugOf(name) ? written : name;
}

/** The name of the file of a study with this title: `the-long-table.study.yaml`. */
export function studyFileName(title: string): string {
  const slug = [...slugOf(title)].slice(0, 60).join('').replace(/-+$/, '');
  return `${slug || 'story'}.study.yaml`;
}
