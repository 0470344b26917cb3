import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { type ChamberMeasures, chamberMeasures } from '../../../server/core/measure/chamber.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import type { Study } from '../../../server/core/study/study.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

const sample = readFileSync(
  new URL('../../../samples/the-long-table/the-long-table.fountain', import.meta.url),
  'utf8',
);

function studyOf(parts: Partial<Pick<Study, 'places' | 'characters'>>): Study {
  return { places: [], characters: [], ...parts } as unknown as Study;
}

function place(name: string, ...aliases: string[]) {
  return { id: name.toLowerCase(), name, aliases } as unknown as Study['places'][number];
}

function measured(text: string, study?: Study, episode = 0): ChamberMeasures {
  const script = Script.parse(text);
  return chamberMeasures(script, structureOf(script.facts).episodes[episode]!, study);
}

function measuredTreatment(text: string, study?: Study): ChamberMeasures {
  const treatment = Treatment.parse(text);
  return chamberMeasures(treatment, structureOf(treatment.facts).episodes[0]!, study);
}

/** So many words of action. */
const words = (count: number) => `${'word '.repeat(count).trim()}.`;

describe('place', () => {
  test('is that with the most words; headings count with their scene', () => {
    const { place, places } = measured(
      `INT. HALL\n\n${words(28)}\n\nINT. YARD\n\n${words(8)}\n\nINT. HALL\n\n${words(28)}`,
    );
    expect(place).toEqual({ name: 'HALL', share: 60 / 70 });
    expect(places).toBeCloseTo(1 / ((60 / 70) ** 2 + (10 / 70) ** 2));
  });

  test('is one where headings name the building first', () => {
    const { place, places } = measured(
      `INT. HOUSE - KITCHEN - DAY\n\n${words(10)}\n\nINT. HOUSE - HALL - DAY\n\n${words(10)}`,
    );
    expect([place, places]).toEqual([{ name: 'HOUSE', share: 1 }, 1]);
  });

  test('is one where the study says so', () => {
    const text = `INT. KITCHEN - DAY\n\n${words(10)}\n\nINT. THE HALL - DAY\n\n${words(10)}`;
    expect(measured(text).places).toBeGreaterThan(1.9);
    expect(measured(text, studyOf({ places: [place('House', 'Kitchen', 'Hall')] })).place).toEqual({
      name: 'House',
      share: 1,
    });
  });

  test('of a heading that says only when is that of the scene before', () => {
    expect(measured(`INT. HALL - DAY\n\n${words(5)}\n\n.LATER\n\n${words(5)}`).places).toBe(1);
  });

  test('is not known where there is no heading', () => {
    expect(measured(words(10)).place).toBeUndefined();
    expect(measured('').place).toBeUndefined();
  });
});

describe('dialogue', () => {
  test('is what is said, among all that is printed but names', () => {
    const text = 'INT. A\n\nOne two.\n\nBOB (O.S.)\n(low)\nThree four five.\n~six\n\n[[setup: x | not counted]]';
    expect(measured(text).dialogueShare).toBe(4 / 9);
  });

  test('has so many speakers for nine tenths of it', () => {
    const speech = (name: string, count: number) => `${name}\n${words(count)}\n\n`;
    const text = `INT. A\n\n${speech('ANN', 50)}${speech('BOB (V.O.)', 40)}${speech('CAT', 6)}${speech('DAN', 4)}`;
    expect(measured(text).speakers).toBe(2);
    expect(measured(`${text}${speech('DAN', 1)}`).speakers).toBe(3);
    expect(measured(`INT. A\n\n${words(3)}`).speakers).toBe(0);
  });

  test('of one person under two names is that of one', () => {
    const ann = { id: 'ann', name: 'Ann Lee', aliases: [{ name: 'Mother' }] } as unknown as Study['characters'][number];
    const text = 'INT. A\n\nANN\nOne.\n\nMOTHER\nTwo.';
    expect(measured(text).speakers).toBe(2);
    expect(measured(text, studyOf({ characters: [ann] })).speakers).toBe(1);
  });
});

describe('breaks in time', () => {
  const reasons = (text: string) => measured(text).breaks.map(({ reason }) => reason);

  test('are headings that go back or leave time out', () => {
    expect(reasons('INT. A - DAY\n\nOne.\n\nINT. A - NIGHT\n\nTwo.\n\nINT. A - DAY\n\nThree.')).toEqual(['backward']);
    expect(reasons('INT. A - DAY\n\nOne.\n\nINT. A - LATER\n\nTwo.\n\n.LATER\n\nThree.')).toEqual(['jump', 'jump']);
    expect(reasons('INT. A - DAY (FLASHBACK)\n\nOne.')).toEqual(['jump']);
    expect(reasons('INT. A - DAY\n\nOne.\n\nINT. B - CONTINUOUS\n\nTwo.')).toEqual([]);
  });

  test('are story annotations, but for the time at which the episode begins', () => {
    expect(reasons('[[story: day 1]]\n\nINT. A - DAY\n\n[[story: day 2]]\n\nOne.')).toEqual([]);
    expect(reasons('INT. A - DAY\n\nOne.\n\n[[story: -6y]]\n\nTwo.\n\n[[story: -6y]]\n\n[[story: now]]')).toEqual([
      'story',
      'story',
    ]);
    expect(reasons('INT. A - DAY\n\nOne.\n\n[[story: now]]\n\n[[story: a tale]]')).toEqual([]);
  });

  test('are found at their item', () => {
    const script = Script.parse('INT. A - NIGHT\n\nOne.\n\nINT. A - DAY\n\nTwo.');
    const [found] = chamberMeasures(script, structureOf(script.facts).episodes[0]!).breaks;
    expect(script.text.slice(script.place(found!.item).start, script.place(found!.item).end)).toBe('INT. A - DAY');
  });
});

test('episodes of one script are measured each for itself', () => {
  const text = `# Episode 1\n\nINT. HALL - NIGHT\n\n${words(5)}\n\n# Episode 2\n\nINT. YARD - DAY\n\nBOB\n${words(5)}`;
  const first = measured(text, undefined, 0);
  const second = measured(text, undefined, 1);
  expect([first.place?.name, first.dialogueShare, first.breaks]).toEqual(['HALL', 0, []]);
  expect([second.place?.name, second.dialogueShare, second.breaks]).toEqual(['YARD', 5 / 8, []]);
});

describe('a treatment', () => {
  test('has place, where its headings or the study tell it, and time', () => {
    const study = studyOf({ places: [place('Home', 'The living room', 'Upstairs')] });
    const text = `# Episode 8\n\n### The living room\n\n${words(10)}\n\n### Upstairs, at once\n\n${words(10)}\n\n### The next morning\n\n${words(2)}`;
    const { place: most, places, speakers, dialogueShare, breaks } = measuredTreatment(text, study);
    expect([most?.name, most?.share, places]).toEqual(['Home', 1, 1]);
    expect([speakers, dialogueShare]).toEqual([undefined, undefined]);
    expect(breaks.map(({ reason }) => reason)).toEqual(['jump']);
  });

  test('has none where few of its headings name one', () => {
    expect(measuredTreatment(`# Episode 8\n\n### The name\n\n${words(10)}`).place).toBeUndefined();
  });
});

test('the sample is a chamber play', () => {
  const { place, places, speakers, dialogueShare, breaks } = measured(sample);
  console.log('The Long Table:', place, places, speakers, dialogueShare, breaks);
  expect(place?.share).toBeGreaterThan(0.7);
  expect(speakers).toBeLessThanOrEqual(6);
  expect(dialogueShare).toBeGreaterThan(0.55);
  expect(breaks).toEqual([]);
});
