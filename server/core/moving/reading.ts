import type { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import type { Treatment } from '../treatment/treatment.ts';

/** One thing that a text is read as, and where it begins. */
export interface Said {
  readonly start: number;
  readonly what: string;
}

/** What a text is read as, in order: the elements of a script; the paragraphs and headings of a treatment, and its marks. */
export function readingOf(manuscript: Manuscript): Said[] {
  if (manuscript.kind === 'script') {
    return [...(manuscript as Script).elements()].map(({ start, type, text, number, dual }) => ({
      start,
      what: JSON.stringify([type, text, number, dual]),
    }));
  }
  const { text } = manuscript;
  const passages = (manuscript as Treatment).passages().map(({ start, end, type, level }) => ({
    start,
    what: JSON.stringify([type, level, text.slice(start, end).replace(/\r\n?/g, '\n')]),
  }));
  const items = itemsOf(manuscript.facts).map((item, i) => ({
    start: manuscript.place(i).start,
    what: JSON.stringify(item),
  }));
  return [...passages, ...items].sort((a, b) => a.start - b.start);
}

/** The same without marks and ordinary notes, and without regard to spaces: what a mark may be taken out of. */
export function proseOf(manuscript: Manuscript): string[] {
  if (manuscript.kind === 'script') {
    return [...(manuscript as Script).elements()]
      .filter(({ type }) => type !== 'note')
      .map(({ type, text, number, dual }) => JSON.stringify([type, plain(text), number, dual]));
  }
  const treatment = manuscript as Treatment;
  return treatment.passages().flatMap((passage) => {
    const written = plain(without(treatment, passage, treatment.asides(passage)).replace(/^[ \t]*>/gm, ''));
    return written === '' ? [] : [JSON.stringify([passage.type, passage.level, written])];
  });
}

function without({ text }: Manuscript, { start, end }: Span, asides: readonly Span[]): string {
  let left = '';
  let at = start;
  for (const aside of asides) {
    left += text.slice(at, aside.start);
    at = text.slice(aside.start, aside.end).startsWith('`') ? aside.start : aside.end;
  }
  return left + text.slice(at, end);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The headings of the structure by what they begin, in order. */
export function headingsOf(manuscript: Manuscript): string[] {
  return structureOf(manuscript.facts).episodes.flatMap((episode) => [
    ...(episode.heading === undefined ? [] : [`episode ${episode.season ?? ''} ${episode.number ?? ''}`]),
    ...episode.acts.flatMap((act) => [
      ...(act.heading === undefined ? [] : [`act ${act.title}`]),
      ...act.scenes.flatMap((scene) => (scene.heading === undefined ? [] : [`scene ${scene.number} ${scene.title}`])),
    ]),
  ]);
}

/** The marks as they are written, in order. */
export function marksOf(manuscript: Manuscript): string[] {
  return itemsOf(manuscript.facts).flatMap((item) =>
    item.type === 'mark' || item.type === 'slip' ? [JSON.stringify(item)] : [],
  );
}
