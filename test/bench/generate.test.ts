import { describe, expect, it } from 'vitest';
import { generateScript, generateStudy, generateTreatment, sampleScript } from '../../bench/generate.ts';
import { scriptTypings, Typist, treatmentTypings } from '../../bench/keystrokes.ts';
import { awTokens, fountainJsTokens, withoutLyrics } from '../../bench/peers.ts';
import { factItems } from '../../server/core/facts/file-facts.ts';
import { Script } from '../../server/core/fountain/script.ts';
import { loadStudy } from '../../server/core/study/load.ts';
import { Treatment } from '../../server/core/treatment/treatment.ts';

const script = generateScript(150_000);
const ids = (text: string) =>
  factItems(Script.parse(text).facts).flatMap((item) => (item.type === 'mark' ? item.mark.ids : []));

describe('generated texts', () => {
  it('are the same each time', () => {
    expect(generateScript(150_000)).toBe(script);
    expect(generateTreatment(150_000)).toBe(generateTreatment(150_000));
    expect(generateStudy()).toBe(generateStudy());
  });

  it('are about as long as they are asked to be', () => {
    for (const size of [15_000, 150_000, 1_500_000]) {
      for (const text of [generateScript(size), generateTreatment(size)]) {
        expect(text.length).toBeGreaterThanOrEqual(size);
        expect(text.length).toBeLessThan(size + 20_000);
      }
    }
  });

  it('are scripts and treatments like the samples, with as many annotations', () => {
    const perUnit = (text: string) => ids(text).length / text.length;
    expect(perUnit(script) / perUnit(sampleScript())).toBeCloseTo(1, 0);
    const treatment = factItems(Treatment.parse(generateTreatment(150_000)).facts);
    expect(treatment.filter(({ type }) => type === 'section').length).toBeGreaterThan(30);
    expect(treatment.filter(({ type }) => type === 'mark').length).toBeGreaterThan(100);
  });

  it('say new things in each round', () => {
    const setups = [...script.matchAll(/\[\[setup: ([\w-]+)/g)].map(([, id]) => id);
    expect(new Set(setups).size).toBeGreaterThan(setups.length * 0.8);
    expect(setups).toContain('coat');
    expect(setups).toContain('coat-2');
  });

  it('differ from episode to episode', () => {
    expect(generateScript(150_000, 2)).not.toBe(script);
    expect(Script.parse(generateScript(15_000, 3)).facts.head.episode).toBe('3');
  });

  it('have a study that has nothing wrong', () => {
    const { study, problems } = loadStudy('file:///season.study.yaml', generateStudy());
    expect(study?.episodes).toHaveLength(8);
    expect(study?.threads.map(({ id }) => id)).toEqual(expect.arrayContaining(['coat', 'coat-2']));
    expect(study?.facts.map(({ id }) => id)).toEqual(expect.arrayContaining(['no-cousin', 'no-cousin-2']));
    expect(problems.filter(({ code }) => code !== 'study.uncited')).toEqual([]);
  });
});

describe('the peers', () => {
  it('see the scenes that we see', () => {
    const text = generateScript(15_000);
    const ours = [...Script.parse(text).elements()].filter(({ type }) => type === 'scene_heading').length;
    const count = (tokens: readonly { type: string }[]) => tokens.filter(({ type }) => type === 'scene_heading').length;
    expect(count(awTokens(text))).toBe(ours);
    expect(count(fountainJsTokens(withoutLyrics(text)))).toBe(ours);
  });
});

describe('typing', () => {
  const typings = [...scriptTypings(script), ...treatmentTypings(generateTreatment(150_000))];

  it.each(typings)('$name in a $kind leaves the text as long as it was', (typing) => {
    const typist = new Typist(typing);
    for (let i = 0; i < 20; i++) typist.key();
    expect(typist.manuscript.text.toString()).toBe(typing.text);
  });

  it.each(typings)('$name in a $kind reaches the index where the facts change, and only there', (typing) => {
    const typist = new Typist(typing);
    const { work } = typist;
    for (let i = 0; i < 10; i++) typist.key();
    if (/\[\[ \]\]|a note/.test(typing.name)) expect(typist.work).toBeGreaterThan(work);
    else expect(typist.work).toBe(work);
  });

  it('is where it says', () => {
    const at = Object.fromEntries(typings.map(({ name, text, at }) => [name, text.slice(at - 60, at)]));
    expect(at['key in [[ ]]']).toContain('[[setup: brass-key');
    expect(at['key in a note']).toMatch(/\[\[reveal: [\w-]+$/);
    const within = (name: string) => {
      const { text, at } = typings.find((typing) => typing.name === name)!;
      return Script.parse(text).elementAt(at)?.type;
    };
    expect(within('key in action')).toBe('action');
    expect(within('key after unclosed /*')).toBe('action');
    expect(within('key after unclosed [[')).toBe('action');
    expect(within('key in a boneyard spanning the file')).toBeUndefined();
  });
});
