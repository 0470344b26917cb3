import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMark } from '../../../server/core/annotations/plain.ts';
import { readAnnotation } from '../../../server/core/annotations/read.ts';

const inFull = (text: string) => readAnnotation({ text, end: text.length, base: 0 }, 0);
const plain = (text: string) => plainMark(text, 0, text.length);

describe('an annotation that is written plainly', () => {
  it.each([
    'setup: gun',
    'Plant:gun',
    'reveal: baby-swap to=audience at=3',
    'knows: a_b who=iris | She has known it | all along. ',
    'turn: act-out | So.',
    'form: chamber-play',
    'setup: gun |',
    'reveal: gun to=a,b-2,c via="two words" at=3',
    'setup: gun via="a | b"',
    'herring: gun | Cleared.',
  ])('is read at one go: %s', (text) => {
    expect(plain(text)).toBeDefined();
    expect(plain(text)).toEqual(inFull(text)?.mark);
  });

  it.each([
    'setup: Gun',
    'setup: gun, knife',
    'setup: the gun',
    'setup: gun for=',
    'setup: gun for=a, b',
    'setup: gun for=a,',
    'setup: gun for=a,,b',
    'setup: gun for=a for=b',
    'setup: gun via="two words',
    'setup: gun via=" two words"',
    'setup: gun via="two"words',
    'setup: gun\\| in a table',
    'herring: cleared',
    'herring: gun cleared',
    'herring: gun for=a cleared',
    'setup:',
    'setup gun',
    'craft: gun',
    'ignore: gun',
    'story: now',
    'beat: gun',
    'setpu: gun',
  ])('is no other: %s', (text) => expect(plain(text)).toBeUndefined());

  it('says what it says when it is read in full, wherever it stands', () => {
    const piece = fc.constantFrom(
      ...['setup', 'Reveal', 'turn', 'form', 'herring', 'craft', 'story', ':', ': ', 'gun', 'a-1', '-', '_', 'É', ' '],
      ...[' for=', ' to=', 'who=', ' Via=', ' kex=', '=', ',', ', ', '|', ' | ', '\\', '"', 'two words', 'cleared'],
    );
    const kind = fc.constantFrom('setup: ', 'learns:', 'turn: ', 'pay: gun ', 'uses: a ');
    fc.assert(
      fc.property(kind, fc.array(piece, { maxLength: 10 }), fc.string(), (first, pieces, after) => {
        const text = first + pieces.join('');
        const mark = plainMark(`${text}]]${after}`, 0, text.length);
        if (mark === undefined) return;
        const read = inFull(text);
        expect(mark).toEqual(read?.mark);
        expect(read?.problems).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
