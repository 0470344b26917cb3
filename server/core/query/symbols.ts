import type { Manuscript } from '../manuscript.ts';
import { lengthOf, pageAt } from '../pages/manuscript-pages.ts';
import { itemsOf } from '../season/items.ts';
import { namesOf } from '../season/words.ts';
import type { ActPart, FileStructure, ItemRange, MarkInScene, ScenePart } from '../structure/file-structure.ts';
import type { Span } from '../text/span.ts';
import type { SymbolNode } from './answers.ts';
import { extentLabel, kindName, labelled, valueName } from './labels.ts';

/** The symbols of a text: episode › act › scene › marks. A part without a heading leaves its place to what it holds. */
export function symbols(manuscript: Manuscript, structure: FileStructure): SymbolNode[] {
  const starts = (parts: readonly ItemRange[], end: number) => spansOf(manuscript, parts, end);
  const episodes = starts(structure.episodes, manuscript.text.length);
  return structure.episodes.flatMap((episode, i) => {
    const span = episodes[i]!;
    const acts = starts(episode.acts, span.end);
    const children = episode.acts.flatMap((act, j) => actSymbols(manuscript, act, acts[j]!));
    return named(manuscript, 'episode', episode.heading, span, extentOf(manuscript, span), children);
  });
}

function actSymbols(manuscript: Manuscript, act: ActPart, span: Span): SymbolNode[] {
  const scenes = spansOf(manuscript, act.scenes, span.end);
  const children = act.scenes.flatMap((scene, i) => sceneSymbols(manuscript, scene, scenes[i]!));
  return named(manuscript, 'act', act.heading, span, extentOf(manuscript, span), children);
}

function sceneSymbols(manuscript: Manuscript, scene: ScenePart, span: Span): SymbolNode[] {
  const children = scene.marks.flatMap((mark) => markSymbol(manuscript, mark));
  const detail = [scene.number ? `#${scene.number}` : '', extentOf(manuscript, span)].filter((part) => part !== '');
  return named(manuscript, 'scene', scene.heading, span, detail.join(' · '), children);
}

function extentOf(manuscript: Manuscript, { start, end }: Span): string {
  return extentLabel(pageAt(manuscript, start), lengthOf(manuscript, start, end));
}

function markSymbol(manuscript: Manuscript, { item, mark }: MarkInScene): SymbolNode[] {
  if (mark.kind === 'ignore') return [];
  const said = mark.title ?? (mark.ids.join(', ') || valueName(mark));
  const span = manuscript.place(item);
  const kind = namesOf(mark.kind) === 'threads' ? 'thread' : 'mark';
  const name = said ? labelled(kindName(mark.kind), said) : kindName(mark.kind);
  return [{ name, detail: mark.note, kind, span, selection: span, children: [] }];
}

function named(
  manuscript: Manuscript,
  kind: SymbolNode['kind'],
  heading: number | undefined,
  span: Span,
  detail: string | undefined,
  children: SymbolNode[],
): SymbolNode[] {
  if (heading === undefined) return children;
  const item = itemsOf(manuscript.facts)[heading];
  const title =
    item?.type === 'scene' ? item.heading : item?.type === 'section' || item?.type === 'act' ? item.title : '';
  const selection = manuscript.place(heading);
  // A symbol without a name is refused by clients.
  return [{ name: title || '—', detail, kind, span, selection, children }];
}

/** Where each of the parts stands: up to the next, the last up to `end`. */
export function spansOf(manuscript: Manuscript, parts: readonly ItemRange[], end: number): Span[] {
  const starts = parts.map(({ first, end: last }) => (first < last ? manuscript.place(first).start : end));
  return starts.map((start, i) => ({ start, end: Math.max(start, starts[i + 1] ?? end) }));
}
