import { describe, expect, test } from 'vitest';
import { foundBy } from './findings.ts';

const code = 'knowledge.unlearned';
const one = (...parts: string[]) => foundBy(code, `--- e1.fountain\n${parts.join('\n\n')}\n`);
const fires = ['warning knowledge.unlearned e1.fountain: murder'];

describe(code, () => {
  test('finds what somebody uses and learns later', () => {
    expect(one('[[uses: murder who=anna]]', '[[learns: murder who=anna]]')).toEqual(fires);
    expect(one('[[uses: murder who=anna]]', '[[reveal: murder to=anna,audience]]')).toEqual(fires);
    expect(
      foundBy(code, '--- e1.fountain\n[[uses: murder who=anna]]\n--- e2.fountain\n[[learns: murder who=anna]]\n'),
    ).toEqual(fires);
  });

  test('finds what is revealed and never to them', () => {
    expect(one('[[reveal: murder to=bo]]', '[[uses: murder who=anna]]')).toEqual(fires);
    expect(one('[[reveal: murder]]', '[[uses: murder who=anna]]')).toEqual(fires);
    expect(one('[[uses: murder who=anna]]', '[[reveal: murder to=audience]]')).toEqual(fires);
  });

  test.each([
    ['learned', '[[learns: murder who=anna]]'],
    ['told', '[[reveal: murder to=anna]]'],
    ['known all along', '[[knows: murder who=anna]]'],
  ])('what they have %s they may use', (_, mark) => {
    expect(one(mark, '[[reveal: murder to=audience]]', '[[uses: murder who=anna]]')).toEqual([]);
    const study = '--- all.study.yaml\ntitle: All\nfacts: [{ id: murder, text: M, status: holds, known_by: [anna] }]\n';
    expect(foundBy(code, `${study}--- e1.fountain\n[[uses: murder who=anna]]\n\n[[reveal: murder]]\n`)).toEqual([]);
  });

  test('finds what is told later to somebody whom only the action names, though an episode is missing', () => {
    const text = (action: string) =>
      `--- e3.fountain\nEXT. ROAD - DAY\n\nANNA\nI know. [[uses: murder who=anna]]\n\nINT. HOUSE - NIGHT\n\n${action}\n\nBO\nHe did it.\n\n[[reveal: murder]]\n`;
    expect(foundBy(code, text('Anna sits down.'))).toEqual(['warning knowledge.unlearned e3.fountain: murder']);
    expect(foundBy(code, text('The dog sits down.'))).toEqual([]);
  });

  test('at the limit: learned on the line before, in the same scene', () => {
    expect(one('[[learns: murder who=anna]] [[uses: murder who=anna]]')).toEqual([]);
    expect(one('[[uses: murder who=anna]] [[learns: murder who=anna]]')).toEqual(fires);
  });

  test('what nobody reveals says nothing of who knows it', () => {
    expect(one('[[uses: murder who=anna]]')).toEqual([]);
    expect(one('[[learns: murder who=bo]]', '[[uses: murder who=anna]]')).toEqual([]);
  });

  test('a flashback without story times decides nothing, story times do', () => {
    const back = ['INT. HOUSE - NIGHT (FLASHBACK)', '[[learns: murder who=anna]]'];
    expect(one('[[uses: murder who=anna]]', ...back)).toEqual([]);
    const dated = (first: string, then: string) =>
      one(`[[story: ${first}]]`, '[[uses: murder who=anna]]', `[[story: ${then}]]`, '[[learns: murder who=anna]]');
    expect(dated('day 2', 'day 1')).toEqual([]);
    expect(dated('day 1', 'day 2')).toEqual(fires);
    expect(dated('-6y', 'now')).toEqual(fires);
  });

  test('those present are told, those who may be present may be', () => {
    const scene = (action: string) => [
      'INT. HOUSE - NIGHT',
      action,
      'BO\nHe did it.',
      '[[reveal: murder]]',
      'EXT. ROAD - DAY',
      'ANNA\nI know. [[uses: murder who=anna]]',
    ];
    expect(one(...scene('Rain.'))).toEqual(fires);
    for (const action of ['Anna listens.', 'They listen.', "Anna's coat lies there."]) {
      expect(one(...scene(action))).toEqual([]);
    }
    const [here, there] = [
      'INT. HOUSE - NIGHT\n\nBO\nHe did it.\n\n[[reveal: murder]]',
      'ANNA\nI know. [[uses: murder who=anna]]',
    ];
    expect(foundBy(code, `--- e1.fountain\n${here}\n--- e2.fountain\nEXT. ROAD - DAY\n\n${there}\n`)).toEqual([]);
    expect(
      foundBy(code, '--- e1.treatment.md\nAnna hears it. [[reveal: murder]]\n\n[[uses: murder who=anna]]\n'),
    ).toEqual([]);
  });

  test('in an episode that is not written they may be told', () => {
    const late = (name: string) =>
      `--- e1.fountain\n[[reveal: murder to=bo]]\n--- ${name}\n[[uses: murder who=anna]]\n`;
    expect(foundBy(code, late('e2.fountain'))).toHaveLength(1);
    expect(foundBy(code, late('e3.fountain'))).toEqual([]);
  });

  test('an entry that only the study has may be earlier', () => {
    const study =
      '--- all.study.yaml\ntitle: All\nfacts: [{ id: murder, text: M, status: holds }]\nreveals: [{ id: r, fact: murder, to: [anna] }]\n';
    expect(foundBy(code, `${study}--- e1.fountain\n[[uses: murder who=anna]]\n\n[[reveal: murder to=bo]]\n`)).toEqual(
      [],
    );
  });

  test('an id that the study does not know is spoken of elsewhere', () => {
    const study = '--- all.study.yaml\ntitle: All\ncharacters: [{ id: anna, name: Anna }]\n';
    expect(foundBy(code, `${study}--- e1.fountain\n[[reveal: murder]]\n\n[[uses: murder who=ana]]\n`)).toEqual([]);
  });
});
