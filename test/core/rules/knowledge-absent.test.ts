import { describe, expect, test } from 'vitest';
import { foundBy } from './findings.ts';

const code = 'knowledge.absent';
/** Bo speaks in a scene of his own, elsewhere. */
const elsewhere = 'EXT. ROAD - DAY\n\nBO\nNice day.\n\n';
const one = (scene: string, heading = 'INT. HOUSE - NIGHT') =>
  foundBy(code, `--- e1.fountain\n${elsewhere}${heading}\n\n${scene}\n\n[[reveal: murder to=bo,audience]]\n`);
const fires = ['info knowledge.absent e1.fountain: bo'];

describe(code, () => {
  test('finds somebody who neither speaks in the scene nor is named in its action', () => {
    expect(one('Rain.\n\nANNA\nHe did it.')).toEqual(fires);
    expect(one('Rain.\n\nANNA\nI think that Bo did it.')).toEqual(fires);
  });

  test('at the limit: who is only heard is absent, who is out of sight is there', () => {
    expect(one('Rain.\n\nBO (V.O.)\nI see.')).toEqual(fires);
    expect(one('Rain.\n\nBO (O.S.)\nI see.')).toEqual([]);
  });

  test.each([
    ['named in the action', 'Bo listens.'],
    ['named in capitals', 'BO enters.'],
    ['perhaps named', "Bo's coat hangs there."],
    ['perhaps among them', 'They all listen.'],
    ['called by name', 'ANNA\nHe did it, Bo.'],
    ['spoken to', 'ANNA\n(to Bo)\nHe did it.'],
    ['on the other side of an intercut', 'INTERCUT WITH THE ROAD.\n\nANNA\nHe did it.'],
  ])('who is %s may be there', (_, scene) => {
    expect(one(scene)).toEqual([]);
  });

  test('who was in the scene before may still be there, where that goes on', () => {
    expect(one('ANNA\nHe did it.', 'EXT. ROAD - LATER')).toEqual([]);
    expect(one('ANNA\nHe did it.', 'INT. HOUSE - CONTINUOUS')).toEqual([]);
    expect(one('ANNA\nHe did it.', 'INT. HOUSE - DAY')).toEqual(fires);
  });

  test('a via is enough, in the text or in the study', () => {
    const text = (key: string) => `--- e1.fountain\n${elsewhere}INT. HOUSE - NIGHT\n\n[[reveal: murder to=bo${key}]]\n`;
    expect(foundBy(code, text(''))).toEqual(fires);
    expect(foundBy(code, text(' via=phone'))).toEqual([]);
    const study =
      '--- all.study.yaml\ntitle: All\nfacts: [{ id: murder, text: M, status: holds }]\nreveals: [{ id: r, fact: murder, to: [bo], via: a letter, episode: 1 }]\n';
    expect(foundBy(code, study + text(''))).toEqual([]);
  });

  test('aliases of the study are names', () => {
    const study = '--- all.study.yaml\ntitle: All\ncharacters: [{ id: bo, name: Bo Lund, aliases: [The Baker] }]\n';
    const text = (action: string) =>
      `${study}--- e1.fountain\n${elsewhere}INT. HOUSE - NIGHT\n\n${action}\n\n[[reveal: murder to=bo]]\n`;
    expect(foundBy(code, text('The Baker enters.'))).toEqual([]);
    expect(foundBy(code, text('Lund enters.'))).toEqual([]);
    expect(foundBy(code, text('A baker enters.'))).toEqual([]);
    expect(foundBy(code, text('Rain.'))).toEqual(fires);
  });

  test('nothing is said of treatments, of places without a heading', () => {
    expect(foundBy(code, `--- e1.treatment.md\n# One\n\nRain. [[reveal: murder to=bo]]\n`)).toEqual([]);
    expect(foundBy(code, `--- e1.fountain\n[[reveal: murder to=bo]]\n\n${elsewhere}`)).toEqual([]);
  });

  test('somebody whom the study declares need not speak anywhere', () => {
    const study = '--- all.study.yaml\ntitle: All\ncharacters: [{ id: bo, name: Bo Lund, aliases: [The Baker] }]\n';
    const text = (action: string) => `--- e1.fountain\nINT. HOUSE - NIGHT\n\n${action}\n\n[[reveal: murder to=bo]]\n`;
    expect(foundBy(code, study + text('Rain.'))).toEqual(fires);
    expect(foundBy(code, study + text('Lund listens.'))).toEqual([]);
  });

  test('a group is nobody in particular', () => {
    const text = (who: string) =>
      `--- e1.fountain\nINT. HOUSE - NIGHT\n\nANNA\nHe did it.\n\n[[reveal: murder to=${who}]]\n`;
    for (const who of ['everyone', 'the-family', 'both']) expect(foundBy(code, text(who))).toEqual([]);
    expect(foundBy(code, text('carl'))).toHaveLength(1);
  });

  test.each([
    ['ANNA\nHe did it.', fires],
    ['Bo-Erik listens.\n\nANNA\nHe did it.', []],
    ['ANNA\nHe did it, bo.', []],
    ['OLD MAN\nHe did it.', []],
    ['MR. LUND\nHe did it.', []],
    ['Rain.', []],
  ])('somebody of whom nothing else is known is none of those with a name of their own: %s', (text, expected) => {
    expect(foundBy(code, `--- e1.fountain\nINT. HOUSE - NIGHT\n\n${text}\n\n[[reveal: murder to=bo]]\n`)).toEqual(
      expected,
    );
  });
});
