import type { NodeType } from '../../fountain/elements.ts';
import type { Script } from '../../fountain/script.ts';
import type { Span } from '../../text/span.ts';

const SPOKEN: ReadonlySet<NodeType> = new Set(['dialogue', 'parenthetical', 'lyric']);

/** A stretch of a text that stands by itself. */
export interface Paragraph extends Span {
  /** It is made of sentences. */
  readonly prose: boolean;
}

const PROSE: ReadonlySet<NodeType> = new Set(['action', 'centered', 'synopsis', ...SPOKEN]);

/** The element that an offset of a script is in, and, where that is spoken, the speech with its cue. */
export function paragraphsOfScript(script: Script, offset: number): Paragraph[] {
  for (const { block, start } of script.blocks(offset)) {
    if (start > offset) break;
    const { nodes } = block;
    const at = nodes.findIndex((node) => start + node.start <= offset && offset <= start + node.end);
    if (at < 0) continue;
    let first = at;
    while (first > 0 && SPOKEN.has(nodes[first]!.type)) first--;
    const element = { ...moved(nodes[at]!, start), prose: PROSE.has(nodes[at]!.type) };
    if (nodes[first]!.type !== 'character') return [element];
    let last = first;
    while (last + 1 < nodes.length && SPOKEN.has(nodes[last + 1]!.type)) last++;
    const speech = moved({ start: nodes[first]!.start, end: nodes[last]!.end }, start);
    return [element, { ...speech, prose: false }];
  }
  return [];
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
