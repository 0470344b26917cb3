import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { placedScenes } from '../measure/scene-spans.ts';
import { tallyWords } from '../measure/script-words.ts';
import { countWords } from '../measure/words.ts';
import type { Eighths } from '../pages/length.ts';
import { lengthOf, pageCount } from '../pages/manuscript-pages.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import { Treatment } from '../treatment/treatment.ts';
import { sceneTitle } from './labels.ts';

/** How long a stretch is. Words are those that are printed, without the names above speeches; minutes are those of scripts. */
export interface TextLength {
  readonly words: number;
  readonly eighths: Eighths;
  readonly minutes?: number;
}

export interface TextLengths {
  /** With how many pages it has: one that is begun counts. */
  readonly whole: TextLength & { readonly pageCount: number };
  /** Where something is selected. */
  readonly selected?: TextLength;
  /** Of the scene at the offset, where that has a heading. */
  readonly scene?: TextLength & { readonly title: string };
}

/** How long a text is, what is selected of it, and the scene at an offset. */
export function textLengths(manuscript: Manuscript, offset: number, selections: readonly Span[]): TextLengths {
  const chosen = selections.filter(({ start, end }) => end > start);
  const scene = sceneAt(manuscript, offset);
  return {
    whole: { ...stretch(manuscript, { start: 0, end: manuscript.text.length }), pageCount: pageCount(manuscript) },
    ...(chosen.length > 0 && { selected: selectedLength(manuscript, chosen) }),
    ...(scene && { scene: { title: scene.title, ...stretch(manuscript, scene) } }),
  };
}

function stretch(manuscript: Manuscript, span: Span): TextLength {
  const { start, end } = span;
  return { words: wordsOf(manuscript, span), ...extent(manuscript, start, end) };
}

function extent(manuscript: Manuscript, start: number, end: number): Omit<TextLength, 'words'> {
  const length = lengthOf(manuscript, start, end);
  return { eighths: length?.eighths ?? 0, ...(length?.minutes !== undefined && { minutes: length.minutes }) };
}

/** Of the elements or paragraphs that begin there. */
function wordsOf(manuscript: Manuscript, { start, end }: Span): number {
  if (manuscript instanceof Script) return tallyWords(manuscript, [{ start, end }])[0]!.words;
  return manuscript instanceof Treatment ? manuscript.words(start, end) : 0;
}

function selectedLength(manuscript: Manuscript, selections: readonly Span[]): TextLength {
  const lengths = selections.map((span) => ({
    words: sum(printed(manuscript, span).map(countWords)),
    ...extent(manuscript, span.start, span.end),
  }));
  const minutes = lengths.every((length) => length.minutes !== undefined);
  return {
    words: sum(lengths.map(({ words }) => words)),
    eighths: sum(lengths.map(({ eighths }) => eighths)),
    ...(minutes && { minutes: sum(lengths.map((length) => length.minutes!)) }),
  };
}

const unprinted: ReadonlySet<string> = new Set(['title_page', 'section', 'synopsis', 'page_break', 'character']);

/** What is printed of a stretch, which may begin and end within a word. */
function printed(manuscript: Manuscript, span: Span): string[] {
  if (manuscript instanceof Script) {
    const all = [...manuscript.elements(span.start, span.end)];
    const isCut = ({ type }: (typeof all)[number]) => type === 'note' || type === 'boneyard';
    const words = all.filter((one) => !isCut(one) && !unprinted.has(one.type));
    return words.map((one) => without(manuscript, clipped(one, span), all.filter(isCut)));
  }
  if (!(manuscript instanceof Treatment)) return [];
  // The first paragraph may begin before the stretch.
  return manuscript
    .passages(0, span.end)
    .filter(({ end }) => end > span.start)
    .map((passage) => without(manuscript, clipped(passage, span), manuscript.asides(passage)));
}

function clipped({ start, end }: Span, span: Span): Span {
  return { start: Math.max(start, span.start), end: Math.min(end, span.end) };
}

function without({ text }: Manuscript, { start, end }: Span, asides: readonly Span[]): string {
  let left = '';
  let at = start;
  for (const aside of asides) {
    if (aside.start >= end) break;
    left += `${text.slice(at, Math.max(at, aside.start))} `;
    at = Math.max(at, aside.end);
  }
  return at < end ? left + text.slice(at, end) : left;
}

function sceneAt(manuscript: Manuscript, offset: number): (Span & { readonly title: string }) | undefined {
  const { text } = manuscript;
  const line = text.lineAt(offset);
  const item = manuscript.itemAt(text.lineStart(line) + text.lineText(line).length);
  const episode = structureOf(manuscript.facts).episodes.find(({ first, end }) => item >= first && item < end);
  if (item < 0 || !episode) return undefined;
  const found = placedScenes(manuscript, episode).find(({ scene }) => item >= scene.first && item < scene.end);
  if (found?.scene.heading === undefined) return undefined;
  return { start: found.start, end: found.end, title: sceneTitle(found.scene) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
