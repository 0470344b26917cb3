import type { Tree, TreeFragment } from '@lezer/common';
import type { Annotation } from '../annotations/annotation.ts';
import { parseAnnotation } from '../annotations/parse.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { keptRuns, samePlain } from '../facts/same.ts';
import type { Manuscript } from '../manuscript.ts';
import { lastAtMost } from '../text/ascending.ts';
import { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { blockParser, type LeafType } from './blocks.ts';
import { type FrontMatter, frontMatterOf, headOf } from './front-matter.ts';
import { LineInput } from './input.ts';
import type { Leaf } from './leaf.ts';
import { type PlacedLeaf, type PlacedRun, placeLeaves, placeRuns } from './placed.ts';
import { Remains } from './remains.ts';

/** A paragraph or heading of a treatment, with absolute offsets. */
export interface Passage extends Span {
  readonly type: Exclude<LeafType, 'comment'>;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Stands for the passage's text: the same object for as long as no edit touches it, wherever it moves. */
  readonly key: object;
}

/**
 * A treatment: prose in CommonMark with annotations (design, sections 1 to 3). The tree of its blocks is made anew only
 * around an edit, and blocks that stay keep what is known of them.
 */
export class Treatment implements Manuscript {
  readonly kind = 'treatment';
  readonly text: SourceText;
  readonly facts: FileFacts;

  readonly #front: FrontMatter;
  /** Of what follows the front matter. */
  readonly #tree: Tree;
  readonly #leaves: readonly PlacedLeaf[];
  readonly #runs: readonly PlacedRun[];

  /** Every text is a treatment. */
  static parse(text: string | SourceText): Treatment {
    return new Treatment(typeof text === 'string' ? SourceText.of(text) : text);
  }

  private constructor(text: SourceText, before?: Treatment, remains?: Remains) {
    this.text = text;
    this.#front = frontMatterOf(text);
    const fragments: readonly TreeFragment[] = remains?.fragments(this.#front.end) ?? [];
    this.#tree = blockParser.parse(new LineInput(text, this.#front.end), fragments);
    this.#leaves = placeLeaves(this.#tree, this.#front.end, text);
    this.#runs = placeRuns(this.#leaves);
    this.facts = this.#factsAfter(before);
  }

  place(item: number): Span {
    const run = this.#runs[lastAtMost(this.#runs, item, 'firstItem')];
    const span = run?.leaf.places[item - run.firstItem];
    if (!run || !span) throw new RangeError(`There is no item ${item}.`);
    return { start: run.start + span.start, end: run.start + span.end };
  }

  annotation(item: number): Annotation | undefined {
    const { start, end } = this.place(item);
    const run = this.#runs[lastAtMost(this.#runs, item, 'firstItem')]!;
    if (run.leaf.run?.items[item - run.firstItem]?.type === 'section') return undefined;
    const written = this.text.slice(start, end);
    if (written.startsWith('[[')) return parseAnnotation(written.slice(2, -2), start, 'note');
    return parseAnnotation(written.slice(4, -3), start, 'comment');
  }

  itemAt(offset: number): number {
    const run = this.#runs[lastAtMost(this.#runs, offset, 'start')];
    if (!run) return -1;
    return run.firstItem + run.leaf.places.findLastIndex((place) => run.start + place.start <= offset);
  }

  edit(edits: readonly TextEdit[]): Treatment {
    let text = this.text;
    const remains = new Remains(this.#tree, this.#front.end);
    for (const edit of edits) {
      remains.change(edit, text);
      text = text.replace(edit);
    }
    return new Treatment(text, this, remains);
  }

  /** The paragraphs and headings that begin from `from` up to, but not at, `to`. */
  passages(from = 0, to = this.text.length): Passage[] {
    const found: Passage[] = [];
    for (let i = lastAtMost(this.#leaves, from - 1, 'start') + 1; i < this.#leaves.length; i++) {
      const { leaf, start } = this.#leaves[i]!;
      const { type, level, length } = leaf;
      if (start >= to) break;
      if (type !== 'comment') found.push({ type, level, start, end: start + length, key: leaf });
    }
    return found;
  }

  /** What in a passage is not prose: annotations, comments, code, tags. */
  asides(passage: Passage): Span[] {
    const asides = (passage.key as Leaf).asides(this.text.slice(passage.start, passage.end));
    return asides.map(({ start, end }) => ({ start: passage.start + start, end: passage.start + end }));
  }

  /** Whether a note or comment that begins here is read as one: it stands in prose, and not in code or a tag. */
  isNoteAt(offset: number): boolean {
    const placed = this.#leaves[lastAtMost(this.#leaves, offset, 'start')];
    if (!placed || offset >= placed.start + placed.leaf.length) return false;
    const asides = placed.leaf.asides(this.text.slice(placed.start, placed.start + placed.leaf.length));
    return asides.every(({ start, end }) => offset <= placed.start + start || offset >= placed.start + end);
  }

  /** How many words the prose has that begins from `from` up to `to`: of whole paragraphs, and not in annotations. */
  words(from = 0, to = this.text.length): number {
    let count = 0;
    for (const passage of this.passages(from, to)) {
      count += (passage.key as Leaf).words(this.text.slice(passage.start, passage.end));
    }
    return count;
  }

  /** The facts of before, where this says the same; else new ones with the runs of before in the place of equal ones. */
  #factsAfter(before: Treatment | undefined): FileFacts {
    const was = before?.facts;
    const sameSource = before && before.#front.source === this.#front.source;
    const head = sameSource ? before.facts.head : headOf(this.#front.source);
    const found = this.#runs.map(({ leaf }) => leaf.run!);
    const runs = was ? keptRuns(was.runs, found) : found;
    if (was && runs === was.runs && samePlain(head, was.head)) return was;
    return { kind: 'treatment', head, runs };
  }
}
