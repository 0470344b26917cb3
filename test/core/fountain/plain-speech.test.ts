import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../server/core/fountain/block-parser.ts';
import { Interner } from '../../../server/core/fountain/interner.ts';
import { NodePacker } from '../../../server/core/fountain/packed-nodes.ts';
import { PlainSpeechReader } from '../../../server/core/fountain/plain-speech.ts';

const around = { first: false, inside: false, closesLater: false };

/** Reads a block, where something may stand to be cut out from `nextMark` on, after a speech by the same cue. */
function reads(block: string, nextMark = block.length): boolean {
  const interner = new Interner();
  parseBlocks('PIA\nSo?\n', { ...around, interner });
  return new PlainSpeechReader(block, interner, new NodePacker(block.length)).read(0, nextMark);
}

describe('a speech that is written plainly', () => {
  it.each(['PIA\nHello.\n\n', 'PIA\nHello.\n(softly)\n"Hello."\n\n\n\n', 'PIA\n(softly)\n(louder)\n\nIRIS\n'])(
    'is read at one go: %j',
    (block) => expect(reads(block)).toBe(true),
  );

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
  ])('is no other: %j', (block) => expect(reads(block)).toBe(false));

  it('is none with a note in it, but one with a note behind it', () => {
    expect(reads('PIA\nHello. [[setup: gun]]\n\n', 11)).toBe(false);
    expect(reads('PIA\nHello.\n\n[[setup: gun]]', 12)).toBe(true);
  });

  it('is what it is when its cue is read for the first time', () => {
    const piece = fc.constantFrom(
      ...[
        'PIA',
        'IRIS (V.O.)',
        'Hello.',
        '(softly)',
        '(soft',
        '!Bang',
        '~La',
        '# One',
        '= So',
        '  ',
        ' ',
        '\t',
        '\r\n',
      ],
      ...[
        '\n',
        '\n',
        '\n',
        '\n\n',
        '\n\n',
        '\n\n',
        '[[setup: gun]]',
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
        const known = new Interner();
        parseBlocks('PIA\nSo?\n\nIRIS (V.O.)\nSo?\n', { ...around, interner: known });
        const text = `${pieces.join('')}\n`;
        const said = (interner: Interner) =>
          parseBlocks(text, { ...around, interner }).map(({ length, flags, nodes, items, places, cuts }) => {
            return { length, flags, nodes, items, places, cuts };
          });
        expect(said(known)).toEqual(said(new Interner()));
      }),
      { numRuns: 2000 },
    );
  });
});
