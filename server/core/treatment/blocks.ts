import { Tree } from '@lezer/common';
import { type BlockContext, type Line, type MarkdownParser, parser } from '@lezer/markdown';

/** Lists and quotes deeper than this are plain text, as in other readers of Markdown: each costs time on each of its lines. */
const DEEPEST = 64;

/**
 * CommonMark's blocks. What stands in them is read by `readInline` where there is anything to read: most paragraphs have no
 * annotation, and emphasis and links mean nothing here. Link definitions are paragraphs.
 */
export const blockParser: MarkdownParser = parser.configure({
  remove: ['LinkReference'],
  parseBlock: [{ name: 'TooDeep', before: 'Blockquote', parse: parseTooDeep }],
});
blockParser.parseInline = () => [];

function parseTooDeep(context: BlockContext, line: Line): boolean {
  if (context.depth < DEEPEST || !/[>*+\d-]/.test(line.text[line.pos] ?? '')) return false;
  const from = context.lineStart + line.pos;
  const to = context.lineStart + line.text.length;
  context.nextLine();
  context.addElement(context.elt('Paragraph', from, to));
  return true;
}

export type LeafType = 'paragraph' | 'heading' | 'comment';

/** Calls back for each block that holds text, in the order of the text. */
export type LeafVisitor = (tree: Tree, type: LeafType, level: number, from: number, top: boolean) => void;

const HEADING = /^(?:ATX|Setext)Heading(\d)$/;

/** What each type of node is: its level for a heading, 0 for another block of text, -1 for what holds blocks. */
const LEVELS = new Map<number, number>();
const COMMENT = nodeId('CommentBlock');
const DOCUMENT = nodeId('Document');
for (const type of blockParser.nodeSet.types) {
  const heading = HEADING.exec(type.name);
  if (heading) LEVELS.set(type.id, Number(heading[1]));
  else if (type.name === 'Paragraph' || type.id === COMMENT) LEVELS.set(type.id, 0);
  else if (
    type.isAnonymous ||
    ['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem'].includes(type.name)
  ) {
    LEVELS.set(type.id, -1);
  }
}

/** Visits all blocks of text. Recursion is bounded by `DEEPEST` and by the balance of the tree. */
export function visitLeaves(tree: Tree, from: number, visit: LeafVisitor, top = true): void {
  for (const [i, child] of tree.children.entries()) {
    const level = child instanceof Tree ? LEVELS.get(child.type.id) : undefined;
    if (level === undefined) continue;
    const at = from + tree.positions[i]!;
    const inner = child as Tree;
    if (level < 0) visitLeaves(inner, at, visit, top && (inner.type.isAnonymous || inner.type.id === DOCUMENT));
    else visit(inner, level > 0 ? 'heading' : inner.type.id === COMMENT ? 'comment' : 'paragraph', level, at, top);
  }
}

function nodeId(name: string): number {
  return blockParser.nodeSet.types.find((type) => type.name === name)!.id;
}
