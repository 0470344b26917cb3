import type { Block } from './block.ts';
import { INSIDE } from './block.ts';
import type { BlockList, BlockPosition } from './block-list.ts';
import { cutsBySpan, cutsInside } from './cuts.ts';
import { hasCaret } from './element-text.ts';
import type { Cut, Node, NodeType } from './elements.ts';
import { ACTION, CENTERED, SCENE_HEADING, TRANSITION } from './packed-nodes.ts';
import { type ElementSource, ScriptElement } from './script-element.ts';

/** What goes on from one speech to the next: none to be dual with, or one, or one that is itself the second of a pair. */
type Speech = 'none' | 'single' | 'second';

/** Yields the elements that touch the stretch, by start, each before the notes and boneyards that start in it. */
export function* elementsOf(
  list: BlockList,
  source: ElementSource,
  from: number,
  to: number,
): Generator<ScriptElement> {
  let position: BlockPosition | undefined = list.firstTouching(from);
  const speech = new SpeechBefore();
  if (list.at(position).has(INSIDE)) {
    const start = boneyardStart(list, position);
    const end = boneyardEnd(list, position);
    if (end >= from) yield new ScriptElement(source, 'boneyard', start, end, [], 0);
  }
  for (; position !== undefined && position.start <= to; position = list.after(position)) {
    const block = list.at(position);
    const { start } = position;
    const { nodes, cuts } = block;
    const cutsOfNode = cutsBySpan(nodes, cuts);
    let nextCut = 0;
    speech.enterBlock();
    for (let i = 0; i <= nodes.length; i++) {
      const node = nodes[i];
      for (; nextCut < cuts.length && (node === undefined || cuts[nextCut]!.start < node.start); nextCut++) {
        const cut = cuts[nextCut]!;
        if (cut.continued) continue;
        const end = cut.continues ? boneyardEnd(list, list.after(position)!) : start + cut.end;
        if (start + cut.start > to || end < from) continue;
        yield new ScriptElement(source, cut.type, start + cut.start, end, cutsInside(cuts, cut), start);
      }
      if (node === undefined) continue;
      const caret = node.type === 'character' && asksForDual(source, node, cutsOfNode[i]!, start);
      if (caret && speech.is === undefined) speech.is = speechBefore(list, source, position, i);
      const dual = caret && speech.is === 'single';
      speech.pass(node.type, dual);
      if (start + node.end < from || start + node.start > to) continue;
      yield new ScriptElement(source, node.type, start + node.start, start + node.end, cutsOfNode[i]!, start, dual);
    }
  }
}

/** Where the boneyard starts inside which the block starts. */
function boneyardStart(list: BlockList, inside: BlockPosition): number {
  let position = list.before(inside)!;
  while (list.at(position).cuts.at(-1)!.continued) position = list.before(position)!;
  return position.start + list.at(position).cuts.at(-1)!.start;
}

/** Where the boneyard ends inside which the block starts. */
function boneyardEnd(list: BlockList, inside: BlockPosition): number {
  let position = inside;
  while (list.at(position).cuts[0]!.continues) position = list.after(position)!;
  return position.start + list.at(position).cuts[0]!.end;
}

function asksForDual(source: ElementSource, node: Node, cuts: readonly Cut[], base: number): boolean {
  return hasCaret(source.slice(base + node.start, base + node.end), cuts, -node.start);
}

/** Follows the elements one by one, in order to know what speech the next one comes after. */
class SpeechBefore {
  /** Undefined where it is not known yet, because the elements before were not followed. */
  is: Speech | undefined;

  constructor(is?: Speech) {
    this.is = is;
  }

  /** The last element of the block belongs to a speech. */
  #spoken = false;

  enterBlock(): void {
    this.#spoken = false;
  }

  pass(type: NodeType, dual: boolean): void {
    switch (type) {
      case 'character':
        this.is = dual ? 'second' : 'single';
        this.#spoken = true;
        break;
      case 'dialogue':
      case 'parenthetical':
        break;
      case 'lyric':
        // It may stand outside of speeches as well.
        if (!this.#spoken) this.is = 'none';
        break;
      case 'section':
      case 'synopsis':
        this.#spoken = false;
        break;
      default:
        this.is = 'none';
        this.#spoken = false;
    }
  }
}

/** Looks back for the speech before an element. */
function speechBefore(list: BlockList, source: ElementSource, position: BlockPosition, index: number): Speech {
  let first = position;
  while (!endsSpeech(list.at(first))) {
    const before = list.before(first);
    if (before === undefined) break;
    first = before;
  }
  const speech = new SpeechBefore('none');
  for (let at: BlockPosition | undefined = first; at !== undefined; at = list.after(at)) {
    const isLast = at.start === position.start;
    const { nodes, cuts } = list.at(at);
    const cutsOfNode = cutsBySpan(nodes, cuts);
    speech.enterBlock();
    for (let i = 0; i < (isLast ? index : nodes.length); i++) {
      const { type } = nodes[i]!;
      const caret = type === 'character' && asksForDual(source, nodes[i]!, cutsOfNode[i]!, at.start);
      speech.pass(type, caret && speech.is === 'single');
    }
    if (isLast) break;
  }
  return speech.is ?? 'none';
}

/** Whether a block begins with something that no speech goes on over. */
function endsSpeech(block: Block): boolean {
  return [ACTION, SCENE_HEADING, TRANSITION, CENTERED].some((code) => block.beginsWith(code));
}
