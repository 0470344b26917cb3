import type { Annotation } from '../annotations/annotation.ts';
import { parseAnnotation } from '../annotations/parse.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { Manuscript } from '../manuscript.ts';
import { SourceText } from '../text/source-text.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { type Block, CLOSES, EXITS, INSIDE, PENDING } from './block.ts';
import { BlockList } from './block-list.ts';
import { parseBlocks, readBlocks } from './block-parser.ts';
import { type Chunk, ChunkBuilder } from './chunk.ts';
import { cutsInside, noteInside, Remainders } from './cuts.ts';
import { elementsOf } from './element-walk.ts';
import { Gathering } from './gathering.ts';
import { Interner } from './interner.ts';
import { beginsHardBlank, endsHardBlank } from './lines.ts';
import { equalRecords, keepItems, sayTheSame } from './reuse.ts';
import type { ScriptElement } from './script-element.ts';

/** A block at its place in the text. The same block object always has the same elements. */
export interface PlacedBlock {
  readonly block: Block;
  readonly start: number;
}

/** A screenplay in Fountain, read once and then kept up to date block by block. */
export class Script implements Manuscript {
  readonly kind = 'script';
  readonly text: SourceText;
  readonly facts: FileFacts;
  readonly #list: BlockList;
  readonly #interner: Interner;
  /** Where the items of the block stand that was asked about last: most are asked about one item after the other. */
  #asked: { readonly block: Block; readonly places: readonly Span[] } | undefined;

  private constructor(text: SourceText, list: BlockList, facts: FileFacts, interner: Interner) {
    this.text = text;
    this.#list = list;
    this.facts = facts;
    this.#interner = interner;
  }

  static parse(text: string | SourceText): Script {
    const source = typeof text === 'string' ? SourceText.of(text) : text;
    const interner = new Interner();
    const surroundings = { first: true, inside: false, closesLater: false, interner };
    const builder = new ChunkBuilder();
    readBlocks(source.toString(), surroundings, builder);
    const list = new BlockList(builder.finish());
    return new Script(source, list, factsOf(list), interner);
  }

  edit(edits: readonly TextEdit[]): Script {
    let script: Script = this;
    for (const edit of edits) script = script.#edited(edit);
    return script;
  }

  place(item: number): Span {
    const { block, start, index } = this.#find(item);
    const place = this.#places(block)[index]!;
    return { start: place.start + start, end: place.end + start };
  }

  annotation(item: number): Annotation | undefined {
    const { block, start, index } = this.#find(item);
    const { type } = block.items[index]!;
    if (type !== 'mark' && type !== 'slip') return undefined;
    const note = this.#places(block)[index]!;
    const noteStart = start + note.start;
    const boneyards = cutsInside(block.cuts, note);
    const raw = this.text.slice(noteStart, start + note.end);
    const inside = noteInside(raw, 2, raw.length - 2, new Remainders(raw, boneyards, -note.start));
    return parseAnnotation(inside, noteStart, 'note');
  }

  itemAt(offset: number): number {
    const position = this.#list.lastTouching(offset);
    const { chunks } = this.#list;
    let count = 0;
    for (let i = 0; i < position.chunk; i++) count += chunks[i]!.itemCount;
    for (let i = 0; i < position.index; i++) count += chunks[position.chunk]!.blocks[i]!.items.length;
    const places = this.#places(this.#list.at(position));
    let inBlock = 0;
    while (inBlock < places.length && position.start + places[inBlock]!.start <= offset) inBlock++;
    return count + inBlock - 1;
  }

  /**
   * The elements that touch a stretch of the text, by start; notes and boneyards come after the element in which they
   * start. Without arguments, all.
   */
  elements(from = 0, to = this.text.length): Generator<ScriptElement> {
    return elementsOf(this.#list, this.text, from, to);
  }

  /** The element, notes and boneyards aside, in whose lines the offset lies. */
  elementAt(offset: number): ScriptElement | undefined {
    for (const element of this.elements(offset, offset)) {
      if (element.type !== 'note' && element.type !== 'boneyard') return element;
    }
    return undefined;
  }

  /** The entries of the title page. */
  titlePage(): ScriptElement[] {
    const end = this.#list.chunks[0]!.blocks[0]!.length;
    return [...this.elements(0, end)].filter((element) => element.type === 'title_page');
  }

  /** The lines that would be scene headings, but for the blank line after them. */
  bareHeadings(): Span[] {
    return bareHeadings.of(this).map(({ found, start }) => ({ start: found.start + start, end: found.end + start }));
  }

  /** The blocks of which the script is made, in chunks. Edits keep the chunks and the blocks that they do not touch. */
  get chunks(): readonly Chunk[] {
    return this.#list.chunks;
  }

  /** The blocks from that on which touches the offset, at their places. */
  *blocks(from = 0): Generator<PlacedBlock> {
    const { chunks } = this.#list;
    let { chunk, index, start } = this.#list.firstTouching(from);
    for (; chunk < chunks.length; chunk++, index = 0) {
      const { blocks } = chunks[chunk]!;
      for (; index < blocks.length; index++) {
        const block = blocks[index]!;
        yield { block, start };
        start += block.length;
      }
    }
  }

  #places(block: Block): readonly Span[] {
    if (this.#asked?.block !== block) this.#asked = { block, places: block.places };
    return this.#asked.places;
  }

  #find(item: number): { block: Block; start: number; index: number } {
    let index = item;
    let start = 0;
    if (item >= 0) {
      for (const chunk of this.#list.chunks) {
        if (index >= chunk.itemCount) {
          index -= chunk.itemCount;
          start += chunk.length;
          continue;
        }
        for (const block of chunk.blocks) {
          if (index < block.items.length) return { block, start, index };
          index -= block.items.length;
          start += block.length;
        }
      }
    }
    throw new RangeError(`No item ${item} in this script`);
  }

  #edited(edit: TextEdit): Script {
    const text = this.text.replace(edit);
    const list = this.#list;
    const change = text.length - this.text.length;
    const editStart = Math.min(Math.max(0, edit.start), this.text.length);
    const editEnd = editStart + edit.insert.length - change;

    let first = list.firstTouching(editStart);
    let last = list.lastTouching(editEnd, first);
    const slice = () => text.slice(first.start, last.start + list.at(last).length + change);
    let source = slice();
    // Where blocks begin hangs on the lines on both sides of the seam. Blocks the edit does not touch keep theirs.
    const before = list.before(first);
    const after = list.after(last);
    if (before !== undefined && beginsHardBlank(source)) first = before;
    if (after !== undefined && !endsHardBlank(source)) last = after;
    if (first === before || last === after) source = slice();

    const old = list.between(first, last);
    const previous = list.before(first);
    const closesLater = list.hasAfter(last, CLOSES);
    const inside = previous !== undefined && list.at(previous).has(EXITS);
    const read = parseBlocks(source, { first: first.start === 0, inside, closesLater, interner: this.#interner });
    const fresh = keepItems(old, read);
    let changed = list.replace(first, last, fresh);

    const next = list.after(last);
    const exitMoved = next !== undefined && list.at(next).has(INSIDE) !== fresh.at(-1)!.has(EXITS);
    const lastCloseMoved = !closesLater && hasAny(old, CLOSES) !== hasAny(fresh, CLOSES);
    if (exitMoved || (lastCloseMoved && list.hasBefore(first, PENDING))) {
      const settled = changed.list.settle((block, start, startsInside, closes) => {
        const surroundings = {
          first: start === 0,
          inside: startsInside,
          closesLater: closes,
          interner: this.#interner,
        };
        const reread = parseBlocks(text.slice(start, start + block.length), surroundings);
        return keepItems([block], reread)[0]!;
      });
      // One step may take away what the other brings back, so only the whole tells what changed.
      changed = { list: settled, sameItems: sayTheSame(list.items(), settled.items()) };
    }
    this.#interner.keepOnly(() => changed.list.items());
    const facts = changed.sameItems ? withHead(this.facts, changed.list) : factsOf(changed.list, this.facts);
    return new Script(text, changed.list, facts, this.#interner);
  }
}

const bareHeadings = new Gathering<Span>((block) => block.extras?.bareHeadings ?? nothing);
const nothing: readonly Span[] = [];

function hasAny(blocks: readonly Block[], flag: number): boolean {
  return blocks.some((block) => block.has(flag));
}

const NO_HEAD: FileFacts['head'] = {};

function headOf(list: BlockList): FileFacts['head'] {
  return list.chunks[0]!.blocks[0]!.extras?.head ?? NO_HEAD;
}

function factsOf(list: BlockList, was?: FileFacts): FileFacts {
  const head = headOf(list);
  return {
    kind: 'script',
    head: was && equalRecords(was.head, head) ? was.head : head,
    runs: list.chunks.map((chunk) => chunk.run).filter((run) => run.items.length > 0),
  };
}

/** Facts whose items stayed the same, with the title page as it is now. */
function withHead(facts: FileFacts, list: BlockList): FileFacts {
  const head = headOf(list);
  return equalRecords(facts.head, head) ? facts : { ...facts, head };
}
