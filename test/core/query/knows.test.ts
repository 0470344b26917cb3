import { describe, expect, test } from 'vitest';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { season } from '../../fixture.ts';

function knows(source: string, horizon?: number): readonly string[] {
  const fixture = season(source);
  const context = { ...fixture.context(), ...(horizon !== undefined && { horizon: { episode: horizon } }) };
  return hoverCard(context, fixture.offset)!.knows;
}

const study = `--- all.study.yaml
title: All
characters: [{ id: anna, name: Anna Berg }, { id: bo, name: Bo }, { id: cleo, name: Cleo }]
facts:
  - { id: murder, text: Bo did it., status: holds }
  - { id: will, text: There is a will., status: holds }
`;

describe('who knows, on a card', () => {
  const told = (one: string, two: string) =>
    `${study}--- e1.fountain\n${one}\n\n[[reveal: murder to=audience]]\n--- e2.fountain\n${two}\n\n[[learns: murder who=anna]]\n\n[[knows: murder who=bo]]\n`;

  test('of a thread: for each fact that it is evidence for', () => {
    expect(knows(told('[[setup: gun$0 for=murder,will]]', ''))).toEqual([
      'Bo did it: Bo knows, the audience and Anna Berg do not yet',
    ]);
    expect(knows(told('', '[[setup: gun$0 for=murder]]'))).toEqual([
      'Bo did it: the audience knows, Anna Berg does not: dramatic irony; Bo knows too',
    ]);
  });

  test('of a fact: at this moment, what is told here included', () => {
    expect(knows(told('[[uses: murder$0 who=bo]]', ''))).toEqual(['Bo knows, the audience and Anna Berg do not yet']);
    expect(knows(told('', '[[learns: murder$0 who=anna]]'))).toEqual(['The audience, Anna Berg and Bo know']);
  });

  test('of a person: what they know here', () => {
    const scene = 'INT. HOUSE - DAY\n\nAN$0NA\nHello.\n';
    expect(knows(told(scene, ''))).toEqual(['Does not know yet: Bo did it']);
    expect(knows(told('', scene))).toEqual(['The audience knows, they do not (dramatic irony): Bo did it']);
    expect(knows(`${told('', '')}--- e3.fountain\n${scene}`)).toEqual(['Knows: Bo did it']);
    expect(knows(told('', '[[setup: gun for=murder]] [[learns: will who=audi$0ence]]'))).toEqual([
      'Knows: There is a will',
      'Knows: Bo did it',
    ]);
  });

  test('shows a few facts of a sort and counts the rest', () => {
    const facts = Array.from({ length: 9 }, (_, i) => `[[learns: fact-${i} who=anna]]`).join('\n\n');
    const lines = knows(`--- e1.fountain\n${facts}\n\nINT. HOUSE - DAY\n\nAN$0NA\nHello.\n`);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('Knows: fact-8');
    expect(lines.at(-1)).toBe('Knows: 4 other facts');
  });

  test('says nothing where nothing is certain, and under a horizon nothing of what lies ahead', () => {
    expect(knows('--- e1.fountain\n[[setup: gun$0 for=murder]]\n')).toEqual([]);
    expect(knows(told('[[setup: gun$0 for=murder]]', ''), 1)).toEqual(['Bo did it: the audience does not know it yet']);
  });

  test('who is named in the action of this script is there', () => {
    const text = (action: string) => `${study}--- e1.fountain\nINT. HOUSE - DAY\n\n${action}\n\n[[reveal: will$0]]\n`;
    expect(knows(text('Cleo listens.'))).toEqual(['The audience and Cleo know']);
    expect(knows(text('Cleo’s coat hangs there.'))).toEqual(['The audience knows']);
  });

  test('prose that mentions a thread or a person says it as well', () => {
    const cues = `${study}threads: [{ id: gun, title: Gun, kind: object, cues: [pistol], evidence_for: [will] }]\n`;
    const text = (prose: string) =>
      `${cues}--- e1.fountain\n[[reveal: will to=audience]]\n\n${prose}\n\n[[learns: will who=anna]]\n`;
    expect(knows(text('A pis$0tol hangs there.'))).toEqual([
      'There is a will: the audience knows, Anna Berg does not: dramatic irony',
    ]);
    expect(knows(text('Anna Be$0rg sits there.'))).toEqual([
      'The audience knows, they do not (dramatic irony): There is a will',
    ]);
  });
});
