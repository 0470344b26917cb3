import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeTarget } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { SymbolSearch } from '../../../server/core/query/symbol-search.ts';
import { type SeasonSymbol, seasonSymbols, symbolKinds } from '../../../server/core/query/workspace-symbols.ts';
import { within } from '../../../server/core/season/horizon.ts';
import type { Target } from '../../../server/core/season/season.ts';
import { Seasons } from '../../../server/core/season/seasons.ts';
import { season } from '../../fixture.ts';
import { facts } from '../season/facts-arbitrary.ts';
import { matchingSymbols } from './matching-symbols.ts';

const source = `
--- all.study.yaml
study: 1
title: The Cake
episodes: [{ number: 1, title: Party }, { number: 2, title: After }, { number: 3, title: Lost }]
characters: [{ id: peter, name: Peter Irvine }]
places: [{ id: flat, name: The flat }]
facts: [{ id: murder, text: Who did it }]
threads: [{ id: cake, title: The cake, kind: object }]
--- e1.fountain
# Act One

INT. KITCHEN - DAY

ANNA
Hello. [[setup: gun]]
--- e2.fountain
INT. CELLAR - NIGHT

BO
Yes. [[reveal: murder]]`;

const { textOf, ...fixture } = season(source);
const found = (query: string, horizon?: number) =>
  matchingSymbols(seasonSymbols(fixture.season('e1.fountain'), horizon ? { episode: horizon } : undefined), query, 50);
const names = (query: string, horizon?: number) => found(query, horizon).map(({ kind, name }) => `${kind} ${name}`);

describe('the symbols of a season', () => {
  test('are people, threads, facts, reveals, places, episodes, acts and scenes, and lead to them', () => {
    const said = found('').map((one) => `${one.kind} ${one.name} | ${one.container} | ${textOf(one.target)}`);
    expect(said).toEqual([
      'character Peter Irvine | The Cake | peter',
      'character ANNA | The Cake | ANNA',
      'character BO | The Cake | BO',
      'thread The cake | The Cake | cake',
      'thread gun | The Cake | [[setup: gun]]',
      'fact Who did it | The Cake | murder',
      'reveal Who did it | The Cake E2 | [[reveal: murder]]',
      'place The flat | The Cake | flat',
      'episode Episode 1: Party | The Cake | # Act One',
      'episode Episode 2: After | The Cake | INT. CELLAR - NIGHT',
      'episode Episode 3: Lost | The Cake | 3',
      'act Act One | The Cake E1 | # Act One',
      'scene INT. KITCHEN - DAY | The Cake E1 | INT. KITCHEN - DAY',
      'scene INT. CELLAR - NIGHT | The Cake E2 | INT. CELLAR - NIGHT',
    ]);
  });

  test('under a horizon only as far as it goes', () => {
    const said = names('', 1).join('\n');
    expect(said).toContain('scene INT. KITCHEN');
    for (const later of ['CELLAR', 'BO', 'Who did it', 'After', 'The cake']) expect(said).not.toContain(later);
  });
});

test('threads and facts are named, and found, as their stories have it', () => {
  fc.assert(
    fc.property(
      fc.array(facts, { minLength: 1, maxLength: 3 }),
      fc.option(fc.integer({ min: 1, max: 2 })),
      (files, to) => {
        const seasons = new Seasons();
        for (const [i, one] of files.entries())
          seasons.setFile(`file:///w/e${i + 1}.fountain`, { ...one, head: { episode: String(i + 1) } });
        const horizon = to === null ? undefined : { episode: to };
        for (const whole of seasons.all()) {
          const one = within(whole, horizon);
          // Of those without a place in their episode none is the first.
          const when = (target: Target) => ('item' in target ? one.moment(target) : target);
          const stories = [...one.threads.values(), ...one.facts.values()];
          const told = stories.flatMap((story) => {
            const target = wholeTarget(one, story);
            return target && story.title.trim() !== '' ? [{ name: story.title, when: when(target) }] : [];
          });
          const named = seasonSymbols(whole, horizon).filter(({ kind }) => kind === 'thread' || kind === 'fact');
          expect(named.map(({ name, target }) => ({ name, when: when(target!) }))).toEqual(told);
        }
      },
    ),
  );
});

describe('matching', () => {
  test('the best of all seasons, whether they come together or one after the other', () => {
    const word = fc.stringMatching(/^[a-c]{1,4}$/);
    const symbol = fc.record({
      name: word,
      container: word,
      kind: fc.constantFrom(...symbolKinds),
      target: fc.constant(undefined),
    });
    const query = fc.stringMatching(/^[a-c]{0,2}( [a-c])?$/);
    fc.assert(
      fc.property(fc.array(fc.array(symbol)), query, fc.integer({ min: 1, max: 9 }), (parts, query, limit) => {
        const search = new SymbolSearch<SeasonSymbol>(query, limit);
        for (const part of parts) search.add(part, (one) => one);
        const all = matchingSymbols(parts.flat(), query, limit);
        const plain = (list: readonly SeasonSymbol[]) => list.map(({ name, kind }) => `${name} ${kind}`).sort();
        if (all.length < limit) expect(plain(search.found())).toEqual(plain(all));
        else expect(search.found()).toHaveLength(limit);
        expect(search.found()[0]?.kind).toEqual(all[0]?.kind);
      }),
    );
  });

  test('by letters in their order, the closest first', () => {
    expect(names('peter')[0]).toBe('character Peter Irvine');
    expect(names('ptirv')).toEqual(['character Peter Irvine']);
    expect(names('peter irv')).toEqual(['character Peter Irvine']);
    expect(names('kit')[0]).toBe('scene INT. KITCHEN - DAY');
    expect(names('xyz')).toEqual([]);
  });

  test('by the name, and where it belongs', () => {
    expect(names('int e2')).toEqual(['scene INT. CELLAR - NIGHT']);
  });

  test('of equals, people before scenes', () => {
    const symbol = (kind: SeasonSymbol['kind']): SeasonSymbol => ({
      kind,
      name: 'Anna',
      container: '',
      target: undefined,
    });
    const all = (['scene', 'thread', 'character'] as const).map(symbol);
    expect(matchingSymbols(all, 'anna', 9).map(({ kind }) => kind)).toEqual(['character', 'thread', 'scene']);
  });

  test('no more than the limit, and each holds the letters typed in their order', () => {
    const word = fc.stringMatching(/^[a-c ]{0,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), word, fc.integer({ min: 1, max: 5 }), (list, query, limit) => {
        const symbols = list.map((name): SeasonSymbol => ({ name, container: 'ca', kind: 'scene', target: undefined }));
        const best = matchingSymbols(symbols, query, limit);
        expect(best.length).toBeLessThanOrEqual(limit);
        const letters = query.replace(/\s/g, '');
        for (const { name } of best) expect(isSubsequence(letters, `${name}ca`)).toBe(true);
        const fitting = list.filter((name) => isSubsequence(letters, name)).length;
        expect(best.length).toBeGreaterThanOrEqual(Math.min(limit, letters === '' ? list.length : fitting));
      }),
    );
  });
});

function isSubsequence(letters: string, text: string): boolean {
  let at = -1;
  return [...letters].every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}
