import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CueSet } from '../../../server/core/mentions/cue-set.ts';
import { foldWord } from '../../../server/core/mentions/fold.ts';
import type { Cue } from '../../../server/core/mentions/referent.ts';
import { piecesOf } from '../../../server/core/mentions/words.ts';

// Tests at random take longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Few letters, so that cues contain, begin and follow each other all the time. */
const plain = ['a', 'A', 'b', 'é', 'É', 'я', '1', '𐐀', '𐐨', '🔪', '-', '.', ',', ' ', ' ', '  ', '\n'];
const odd = [
  ...plain,
  "'",
  '’',
  's',
  'd',
  '*',
  '_',
  '\\',
  'ß',
  'ẞ',
  'İ',
  'ı',
  'ﬁ',
  '\u0301',
  '\u200d',
  '\u00ad',
  '銃',
  'パ',
  'ン',
  'ー',
  'ป',
  'ื',
  '>',
  '\r',
  '\ud800',
];
const text = (units: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...units), { maxLength }).map((list) => list.join(''));
const someCues = (units: readonly string[]) => fc.array(text(units, 5), { maxLength: 12 });

const threads = (cues: readonly string[]) =>
  cues.map((cue): Cue => ({ text: cue, referent: { kind: 'thread', id: cue } }));
const stretches = (set: CueSet, where: string) => set.find(where).map(({ start, end }) => [start, end]);

test('finds what a regular expression finds, one cue after the other', () => {
  // Not `\p{L}`, which takes a millisecond for each expression to be made.
  const inWord = '[abéя1𐐀]';
  const search = (where: string, cues: readonly string[]): number[][] => {
    const bodies = cues
      .map((cue) => cue.trim())
      .filter((cue) => /[\p{L}\p{N}\p{So}]/u.test(cue))
      .sort((a, b) => piecesOf(b).length - piecesOf(a).length)
      .map((cue) => {
        const body = cue.replaceAll('.', '\\.').replace(/\s+/g, '\\s+');
        const before = /^[abéя1𐐀]/iu.test(cue) ? `(?<!${inWord})` : '';
        const after = /[abéя1𐐀]$/iu.test(cue) ? `(?!${inWord})` : '';
        return `${before}${body}${after}`;
      });
    if (bodies.length === 0) return [];
    return [...where.matchAll(new RegExp(bodies.join('|'), 'giu'))].map((it) => [it.index, it.index + it[0].length]);
  };
  fc.assert(
    fc.property(text(plain, 40), someCues(plain), (where, cues) => {
      expect(stretches(CueSet.of(threads(cues)), where)).toEqual(search(where, cues));
    }),
    { numRuns: 300 },
  );
});

test('finds what a search from each piece finds, in any text', () => {
  const search = (where: string, cues: readonly string[]): number[][] => {
    const pieces = piecesOf(where);
    const sequences = cues
      .map((cue) => piecesOf(cue.trim()).map((piece) => piece.text))
      .map((sequence) =>
        sequence
          .join('\n')
          .replace(/^( \n)+|(\n )+$/g, '')
          .split('\n'),
      )
      .filter((sequence) => sequence.some((piece) => /[\p{L}\p{N}\p{So}]/u.test(piece)))
      .sort((a, b) => b.length - a.length);
    const found: number[][] = [];
    for (let at = 0; at < pieces.length; ) {
      const hit = sequences.find((sequence) => sequence.every((piece, i) => pieces[at + i]?.text === piece));
      if (hit) found.push([pieces[at]!.start, pieces[at + hit.length - 1]!.end]);
      at += hit?.length ?? 1;
    }
    return found;
  };
  fc.assert(
    fc.property(text(odd, 40), someCues(odd), (where, cues) => {
      expect(stretches(CueSet.of(threads(cues)), where)).toEqual(search(where, cues));
    }),
    { numRuns: 300 },
  );
});

test('pieces are in order, within the text, apart, and never within a character', () => {
  fc.assert(
    fc.property(fc.oneof(text(odd, 40), fc.string({ unit: 'binary' })), (where) => {
      let last = 0;
      for (const { start, end } of piecesOf(where)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        for (const at of [start, end])
          expect(/[\ud800-\udbff][\udc00-\udfff]/.test(where.slice(at - 1, at + 1))).toBe(false);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(where.length);
    }),
  );
});

test('a cue that stands between other words is found, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(text(odd, 12), fc.string({ unit: 'binary' })), (cue) => {
      const set = CueSet.of(threads([cue]));
      fc.pre(set.size > 0);
      expect(set.find(`the ${cue.trim()} the`).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('letters that Unicode takes for one but for case are one', () => {
  const apart: string[] = [];
  for (let code = 0x80; code < 0x1e944; code++) {
    if (code >= 0x3400 && code < 0xa640) code = 0xa640;
    if (code >= 0xac00 && code < 0xf900) code = 0xf900;
    const letter = String.fromCodePoint(code);
    for (const other of [letter.toLowerCase(), letter.toUpperCase()]) {
      if (other !== letter && foldWord(other) !== foldWord(letter)) apart.push(letter);
    }
  }
  expect(apart).toEqual([]);
});

test('events change nothing for threads, nor threads for events; each kind by itself never overlaps', () => {
  const kinds = ['thread', 'character', 'event'] as const;
  const cues = fc.array(
    fc.record({
      text: text(plain, 5),
      referent: fc.record({ kind: fc.constantFrom(...kinds), id: fc.constantFrom('x', 'y') }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(text(plain, 40), cues, (where, all) => {
      const mentions = CueSet.of(all).find(where);
      for (const isEvent of [true, false]) {
        const only = CueSet.of(all.filter(({ referent }) => (referent.kind === 'event') === isEvent)).find(where);
        const same = mentions.flatMap((mention) => {
          const referents = mention.referents.filter(({ kind }) => (kind === 'event') === isEvent);
          return referents.length > 0 ? [{ ...mention, referents }] : [];
        });
        expect(same).toEqual(only);
        for (const [i, { start }] of only.entries()) expect(start).toBeGreaterThanOrEqual(only[i - 1]?.end ?? 0);
      }
      const spans = mentions.map(({ start, end }) => `${start}-${end}`);
      expect(new Set(spans).size).toBe(spans.length);
      expect(mentions).toEqual([...mentions].sort((a, b) => a.start - b.start || b.end - a.end));
    }),
    { numRuns: 500 },
  );
});
