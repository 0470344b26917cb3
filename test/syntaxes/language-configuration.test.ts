import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { enterRules } from '../../server/core/writing/enter-rules.ts';

interface Pattern {
  readonly pattern: string;
  readonly flags?: string;
}

interface Configuration {
  readonly brackets: readonly [string, string][];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly wordPattern: Pattern;
  readonly onEnterRules: readonly {
    readonly beforeText: Pattern;
    readonly afterText?: Pattern;
    readonly previousLineText?: Pattern;
    readonly action: { readonly appendText?: string };
  }[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const configuration: Configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/fountain.language-configuration.json', import.meta.url), 'utf8'),
);
const regExp = ({ pattern, flags = '' }: Pattern, more = '') => new RegExp(pattern, flags + more);

describe('the language configuration of Fountain', () => {
  // Not those of boneyards and emphasis: an editor writes over single characters alone, and a star after a word ends something.
  // Not quotation marks: who types faster than the editor colours has the first left alone, and the second doubled.
  test('closes the marks of notes and parentheticals', () => {
    const pairs = configuration.autoClosingPairs.map(({ open, close }) => `${open} ${close}`);
    expect(pairs).toEqual(['[ ]', '( )']);
    expect(configuration.brackets.map((pair) => pair.join(' '))).toEqual(['[[ ]]', '( )', '/* */']);
  });

  test.each([
    ["[[setup: soy-allergy for=who_did-it | Milo's]]", ['setup', 'soy-allergy', 'for', 'who_did-it', "Milo's"]],
    ['ÉDOUARD’s 黒澤, R2D2 -- e\u0301lan… *so*', ['ÉDOUARD’s', '黒澤', 'R2D2', 'e\u0301lan', 'so']],
    ["'quoted' twenty-three-", ['quoted', 'twenty-three']],
  ])('takes the words of %j whole', (text, words) => {
    expect(text.match(regExp(configuration.wordPattern, 'g'))).toEqual(words);
  });

  test.each([
    ['~La la', '~'],
    ['~', undefined],
    ['La ~ la', undefined],
  ])('begins the line after %j with %j', (before, begun) => {
    const rule = configuration.onEnterRules.find(
      ({ beforeText, previousLineText }) => !previousLineText && regExp(beforeText).test(before),
    );
    expect(rule?.action.appendText).toBe(begun);
  });

  test('begins new elements by the rules that the server knows', () => {
    const source = (pattern?: Pattern | RegExp) =>
      pattern && String(pattern instanceof RegExp ? pattern : regExp(pattern));
    const rules = configuration.onEnterRules.filter(({ action }) => action.appendText === '\n');
    expect(rules.map(({ beforeText, previousLineText }) => [source(beforeText), source(previousLineText)])).toEqual(
      enterRules.map(({ beforeText, previousLineText }) => [source(beforeText), source(previousLineText)]),
    );
    expect(new Set(rules.map(({ afterText }) => afterText?.pattern))).toEqual(new Set(['^\\s*$']));
  });

  test('folds boneyards of several lines', () => {
    const { start, end } = configuration.folding.markers;
    const folds = (line: string) => [new RegExp(start).test(line), new RegExp(end).test(line)];
    expect(['/* out', '/*', 'out */', '*/  ', '/* out */', 'text'].map(folds)).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });
});
