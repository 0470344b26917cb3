import { describe, expect, test } from 'vitest';
import { knowledgeTable } from '../../../server/core/knowledge/table.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { season } from '../../fixture.ts';

/** `x anna: learns E2, uses E3`, `x anna ironic E1-E2` */
function rows(source: string, horizon?: Horizon): string[] {
  const fixture = season(source);
  const table = knowledgeTable(fixture.season(), { horizon });
  const where = (point: { moment?: { episode: number } }) => {
    const episode = point.moment && table.season.episodes[point.moment.episode];
    return episode ? `E${episode.number}` : 'nowhere';
  };
  return table.facts.flatMap(({ fact, cells, ironies }) => [
    ...cells.map(({ who, always, learns, uses }) => {
      const said = [
        ...(always ? ['always'] : []),
        ...learns.map((point) => `learns ${where(point)}`),
        ...uses.map((point) => `uses ${where(point)}`),
      ];
      return `${fact.id} ${who}: ${said.join(', ')}`;
    }),
    ...ironies.map(({ who, from, to }) => `${fact.id} ${who} ironic ${where(from)}-${where(to)}`),
  ]);
}

const story = `--- e1.fountain
[[reveal: x to=audience]]

[[knows: x who=bo]]
--- e2.fountain
[[learns: x who=anna]]

[[reveal: y to=anna,audience]]
--- e3.fountain
[[uses: x who=anna]]

[[reveal: x to=cleo]]
`;

describe('the table of knowledge', () => {
  test('has each fact with each person of whom something is known, and who is in the dark meanwhile', () => {
    expect(rows(story)).toEqual([
      'x audience: learns E1',
      'x bo: always',
      'x anna: learns E2, uses E3',
      'x cleo: learns E3',
      'x anna ironic E1-E2',
      'x cleo ironic E1-E3',
      'y audience: learns E2',
      'y anna: learns E2',
    ]);
  });

  test('names the audience first and nobody who has no part in it', () => {
    const fixture = season(`${story}--- e4.fountain\nINT. HOUSE - NIGHT\n\nDAN\nHello.\n`);
    expect(knowledgeTable(fixture.season()).people).toEqual(['audience', 'bo', 'anna', 'cleo']);
  });

  test('keeps to the horizon', () => {
    expect(rows(story, { episode: 1 })).toEqual(['x audience: learns E1', 'x bo: always']);
  });

  test('under a horizon an alias is somebody of whom nothing is known but that name', () => {
    const study = `--- all.study.yaml
title: All
characters: [{ id: jo, name: Jo, aliases: [{ name: Carrie, until: out }] }]
facts: [{ id: who-she-is, text: Carrie is Jo, status: holds }, { id: x, text: X, status: holds }]
reveals: [{ id: out, fact: who-she-is, to: [audience], episode: 3 }]
`;
    const text = '--- e1.fountain\nINT. HOUSE - DAY\n\nCARRIE\nHello.\n\n[[reveal: x to=carrie]]\n';
    expect(rows(study + text)).toContain('x jo: learns E1');
    expect(rows(study + text, { episode: 1 })).toEqual(['x carrie: learns E1']);
  });
});

describe('dramatic irony', () => {
  test('there is none where both learn it at once, or the character first', () => {
    expect(rows('--- e1.fountain\n[[reveal: x to=anna,audience]]\n').join()).not.toContain('ironic');
    expect(rows('--- e1.fountain\n[[learns: x who=anna]]\n\n[[reveal: x to=audience]]\n').join()).not.toContain(
      'ironic',
    );
  });

  test('there is none where the character learned it in a past of which nobody says when', () => {
    const back = 'INT. HOUSE - DAY (FLASHBACK)\n\n[[learns: x who=anna]]\n';
    expect(rows(`--- e1.fountain\n[[reveal: x to=audience]]\n--- e2.fountain\n${back}`).join()).not.toContain('ironic');
  });
});
