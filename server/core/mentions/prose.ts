import { cutsBySpan } from '../fountain/cuts.ts';
import type { Cut, Node, NodeType } from '../fountain/elements.ts';
import type { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Span } from '../text/span.ts';
import type { Treatment } from '../treatment/treatment.ts';

/** A paragraph, speech or heading, and what of it may be searched for cues: not its notes, comments, code, links. */
export interface Passage extends Span {
  /** Headings, sections and synopses name what is told; the rest tells it. */
  readonly kind: 'heading' | 'prose';
  readonly stretches: readonly Span[];
}

/** Passages of a manuscript that an edit elsewhere leaves alone. */
export interface ProseBlock {
  /** The same object for as long as the block's text is the same, wherever it moves, and of no other block. */
  readonly key: object;
  readonly start: number;
  /** In the order of the text, counted from the start of the block. */
  passages(): readonly Passage[];
}

/** The prose of a manuscript, in order; with `around`, only the blocks that touch this offset. */
export function* proseOf(manuscript: Manuscript, around?: number): Generator<ProseBlock> {
  if (manuscript.kind === 'script') yield* proseOfScript(manuscript as Script, around);
  else yield* proseOfTreatment(manuscript as Treatment, around);
}

function* proseOfScript(script: Script, around: number | undefined): Generator<ProseBlock> {
  for (const { block, start } of script.blocks(around)) {
    if (around !== undefined && start > around) return;
    if (!block.isEmpty) yield { key: block, start, passages: () => passagesOf(block.nodes, block.cuts) };
  }
}

const HEADINGS: ReadonlySet<NodeType> = new Set(['scene_heading', 'section', 'synopsis']);
const SPOKEN: ReadonlySet<NodeType> = new Set(['dialogue', 'parenthetical', 'lyric']);
const TOLD: ReadonlySet<NodeType> = new Set(['action', 'centered', ...SPOKEN]);

/** A speech is one passage, whatever parts it has. A cue is no prose: who speaks is told by the facts. */
function passagesOf(nodes: readonly Node[], cuts: readonly Cut[]): Passage[] {
  const passages: { kind: Passage['kind']; start: number; end: number; stretches: Span[] }[] = [];
  const cutsOf = cutsBySpan(nodes, cuts);
  let speech = false;
  for (const [i, { type, start, end }] of nodes.entries()) {
    const goesOn: boolean = speech && SPOKEN.has(type);
    speech = goesOn || type === 'character';
    if (speech && !goesOn) passages.push({ kind: 'prose', start: end, end, stretches: [] });
    if (!TOLD.has(type) && !HEADINGS.has(type)) continue;
    if (!goesOn) passages.push({ kind: TOLD.has(type) ? 'prose' : 'heading', start, end, stretches: [] });
    const passage = passages.at(-1)!;
    if (passage.stretches.length === 0) passage.start = start;
    passage.end = end;
    for (const stretch of without(cutsOf[i]!, { start, end })) passage.stretches.push(stretch);
  }
  return passages.filter(({ stretches }) => stretches.length > 0);
}

/** Ordinary notes, which are not of CommonMark; where a link leads; addresses. */
const UNTOLD = /\[\[[^[\]\r\n]*\]\]|\]\([^()\r\n]*\)|\bhttps?:\/\/\S+/g;

function* proseOfTreatment(treatment: Treatment, around: number | undefined): Generator<ProseBlock> {
  for (const passage of treatment.passages(0, around === undefined ? undefined : around + 1)) {
    const { key, start, end, type } = passage;
    if (around !== undefined && end < around) continue;
    yield {
      key,
      start,
      passages: () => {
        const whole = { start: 0, end: end - start };
        const asides = treatment.asides(passage).map((span) => ({ start: span.start - start, end: span.end - start }));
        const untold = [...treatment.text.slice(start, end).matchAll(UNTOLD)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        }));
        const stretches = without(
          [...asides, ...untold].sort((a, b) => a.start - b.start),
          whole,
        );
        return [{ kind: type === 'heading' ? 'heading' : 'prose', ...whole, stretches }];
      },
    };
  }
}

/** What is left of a span when others are cut out of it. These come by start, and may lie within each other. */
function without(cuts: readonly Span[], span: Span): Span[] {
  const left: Span[] = [];
  let at = span.start;
  for (const { start, end } of cuts) {
    if (start >= span.end) break;
    if (start > at) left.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) left.push({ start: at, end: span.end });
  return left;
}
