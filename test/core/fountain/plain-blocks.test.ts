import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../server/core/fountain/block-parser.ts';
import { CutFinder } from '../../../server/core/fountain/cuts.ts';
import { Interner } from '../../../server/core/fountain/interner.ts';
import { NodePacker } from '../../../server/core/fountain/packed-nodes.ts';
import { PlainBlockReader } from '../../../server/core/fountain/plain-blocks.ts';

const around = { first: false, inside: false, closesLater: false };

/** That of a script in which two have spoken. */
function knowing(): Interner {
  const interner = new Interner();
  parseBlocks('PIA\nSo?\n\nIRIS (V.O.)\nSo?\n', { ...around, interner });
  return interner;
}

function reads(block: string): boolean {
  const finder = new CutFinder(block);
  const reader = new PlainBlockReader(block, knowing(), new NodePacker(block.length), finder);
  return reader.read(0, finder.nextMark(0));
}

describe('a block that is written plainly', () => {
  it.each([
    ...['PIA\nHello.\n\n', 'PIA\nHello.\n(softly)\n"Hello."\n\n\n\n', 'PIA\n(softly)\n(louder)\n\nIRIS\n'],
    ...['He sits.\n\n', 'Iris sits. \nShe waits.\n\n\n', 'He sits.\n\n[[setup: gun]]', 'Öl.\n\n'],
    ...[
      '[[setup: gun]]\n\n',
      '[[setup: gun | In a drawer.]]\n[[ask Pia]]\n[[payof: gun]]\n\nPIA\n',
      '[[[ ]]\n\n',
      '[one]]\n\n',
    ],
  ])('is read at one go: %j', (block) => expect(reads(block)).toBe(true));

  it.each([
    'IRIS\nHello.\n\n',
    'PIA\n\n',
    'PIA\nHello.',
    'PIA\nHello.\n',
    'PIA\n!Bang.\n\n',
    'PIA\n~La la.\n\n',
    'PIA\n= She means it.\n\n',
    'PIA\nHello. \n\n',
    'PIA\nHello.\n  \nYou there.\n\n',
    'PIA\nHello.\n\n \n',
    'PIA\nHello. [[setup: gun]]\n\n',
    ...['Int. hall\n\n', 'est. hall\n\n', '@mcGee\n\n', '.x\n\n', '!a\n\n', '~la\n\n', '>a <\n\n', '=a\n\n', '#a\n\n'],
    ...[
      'He sits.\n#One\n\n',
      'He sits.\nTHE END\n\n',
      'He sits.\n  \nHe.\n\n',
      ' he sits.\n\n',
      'He sits.',
      'He sits.\n',
    ],
    ...['He sits.\n\n\t\n', 'He sits. [[setup: gun]]\n\n', 'He /* sits. */\n\n'],
    ...['[[one\ntwo]]\n\n', '[[one]] [[two]]\n\n', '[[one]] two\n\n', '[[one]]\ntwo\n\n', '[[one]]\n', '[[one]]\n\n '],
    ...['[[one /* two */]]\n\n', '[[one */ two]]\n\n', '/* one */\n\n'],
  ])('is no other: %j', (block) => expect(reads(block)).toBe(false));

  it('says what it says when it is read line by line', () => {
    const piece = fc.constantFrom(
      ...[
        'PIA',
        'IRIS (V.O.)',
        'Hello.',
        '(softly)',
        '(soft',
        'He sits.',
        'int. hall',
        'a',
        '!Bang',
        '~La',
        '# One',
        '= So',
        '  ',
        ' ',
        '\t',
      ],
      ...[
        '\n',
        '\n',
        '\n',
        '\n\n',
        '\n\n',
        '\n\n',
        '[[setup: gun]]',
        '\n[[payof: gun | One]]\n',
        '\n[[ask Pia]]\n\n',
        '[[',
        ']]',
        '/*',
        '*/',
        'INT. HALL',
        'CUT TO:',
        '^',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        // A source with a `\r` is read line by line.
        const said = (end: string) =>
          parseBlocks(`${pieces.join('')}\n\nEnd.${end}`, { ...around, interner: knowing() })
            .slice(0, -1)
            .map(({ length, flags, nodes, items, places, cuts }) => ({ length, flags, nodes, items, places, cuts }));
        expect(said('\n')).toEqual(said('\r'));
      }),
      { numRuns: 2000 },
    );
  });
});
