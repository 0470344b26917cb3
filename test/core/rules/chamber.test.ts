import { describe, expect, test } from 'vitest';
import type { RuleSettings } from '../../../server/core/rules/diagnose.ts';
import { foundBy } from './findings.ts';

/** So many words in so many sentences. */
const words = (count: number) => `${'Word '.repeat(count).trim()}.`;
const speech = (name: string, count: number) => `${name}\n${words(count)}\n\n`;
const play = (text: string) => `--- e1.fountain\n[[form: chamber-play]]\n\n${text}\n`;
const codes = (code: string, text: string, settings?: RuleSettings) => foundBy(code, play(text), settings).length;

describe('chamber.place', () => {
  /** Headings have three words. */
  const places = (here: number, there: number) =>
    `INT. HALL - NIGHT\n\n${speech('ANNA', here - 3)}EXT. YARD - NIGHT\n\n${speech('ANNA', there - 3)}`;

  test.each([
    [69, 31, 1],
    [70, 30, 0],
    [71, 29, 0],
  ])('%i words of 100', (here, there, finds) => {
    expect(codes('chamber.place', places(here, there))).toBe(finds);
  });

  test('stands at the annotation of the form, else at the heading, else at the top', () => {
    expect(foundBy('chamber.place', play(places(50, 50)))).toEqual([
      'info chamber.place e1.fountain: [[form: chamber-play]]',
    ]);
    const study = '--- all.study.yaml\ntitle: All\nepisodes: [{ number: 1, form: chamber-play }]\n';
    expect(foundBy('chamber.place', `${study}--- e1.fountain\n# Episode 1\n\n${places(50, 50)}`)).toEqual([
      'info chamber.place e1.fountain: # Episode 1',
    ]);
    expect(foundBy('chamber.place', `${study}--- e1.fountain\nTitle: One\n\n${places(50, 50)}`)).toEqual([
      'info chamber.place e1.fountain: Title: One',
    ]);
  });

  test('is not asked where the form is another or none, or of the text that does not count', () => {
    expect(foundBy('chamber.place', `--- e1.fountain\n[[form: finale]]\n\n${places(50, 50)}`)).toEqual([]);
    expect(foundBy('chamber.place', `--- e1.fountain\n${places(50, 50)}`)).toEqual([]);
    const treatment = '--- e1.treatment.md\n[[form: chamber-play]]\n\n## INT. A - DAY\n\nA.\n\n## INT. B - DAY\n\nB.\n';
    expect(foundBy('chamber.place', treatment)).toHaveLength(1);
    expect(foundBy('chamber.place', `${treatment}--- e1.fountain\nINT. A - DAY\n\nA.\n`)).toEqual([]);
  });

  test('a treatment whose headings name no place is not asked', () => {
    expect(foundBy('chamber.place', '--- e1.treatment.md\n[[form: chamber-play]]\n\n## The end\n\nA.\n')).toEqual([]);
  });

  test('its limit can be set', () => {
    expect(codes('chamber.place', places(60, 40), { limits: { chamberPlace: 0.6 } })).toBe(0);
  });
});

describe('chamber.time', () => {
  const second = (heading: string) => `INT. HALL - NIGHT\n\nA.\n\n${heading}\n\nB.`;

  test.each([
    ['INT. HALL - LATER', 1],
    ['INT. HALL - DAY', 1],
    ['[[story: -6y]]', 1],
    ['INT. HALL - NIGHT', 0],
    ['INT. HALL - CONTINUOUS', 0],
    ['INT. HALL - DAWN', 0],
  ])('%s', (heading, finds) => {
    expect(codes('chamber.time', second(heading))).toBe(finds);
  });

  test('its limit can be set', () => {
    expect(codes('chamber.time', second('INT. HALL - LATER'), { limits: { chamberBreaks: 1 } })).toBe(0);
  });
});

describe('chamber.cast', () => {
  const cast = (count: number) =>
    `INT. HALL - NIGHT\n\n${Array.from({ length: count }, (_, i) => speech(`PERSON ${i + 1}`, 10)).join('')}`;

  test.each([
    [6, 0],
    [7, 1],
  ])('%i people of equal share', (count, finds) => {
    expect(codes('chamber.cast', cast(count))).toBe(finds);
  });

  test('those who make the last tenth do not count', () => {
    expect(codes('chamber.cast', `${cast(6)}${speech('PERSON 7', 6)}`)).toBe(0);
  });

  test('its limit can be set', () => {
    expect(codes('chamber.cast', cast(7), { limits: { chamberCast: 7 } })).toBe(0);
  });
});

describe('chamber.dialogue', () => {
  const talk = (said: number, all: number) =>
    `INT. HALL - NIGHT\n\n${words(all - said - 3)}\n\n${speech('ANNA', said)}`;

  test.each([
    [54, 100, 1],
    [55, 100, 0],
    [56, 100, 0],
  ])('%i words of %i', (said, all, finds) => {
    expect(codes('chamber.dialogue', talk(said, all))).toBe(finds);
  });

  test('treatments have none to measure', () => {
    expect(foundBy('chamber.dialogue', '--- e1.treatment.md\n[[form: chamber-play]]\n\nThey are silent.\n')).toEqual(
      [],
    );
  });

  test('its limit can be set', () => {
    expect(codes('chamber.dialogue', talk(40, 100), { limits: { chamberDialogue: 0.4 } })).toBe(0);
  });
});
