import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import { NONE, placesOfNodes } from './block.ts';
import { Node, type NodeType } from './elements.ts';
import type { Interner, KnownCue } from './interner.ts';
import { cueOf, endOfStory, itemOf, loneActLine, mayTellOfActs } from './line-facts.ts';
import { BARE_HEADING, countsAsBlank, isUnprinted, kindInSpeech, kindOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';

/** Makes elements and facts of the lines of one block after the other. */
export class Grammar {
  readonly #source: string;
  readonly #interner: Interner;

  /** What the block last read has; offsets relative to its start. */
  nodes: Node[] = NONE;
  items: readonly FactItem[] = NONE;
  /** Where each of the items stands, if any stands elsewhere than `placesOfNodes` tells. */
  places: Span[] | undefined;
  bareHeadings: Span[] = NONE;

  /** The items, unless they are shared with other blocks. */
  #own: FactItem[] | undefined;
  #nodeCount = 0;
  #base = 0;
  #lines: readonly Line[] = [];
  #count = 0;

  constructor(source: string, interner: Interner) {
    this.#source = source;
    this.#interner = interner;
  }

  /**
   * @param base where the block starts in the source
   * @param from the first line that does not belong to the title page
   */
  read(base: number, lines: readonly Line[], count: number, from: number): void {
    // In an array no larger than it must be, as one that grew is: most elements have one line.
    this.nodes = count === from ? NONE : new Array(count - from);
    this.#nodeCount = 0;
    this.items = NONE;
    this.#own = undefined;
    this.places = undefined;
    this.bareHeadings = NONE;
    this.#base = base;
    this.#lines = lines;
    this.#count = count;
    this.#readLines(from);
    if (this.#nodeCount < this.nodes.length) this.nodes = this.nodes.slice(0, this.#nodeCount);
  }

  #readLines(from: number): void {
    /** The action or lyric that the next line may go on. */
    let open: Node | undefined;
    /** The line of an action that has one line so far. */
    let lone: Line | undefined;
    let blankBefore = true;
    for (let i = from; i < this.#count; i++) {
      const line = this.#lines[i]!;
      if (line.kind !== 'text') {
        blankBefore = true;
        if (line.kind === 'spaces') open = undefined;
        continue;
      }
      const next = i + 1 < this.#count ? this.#lines[i + 1] : undefined;
      // A line that has been a cue is one again, if it stands as cues do.
      const known = blankBefore && !countsAsBlank(next) ? this.#interner.recall(line) : undefined;
      let kind = known ? 'character' : kindOfLine(this.#source, line, blankBefore, next);
      blankBefore = false;
      if (kind === BARE_HEADING) {
        this.#addBareHeading(line);
        kind = 'action';
      }
      if (open !== undefined && open.type === kind) {
        open.end = line.end - this.#base;
        lone = undefined;
      } else {
        if (lone !== undefined) this.#readLoneLine(lone);
        lone = undefined;
        const node = this.#addNode(kind, line);
        if (kind === 'character') {
          this.#addCue(known ?? cueOf(line, this.#interner), node);
          i = this.#readSpeech(i + 1) - 1;
          open = undefined;
          continue;
        }
        this.#readItem(line, node);
        open = kind === 'action' || kind === 'lyric' ? node : undefined;
      }
      if (kind === 'action') {
        if (mayTellOfActs(line)) {
          if (open?.start === line.start - this.#base) lone = line;
          this.#readEndLine(line);
        }
      } else if (kind === 'section' || kind === 'synopsis') blankBefore = true;
    }
    if (lone !== undefined) this.#readLoneLine(lone);
  }

  /** Reads what is said from the line on; returns the first line that is no part of the speech. */
  #readSpeech(from: number): number {
    const first = from < this.#count ? this.#lines[from]! : undefined;
    // Only after a forced cue: it needs no line after it.
    if (first?.kind === 'spaces' || (first?.kind === 'text' && isUnprinted(first))) return from;
    let open: Node | undefined;
    let spacesBefore = false;
    let i = from;
    for (; i < this.#count; i++) {
      const line = this.#lines[i]!;
      if (line.kind !== 'text') {
        if (line.kind === 'spaces') spacesBefore = true;
        continue;
      }
      const kind = kindInSpeech(line);
      if (kind === 'action') break;
      // A line of spaces is an empty line of dialogue, but parts lyrics.
      if (open?.type === kind && (kind === 'dialogue' || (kind === 'lyric' && !spacesBefore))) {
        open.end = line.end - this.#base;
      } else {
        open = this.#addNode(kind, line);
      }
      spacesBefore = false;
    }
    return i;
  }

  #addNode(kind: NodeType, line: Line): Node {
    const node = new Node(kind, line.start - this.#base, line.end - this.#base);
    this.nodes[this.#nodeCount++] = node;
    return node;
  }

  #readItem(line: Line, node: Node): void {
    const item = itemOf(node.type, line);
    if (item !== undefined) this.#addItem(item, node, node.type !== 'centered' && node.type !== 'transition');
  }

  #addCue({ items }: KnownCue, node: Node): void {
    if (this.items === NONE) this.items = items;
    else this.#addItem(items[0], node, true);
  }

  /** An action of one line may say where an act begins or ends. */
  #readLoneLine(line: Line): void {
    const item = loneActLine(line);
    if (item !== undefined) this.#addItem(item, this.#span(line), false);
  }

  #readEndLine(line: Line): void {
    const item = endOfStory(line);
    if (item !== undefined) this.#addItem(item, this.#span(line), false);
  }

  #addItem(item: FactItem, place: Span, usual: boolean): void {
    if (!usual) this.places ??= [...placesOfNodes(this.nodes, this.items.length)];
    this.places?.push(place);
    if (this.#own !== undefined) this.#own.push(item);
    else this.items = this.#own = [...this.items, item];
  }

  #addBareHeading(line: Line): void {
    if (this.bareHeadings === NONE) this.bareHeadings = [];
    this.bareHeadings.push(this.#span(line));
  }

  #span(line: Line): Span {
    return { start: line.start - this.#base, end: line.end - this.#base };
  }
}
