import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { move, shift } from '../../../server/core/moving/move.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';
import { seed } from '../../seed.ts';
import { scriptText } from '../fountain/arbitrary.ts';
import { anyTreatment, wellMade, wellMadeTreatment } from './arbitrary.ts';
import { isRefused, rowsOf, textsAfter } from './rows.ts';

const numRuns = Math.ceil(Number(process.env.CHEKHOV_SEQUENCES ?? 10_000) / 100);
console.log(`moving: seed ${seed}, ${numRuns} runs (CHEKHOV_SEED, CHEKHOV_SEQUENCES)`);

const kinds = [
  ['scripts', (text: string): Manuscript => Script.parse(text), wellMade],
  ['treatments', (text: string): Manuscript => Treatment.parse(text), wellMadeTreatment],
] as const;

/** What a text is read as: type and words. Spaces aside, since a mark that is taken out of a line takes one with it. */
function elements(manuscript: Manuscript): string[] {
  if (manuscript instanceof Script) {
    return [...manuscript.elements()].map(({ type, text, number }) => `${type} ${plain(text)} ${number ?? ''}`);
  }
  const { text } = manuscript;
  return (manuscript as Treatment)
    .passages()
    .map(({ type, level, start, end }) => `${type} ${level} ${plain(text.slice(start, end))}`);
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const all = (manuscripts: readonly Manuscript[]) => manuscripts.flatMap(elements);
const lines = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split(/\r\n|\r|\n/))
    .filter((line) => line.trim() !== '')
    .sort();
const textOf = ({ text }: Manuscript) => text.toString();

/** Picks from what there is, by a number that may be any. */
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const numbers = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000));

type Kind = 'act' | 'scene' | 'mark';

function tried(files: readonly Manuscript[], kind: Kind, [a, b, target]: readonly [number, number, number]) {
  const rows = files.flatMap(rowsOf);
  const ofKind = rows.filter((row) => row.kind === kind);
  const dragged = [...new Set([pick(ofKind, a), b % 3 === 0 ? pick(ofKind, b) : undefined])].filter(
    (it) => it !== undefined,
  );
  dragged.sort((x, y) => rows.indexOf(x) - rows.indexOf(y));
  const onto = pick(rows, target);
  return dragged.length === 0 || !onto ? undefined : { dragged, onto, found: move(dragged, onto) };
}

describe.each(kinds)('in %s', (_, parse, text) => {
  const files = fc.tuple(text, text).map((texts) => texts.map(parse));

  test('what is moved and all else is read as it was: every element is kept, and every line', () => {
    fc.assert(
      fc.property(files, fc.constantFrom<Kind>('act', 'scene', 'scene'), numbers, (before, kind, picks) => {
        const { found } = tried(before, kind, picks) ?? {};
        if (!found || isRefused(found)) return;
        const texts = textsAfter(before, found);
        expect(all(texts.map(parse)).sort()).toEqual(all(before).sort());
        expect(lines(texts)).toEqual(lines(before.map(textOf)));
      }),
      { numRuns },
    );
  });

  test('one part goes as a whole, and everything else keeps its order', () => {
    fc.assert(
      fc.property(files, fc.constantFrom<Kind>('act', 'scene'), numbers, (before, kind, [a, , target]) => {
        const { found } = tried(before, kind, [a, 1, target]) ?? {};
        if (!found || isRefused(found)) return;
        const after = textsAfter(before, found).map(parse);
        const [was, is] = [all(before), all(after)];
        expect(isOneMoved(was, is), `${JSON.stringify(was)} is ${JSON.stringify(is)}`).toBe(true);
        const { manuscript, offset } = found.to;
        const heading = textOf(found.from.manuscript)
          .slice(found.from.offset)
          .split(/\r\n|\r|\n/)[0]!;
        expect(textOf(after[before.indexOf(manuscript)]!).slice(offset).startsWith(heading)).toBe(true);
      }),
      { numRuns },
    );
  });

  test('nothing stands in the way in a text that is well made', () => {
    const may = ['already', 'intoItself', 'sameAct', 'ignore'];
    fc.assert(
      fc.property(files, fc.constantFrom<Kind>('act', 'scene'), numbers, (before, kind, picks) => {
        const { found } = tried(before, kind, picks) ?? {};
        if (found && isRefused(found)) expect(may).toContain(found.refused);
      }),
      { numRuns },
    );
  });

  test('a mark is kept as it is written, and so is what it stood in', () => {
    fc.assert(
      fc.property(files, numbers, (before, picks) => {
        const { found, onto } = tried(before, 'mark', picks) ?? {};
        if (!found) return;
        if (isRefused(found)) {
          expect(['already', 'markNeedsScene']).toContain(found.refused);
          return;
        }
        const after = textsAfter(before, found).map(parse);
        const words = (list: readonly Manuscript[]) =>
          list.flatMap((it) => textOf(it).match(/\[\[.*?\]\]|<!--.*?-->/gs) ?? []).sort();
        expect(words(after)).toEqual(words(before));
        const prose = (list: readonly Manuscript[]) =>
          list.map((it) =>
            plain(
              textOf(it)
                .replace(/\[\[.*?\]\]|<!--.*?-->/gs, '')
                .replace(/\s+/g, ' '),
            ),
          );
        expect(prose(after)).toEqual(prose(before));
        const bare = (list: readonly Manuscript[]) => all(list).filter((it) => !/^note|^paragraph/.test(it));
        if (before[0] instanceof Script) expect(bare(after)).toEqual(bare(before));
        expect(onto).toBeDefined();
      }),
      { numRuns },
    );
  });

  test('up and down, and there and back, is as before', () => {
    fc.assert(
      fc.property(
        text.map(parse),
        fc.constantFrom<Kind>('act', 'scene'),
        fc.nat(1000),
        fc.boolean(),
        (before, kind, n, up) => {
          const row = pick(
            rowsOf(before).filter((it) => it.kind === kind),
            n,
          );
          const there = row && shift(row, up ? 'up' : 'down');
          if (!row || !there || isRefused(there)) return;
          const [after] = textsAfter([before], there).map(parse);
          const again = rowsOf(after!).find(
            (it) => it.kind === kind && after!.place(it.item).start === there.to.offset,
          );
          expect(again, 'the row where it went').toBeDefined();
          const back = shift(again!, up ? 'down' : 'up');
          expect(isRefused(back) ? back.refused : elements(parse(textsAfter([after!], back)[0]!))).toEqual(
            elements(before),
          );
        },
      ),
      { numRuns },
    );
  });
});

test.each([
  ['scripts', (text: string): Manuscript => Script.parse(text), scriptText],
  ['treatments', (text: string): Manuscript => Treatment.parse(text), anyTreatment],
] as const)('in any %s, whatever is moved is all there afterwards', (_, parse, text) => {
  const any = fc.tuple(text, text).map((texts) => texts.map(parse));
  let moved = 0;
  fc.assert(
    fc.property(any, fc.constantFrom<Kind>('act', 'scene'), numbers, (before, kind, picks) => {
      const { found } = tried(before, kind, picks) ?? {};
      if (!found || isRefused(found)) return;
      moved++;
      expect(all(textsAfter(before, found).map(parse)).sort()).toEqual(all(before).sort());
    }),
    { numRuns: numRuns * 3 },
  );
  expect(moved).toBeGreaterThan(0);
});

/** Whether a list is another with one stretch of it in another place. */
function isOneMoved(was: readonly string[], is: readonly string[]): boolean {
  for (let from = 0; from < was.length; from++) {
    for (let to = from + 1; to <= was.length; to++) {
      const rest = [...was.slice(0, from), ...was.slice(to)];
      const kept = rest.findIndex((it, i) => it !== is[i]);
      for (let at = kept < 0 ? rest.length : kept; at >= 0; at--) {
        const put = [...rest.slice(0, at), ...was.slice(from, to), ...rest.slice(at)];
        if (put.every((it, i) => it === is[i])) return true;
      }
    }
  }
  return false;
}
