import type { Block } from './block.ts';
import { INSIDE } from './block.ts';
import type { BlockList, BlockPosition } from './block-list.ts';
import { cutsBySpan } from './cuts.ts';
import { hasCaret } from './element-text.ts';
import type { Cut, Node, NodeType } from './elements.ts';
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
  let speech: Speech | undefined;
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
    for (let i = 0; i <= nodes.length; i++) {
      const node = nodes[i];
      for (; nextCut < cuts.length && (node === undefined || cuts[nextCut]!.start < node.start); nextCut++) {
        const cut = cuts[nextCut]!;
        if (cut.continued) continue;
        const end = cut.continues ? boneyardEnd(list, list.after(position)!) : start + cut.end;
        if (start + cut.start > to || end < from) continue;
        yield new ScriptElement(source, cut.type, start + cut.start, end, cutsInside(cuts, nextCut), start);
      }
      if (node === undefined) continue;
      const caret = node.type === 'character' && asksForDual(source, node, cutsOfNode[i]!, start);
      if (caret && speech === undefined) speech = speechBefore(list, source, position, i);
      const dual = caret && speech === 'single';
      speech = speechAfter(speech, nodes, i, dual);
      if (start + node.end < from || start + node.start > to) continue;
      yield new ScriptElement(source, node.type, start + node.start, start + node.end, cutsOfNode[i]!, start, dual);
    }
  }
}

/** The boneyards that lie in a note. */
function cutsInside(cuts: readonly Cut[], index: number): readonly Cut[] {
  const { end } = cuts[index]!;
  let last = index + 1;
  while (last < cuts.length && cuts[last]!.end <= end) last++;
  return cuts.slice(index + 1, last);
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

const UNPRINTED: ReadonlySet<NodeType> = new Set(['section', 'synopsis']);
const SPOKEN: ReadonlySet<NodeType> = new Set(['character', 'parenthetical', 'dialogue']);

/** What is known after an element; undefined where it is not known yet. */
function speechAfter(
  before: Speech | undefined,
  nodes: readonly Node[],
  index: number,
  dual: boolean,
): Speech | undefined {
  const { type } = nodes[index]!;
  if (type === 'character') return dual ? 'second' : 'single';
  if (UNPRINTED.has(type)) return before;
  return isSpoken(nodes, index) ? before : 'none';
}

/** Whether an element belongs to a speech; a lyric may stand outside as well. */
function isSpoken(nodes: readonly Node[], index: number): boolean {
  let at = index;
  while (at > 0 && nodes[at]!.type === 'lyric') at--;
  return SPOKEN.has(nodes[at]!.type);
}

/** Looks back for the speech before an element. */
function speechBefore(list: BlockList, source: ElementSource, position: BlockPosition, index: number): Speech {
  const settles = (block: Block, end: number): boolean =>
    block.nodes.some((node, i) => i < end && !UNPRINTED.has(node.type) && !isSpoken(block.nodes, i));
  let first = position;
  let settled = settles(list.at(position), index);
  while (!settled) {
    const before = list.before(first);
    if (before === undefined) break;
    first = before;
    settled = settles(list.at(first), list.at(first).nodes.length);
  }
  let speech = 'none' as Speech;
  for (let at: BlockPosition | undefined = first; at !== undefined; at = list.after(at)) {
    const isLast = at.chunk === position.chunk && at.index === position.index;
    const { nodes, cuts } = list.at(at);
    const cutsOfNode = cutsBySpan(nodes, cuts);
    for (let i = 0; i < (isLast ? index : nodes.length); i++) {
      const caret = nodes[i]!.type === 'character' && asksForDual(source, nodes[i]!, cutsOfNode[i]!, at.start);
      speech = speechAfter(speech, nodes, i, caret && speech === 'single') ?? 'none';
    }
    if (isLast) break;
  }
  return speech;
}
