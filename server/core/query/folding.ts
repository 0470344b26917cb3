import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { itemsOf } from '../season/items.ts';
import { structureOf } from '../structure/structure.ts';
import type { Span } from '../text/span.ts';
import type { FoldSpan } from './answers.ts';
import { headSpan } from './head.ts';
import { spansOf } from './symbols.ts';

/**
 * What can be folded: episodes, acts and scenes, other sections by their depth, the title page or front matter, and notes
 * and boneyards of several lines. In the order of the text, the wider before the narrower.
 */
export function folding(manuscript: Manuscript): FoldSpan[] {
  const head = headSpan(manuscript);
  const found: FoldSpan[] = [
    ...(head ? [{ ...head, kind: 'head' as const }] : []),
    ...parts(manuscript).map((span) => ({ ...span, kind: 'part' as const })),
    ...comments(manuscript).map((span) => ({ ...span, kind: 'comment' as const })),
  ];
  const folds = new Map<number, FoldSpan>();
  for (const fold of found) {
    const line = manuscript.text.lineAt(fold.start);
    if (hasSeveralLines(manuscript, fold) && !folds.has(line)) folds.set(line, fold);
  }
  return [...folds.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Each heading with what it stands over. */
function parts(manuscript: Manuscript): Span[] {
  const structure = structureOf(manuscript.facts);
  const spans: Span[] = [];
  const from = (heading: number | undefined, end: number) => {
    if (heading !== undefined) spans.push({ start: manuscript.place(heading).start, end });
  };
  const episodes = spansOf(manuscript, structure.episodes, manuscript.text.length);
  for (const [i, episode] of structure.episodes.entries()) {
    from(episode.heading, episodes[i]!.end);
    const acts = spansOf(manuscript, episode.acts, episodes[i]!.end);
    for (const [j, act] of episode.acts.entries()) {
      from(act.heading, acts[j]!.end);
      const scenes = spansOf(manuscript, act.scenes, acts[j]!.end);
      // The headings of a treatment are folded by their depth.
      if (manuscript.kind === 'script')
        for (const [k, scene] of act.scenes.entries()) from(scene.heading, scenes[k]!.end);
    }
  }
  return [...spans, ...sections(manuscript)];
}

/** Sections by their depth, each up to the next that is no deeper. */
function sections(manuscript: Manuscript): Span[] {
  const spans: Span[] = [];
  const open: { start: number; level: number }[] = [];
  const close = (level: number, end: number) => {
    while (open.length > 0 && open.at(-1)!.level >= level) spans.push({ start: open.pop()!.start, end });
  };
  for (const [i, item] of itemsOf(manuscript.facts).entries()) {
    if (item.type !== 'section') continue;
    const { start } = manuscript.place(i);
    close(item.level, start);
    open.push({ start, level: item.level });
  }
  close(0, manuscript.text.length);
  return spans;
}

/** Notes and boneyards of a script, comments of a treatment. */
function comments(manuscript: Manuscript): Span[] {
  if (!(manuscript instanceof Script)) return htmlComments(manuscript.text.toString());
  const spans: Span[] = [];
  for (const element of manuscript.elements()) {
    if (element.type === 'note' || element.type === 'boneyard') spans.push(element);
  }
  return spans.map(({ start, end }) => ({ start, end }));
}

function htmlComments(text: string): Span[] {
  const spans: Span[] = [];
  for (let end = 0; ; ) {
    const start = text.indexOf('<!--', end);
    // A comment that nothing closes is text, and so is every later one.
    const last = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (last < 0) return spans;
    end = last + 3;
    spans.push({ start, end });
  }
}

/** Whether lines are left to fold, blank ones at the end left out. */
function hasSeveralLines({ text }: Manuscript, span: Span): boolean {
  const first = text.lineAt(span.start);
  let last = text.lineAt(Math.max(span.start, span.end - 1));
  while (last > first && text.lineText(last).trim() === '') last--;
  return last > first;
}
