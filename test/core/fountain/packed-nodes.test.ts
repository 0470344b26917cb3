import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../server/core/fountain/block-parser.ts';
import { Interner } from '../../../server/core/fountain/interner.ts';
import { ACTION, DIALOGUE, NodePacker, unpack } from '../../../server/core/fountain/packed-nodes.ts';

describe('elements as numbers', () => {
  it('are those that were added, however many, and stay when others follow', () => {
    const packer = new NodePacker(100);
    const blocks = [1, 0, 300, 2, 2000].map((count) => {
      packer.beginBlock();
      for (let i = 0; i < count; i++) packer.add(DIALOGUE, i, i + 1);
      const { page, from, to } = packer;
      return { count, packed: { page, from, to } };
    });
    for (const { count, packed } of blocks) {
      expect(unpack(packed)).toEqual(
        Array.from({ length: count }, (_, i) => ({ type: 'dialogue', start: i, end: i + 1 })),
      );
    }
  });

  it('can be extended and taken away', () => {
    const packer = new NodePacker(0);
    packer.add(ACTION, 0, 3);
    packer.beginBlock();
    packer.add(ACTION, 5, 6);
    packer.extend(9);
    expect(unpack(packer)).toEqual([{ type: 'action', start: 5, end: 9 }]);
    packer.clear();
    expect(packer.isEmpty).toBe(true);
    expect(unpack(packer)).toEqual([]);
  });

  it('are many in one block of a script', () => {
    const text = '# A\n'.repeat(3000);
    const [block] = parseBlocks(text, { first: false, inside: false, closesLater: false, interner: new Interner() });
    expect(block!.nodes).toHaveLength(3000);
    expect(block!.nodes.at(-1)).toEqual({ type: 'section', start: 11_996, end: 11_999 });
  });
});
