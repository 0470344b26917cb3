import { t } from '@vscode/l10n';
import type { Manuscript } from '../manuscript.ts';
import { formatEighths } from '../pages/length.ts';
import { lastPageOf, lengthOf, pageAt } from '../pages/manuscript-pages.ts';
import type { ActPart, EpisodePart, ItemRange } from '../structure/file-structure.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import { Treatment } from '../treatment/treatment.ts';
import { counts } from './counts.ts';
import { actTitle, extentLabel, pageLabel } from './labels.ts';
import { spanOfRange } from './places.ts';

/** At which headings hints are wanted. */
export interface HintKinds {
  readonly episodes: boolean;
  readonly acts: boolean;
  readonly scenes: boolean;
}

/** What stands after a heading that is not in the text. */
export interface InlayHint {
  /** At the end of the heading. */
  readonly offset: number;
  readonly label: string;
  /** The heading. */
  readonly item: number;
}

/** A part of a text that has a heading. */
type Headed = ItemRange & {
  readonly heading: number;
  readonly is: keyof HintKinds;
  readonly episode: EpisodePart;
  readonly act?: ActPart;
};

/**
 * Pages and lengths at the headings that stand in a stretch of the text: `p. 12 · 2 3/8` at a scene, `pp. 12–31` at an act.
 * Nothing outside of the stretch is looked at. Of a treatment the pages are those of 250 words, and words are its lengths.
 */
export function inlayHints(manuscript: Manuscript, { start, end }: Span, kinds: HintKinds): InlayHint[] {
  const { text } = manuscript;
  // A heading may have its end in the stretch, and its beginning a line before it.
  const first = manuscript.itemAt(text.lineStart(text.lineAt(start) - 1) - 1);
  const last = manuscript.itemAt(end);
  return headed(manuscript).flatMap((part): InlayHint[] => {
    if (!kinds[part.is] || part.heading < first || part.heading > last) return [];
    const offset = manuscript.place(part.heading).end;
    if (offset < start || offset > end) return [];
    const label = labelOf(manuscript, part);
    return label === '' ? [] : [{ offset, label, item: part.heading }];
  });
}

/** What is to be said of the part below a heading, in lines; undefined where the heading is none (any more). */
export function hintTooltip(manuscript: Manuscript, item: number): string | undefined {
  const part = headed(manuscript).find(({ heading }) => heading === item);
  if (!part) return undefined;
  const { start, end } = spanOfRange(manuscript, part);
  const extent = extentLabel(pageAt(manuscript, start), lengthOf(manuscript, start, end));
  const lines = [placeOf(part), [extent, wordsOf(manuscript, start, end)].filter(Boolean).join(' · ')];
  return lines.filter((line) => line !== '').join('\n');
}

function headed(manuscript: Manuscript): Headed[] {
  const found: Headed[] = [];
  const add = (part: ItemRange & { readonly heading?: number }, rest: Pick<Headed, 'is' | 'episode' | 'act'>) => {
    const { first, end, heading } = part;
    if (heading !== undefined) found.push({ first, end, heading, ...rest });
  };
  for (const episode of structureOf(manuscript.facts).episodes) {
    add(episode, { is: 'episodes', episode });
    for (const act of episode.acts) {
      add(act, { is: 'acts', episode, act });
      for (const scene of act.scenes) add(scene, { is: 'scenes', episode, act });
    }
  }
  return found;
}

function labelOf(manuscript: Manuscript, part: Headed): string {
  const { start, end } = spanOfRange(manuscript, part);
  const length = lengthOf(manuscript, start, end)?.eighths ?? 0;
  const from = pageAt(manuscript, manuscript.place(part.heading).start);
  if (from === undefined || length === 0) return '';
  const to = lastPageOf(manuscript, start, end) ?? from;
  const isPrinted = !(manuscript instanceof Treatment);
  const size = isPrinted ? formatEighths(length) : wordsOf(manuscript, start, end);
  if (part.is === 'scenes') return `${pageLabel(from)} · ${size}`;
  const pages = part.is === 'episodes' ? counts.pages(to - from + 1) : pagesLabel(from, to);
  return isPrinted ? pages : `${pages} · ${size}`;
}

/** `pp. 12–31`, `p. 12` */
function pagesLabel(from: number, to: number): string {
  return to > from ? t('pp. {0}–{1}', from, to) : pageLabel(from);
}

/** `Act Two, scene 3 of 8` */
function placeOf({ is, episode, act, heading }: Headed): string {
  if (!act) return counts.acts(headings(episode.acts));
  const scenes = headings(act.scenes);
  if (is === 'acts') return scenes > 0 ? counts.scenes(scenes) : '';
  const number = headings(act.scenes.filter((scene) => (scene.heading ?? heading + 1) <= heading));
  return act.heading === undefined
    ? t('Scene {0} of {1}', number, scenes)
    : t('{0}, scene {1} of {2}', actTitle(act), number, scenes);
}

function headings(parts: readonly { readonly heading?: number }[]): number {
  return parts.filter(({ heading }) => heading !== undefined).length;
}

/** `1,480 words`, of a treatment alone. */
function wordsOf(manuscript: Manuscript, start: number, end: number): string {
  return manuscript instanceof Treatment ? counts.words(manuscript.words(start, end)) : '';
}
