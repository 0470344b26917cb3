import type { FactItem } from '../facts/file-facts.ts';
import type { Span } from '../text/span.ts';
import { NONE, placesOfNodes } from './block.ts';
import { Node, type NodeType } from './elements.ts';
import type { Interner } from './interner.ts';
import { endOfStory, itemOf, loneActLine, mayTellOfActs } from './line-facts.ts';
import { BARE_HEADING, isUnprinted, kindInSpeech, kindOfLine } from './line-kinds.ts';
import type { Line } from './lines.ts';

/** Makes elements and facts of the lines of one block after the other. */
export class Grammar {
  readonly #source: string;
  readonly #interner: Interner;

  /** What the block last read has; offsets relative to its start. Of the nodes, the first `nodeCount` count. */
  readonly nodes: Node[] = [];
  nodeCount = 0;
  items: FactItem[] = NONE;
  /** Where each of the items stands, if any stands elsewhere than `placesOfNodes` tells. */
  places: Span[] | undefined;
  bareHeadings: Span[] = NONE;

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
    this.nodeCount = 0;
    this.items = NONE;
    this.places = undefined;
    this.bareHeadings = NONE;
    this.#base = base;
    this.#lines = lines;
    this.#count = count;
    this.#readLines(from);
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
      let kind = kindOfLine(this.#source, line, blankBefore, i + 1 < this.#count ? this.#lines[i + 1] : undefined);
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
        open = this.#add(kind, line);
        if (kind !== 'action' && kind !== 'lyric') open = undefined;
      }
      if (kind === 'action') {
        if (mayTellOfActs(line)) {
          if (open?.start === line.start - this.#base) lone = line;
          this.#readEndLine(line);
        }
      } else if (kind === 'section' || kind === 'synopsis') blankBefore = true;
      else if (kind === 'character') i = this.#readSpeech(i + 1) - 1;
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

  #add(kind: NodeType, line: Line): Node {
    const node = this.#addNode(kind, line);
    const item = itemOf(kind, line, this.#interner);
    if (item !== undefined) this.#addItem(item, node, kind !== 'centered' && kind !== 'transition');
    return node;
  }

  #addNode(kind: NodeType, line: Line): Node {
    const node = new Node(kind, line.start - this.#base, line.end - this.#base);
    this.nodes[this.nodeCount++] = node;
    return node;
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
    if (this.items === NONE) this.items = [item];
    else this.items.push(item);
  }

  #addBareHeading(line: Line): void {
    if (this.bareHeadings === NONE) this.bareHeadings = [];
    this.bareHeadings.push(this.#span(line));
  }

  #span(line: Line): Span {
    return { start: line.start - this.#base, end: line.end - this.#base };
  }
}
