import { beforeAll, expect, test } from 'vitest';
import { allTexts, schemaTexts } from '../../../scripts/lib/texts.mjs';
import { completeStudy } from '../../../server/core/study-language/complete.ts';
import { studyHover } from '../../../server/core/study-language/hover.ts';
import { keysAt, shapesAt, valuesAt, wordHelpAt } from '../../../server/core/study-language/schema.ts';
import { scalarAt, studyText } from '../../../server/core/study-language/words.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { sampleStudies } from '../../samples/load.ts';
import { ask } from './ask.ts';

beforeAll(speakPseudo);

/** All that is shown of the schema at a path of a study and below it. */
function shownBelow(path: readonly (string | number)[] = []): string[] {
  const words = valuesAt(path).flatMap((word) => wordHelpAt(path, word) ?? []);
  if (shapesAt(path).some((shape) => shape.startsWith('list'))) return [...words, ...shownBelow([...path, 0])];
  const keys = keysAt(path).flatMap(({ key, description }) => [description, ...shownBelow([...path, key])]);
  return [...words, ...keys];
}

test('what is shown of the schema is among the texts to be translated, and so is nothing else of it', () => {
  const shown = [...new Set(shownBelow())].sort();
  expect(shown.length).toBeGreaterThan(100);
  expect(schemaTexts().map((text) => `⟦${text}⟧`)).toEqual(shown);
  expect(allTexts()).toEqual(expect.arrayContaining(schemaTexts()));
});

const samples = sampleStudies();

test.each(samples)('what completion and hover say of keys and words in %s is translated', (_, source) => {
  const { query } = ask(source);
  const said = new Set<string>();
  const places = [...source.matchAll(/(?<=^[ -]*|: |[[{] ?|, )[^\s\-#]/gm)];
  const step = Math.ceil(places.length / 500);
  for (const { index } of places.filter((_, i) => i % step === 0)) {
    for (const { kind, says, detail } of completeStudy(query, index))
      for (const text of kind === 'id' ? [] : [says, detail]) if (text !== undefined) said.add(text);
    const scalar = scalarAt(studyText(query.text), index);
    const card = scalar && studyHover(query, index);
    // Of an id it is the card of what the id means.
    const isOfSchema = scalar?.part === 'key' || (scalar && wordHelpAt(scalar.path, String(scalar.value)));
    for (const line of (isOfSchema && card?.lines) || []) said.add(line);
  }
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((text) => untranslated(text) !== '')).toEqual([]);
});
